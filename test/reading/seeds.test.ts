import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSources, type SourceReading } from '../../adapters/sources/files.ts'
import { splitPassages } from '../../src/reading/split.ts'

let reading: SourceReading
beforeAll(async () => {
  reading = await readSources(['seeds'], process.cwd())
})

describe('the seeds', () => {
  it('are five articles in two languages, all of them readable', () => {
    expect(reading.problems).toEqual([])
    expect(reading.notes).toEqual([])
    expect(reading.articles.map(({ language }) => language)).toEqual(['fr', 'fr', 'fr', 'en', 'en'])
    expect(reading.articles.filter(({ title, outlet, url, published }) => title ?? outlet ?? url ?? published)).toEqual(
      [],
    )
  })

  it('keep their text as it is in the file', async () => {
    for (const { path, text } of reading.articles) expect(text).toBe(await readFile(path, 'utf8'))
  })

  it('have passages that are slices, of 60 to 1,000 units, half of them 500 or less', () => {
    for (const article of reading.articles) {
      const passages = splitPassages(article)
      const lengths = passages.map(({ text }) => text.length).toSorted((a, b) => a - b)
      expect(lengths[0]).toBeGreaterThanOrEqual(60)
      expect(lengths.at(-1)).toBeLessThanOrEqual(1000)
      expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(500)
      for (const { text, start, end } of passages) expect(article.text.slice(start, end)).toBe(text)
    }
  })

  it('show no player line, site name, emoji or mis-decoded emoji', () => {
    const shown = reading.articles.flatMap(splitPassages).flatMap(({ text, context }) => [text, context ?? ''])
    for (const text of shown) expect(text).not.toMatch(/player|RSS\.com|đ|ź|§|\p{Extended_Pictographic}|\|/u)
    expect(shown).toContain('Government Justification')
  })

  it('leave no word out but those of the player line and the cut title', () => {
    for (const article of reading.articles) {
      const skipped = article.skip
        .map(({ start, end }) => article.text.slice(start, end))
        .filter((text) => /\p{L}{3}/u.test(text))
      for (const text of skipped) expect(text).toMatch(/ready\.\.\.$|\| RSS\.com$/)
    }
  })

  it('give list items the line that introduces them', () => {
    const passages = reading.articles.flatMap(splitPassages)
    const contextOf = (words: string): string | undefined => passages.find(({ text }) => text.includes(words))?.context
    expect(contextOf('Poipet: 270 Indonesians')).toBe('The crackdown targeted suspected scam compounds in:')
    expect(contextOf('Pursat Province: 27')).toBe('The crackdown targeted suspected scam compounds in:')
    expect(contextOf('Forced labor')).toMatch(/^A recent Amnesty .* including:$/)
    expect(contextOf('Hun Manet’s order')).toBe('Government Justification')
    expect(passages.find(({ text }) => text.startsWith('Amnesty’s'))?.text).toMatch(/stated:\n“Survivors .*”$/)
  })
})
