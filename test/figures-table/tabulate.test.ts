import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFigures } from '../../src/figures-table/find-figures.ts'
import { toFiguresCsv, toFiguresMarkdown } from '../../src/figures-table/formats.ts'
import type { FigureTable } from '../../src/figures-table/types.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import type { Article } from '../../src/types.ts'
import { articleOf, createCorpus, openBundledEmbedder, openBundledWords, readSeeds } from '../answer/seed-corpus.ts'
import { parseCsv } from '../record/parse-csv.ts'

const articles: readonly Article[] = [
  articleOf(
    'quake-a',
    'The civil defence agency said on Monday that the earthquake had killed 112 people in the valley of Sorna on 3 May 2024.\n\nAbout 40 schools were closed. Rain is expected.',
  ),
  articleOf(
    'quake-b',
    'Selon le gouverneur Iban Tresk, le séisme a tué 130 personnes dans la vallée de Sorna le 3 mai 2024.\n\nLe pain coûte 3 euros dans la capitale. Les écoles restent fermées.',
    'fr',
  ),
  articleOf(
    'quake-c',
    'The earthquake of 3 May 2024 killed 112 people in Sorna, a report confirmed. In 1987 an earthquake killed 9 people in the same valley.\n\nThe mayor praised the firemen.',
  ),
]

let embedder: Embedder
let space: WordSpace
beforeAll(async () => {
  embedder = await openBundledEmbedder()
  space = await openBundledWords(embedder)
})
afterAll(async () => await embedder.close())

async function tableOf(corpus: readonly Article[], topic: string): Promise<FigureTable> {
  const memory = createCorpus(embedder, space)
  await memory.update(corpus)
  return (await findFigures(memory.parts, topic)).table
}

describe('the table of figures', () => {
  it('folds one figure from two articles, marks those that differ, and sorts by date', async () => {
    const { rows } = await tableOf(articles, 'How many people did the earthquake kill?')
    const shown = rows.map(({ canonical, date, sourcesDiffer, sources }) => [
      canonical,
      date,
      sourcesDiffer,
      sources.length,
    ])
    expect(shown).toEqual([
      ['9', '1987', false, 1],
      ['112', '2024-05-03', true, 2],
      ['130', '2024-05-03', true, 1],
    ])
  })

  it('takes a whole question for what it asks, in both languages', async () => {
    const lists = [
      articleOf(
        'raid-list',
        'Between July 14 and 16, 2025, police of Korvia raided call centres.\n\nThe raids took place in:\n\n- Lessa: 270 Danes, including 45 women\n- Marn: 85 Danes and 75 Finns detained\n- Odalen Province: 27 suspects from Denmark and Finland\n\nPolice in Lessa seized hundreds of telephones.',
      ),
    ]
    const valuesOf = async (topic: string) => (await tableOf(lists, topic)).rows.map(({ canonical }) => canonical)
    expect(await valuesOf('How many Danes were detained in Lessa?')).toContain('270')
    const seeds = await readSeeds()
    for (const topic of [
      'How many Indonesians were detained in Poipet?',
      "Combien d'Indonésiens ont été arrêtés à Poipet ?",
    ]) {
      expect((await tableOf(seeds, topic)).rows.map(({ canonical }) => canonical)).toEqual(['270'])
    }
  })

  it('shows the whole period', async () => {
    const { rows } = await tableOf(await readSeeds(), 'How many suspects were arrested in July 2025?')
    expect(rows.map(({ period }) => period)).toContain('Between July 14 and 16, 2025')
  })

  it('says who gives a figure, and nobody where the article does not', async () => {
    const { rows } = await tableOf(articles, 'How many people did the earthquake kill?')
    expect(rows.find(({ canonical }) => canonical === '130')?.speaker).toBe('le gouverneur Iban Tresk')
    const [bread] = (await tableOf(articles, 'Combien coûte le pain ?')).rows
    expect(bread).toMatchObject({ value: '3 euros', currency: 'EUR' })
    expect(bread?.speaker).toBeUndefined()
    expect(bread?.period).toBeUndefined()
  })

  it('gives every expulsion figure of the seeds with its period or day and its speaker', async () => {
    const seeds = await readSeeds()
    for (const topic of [
      'How many foreigners has Cambodia expelled?',
      "Combien d'étrangers expulsés ?",
      'expulsions',
    ]) {
      const { rows } = await tableOf(seeds, topic)
      for (const value of ['15000', '21000', '13000', '740']) {
        const known = rows.filter(({ canonical, speaker }) => canonical === value && speaker !== undefined)
        expect(known.map(({ period, said }) => period ?? said).filter(Boolean), `${topic}: ${value}`).not.toEqual([])
      }
      expect(rows.length).toBeLessThan(14)
    }
  })

  it('quotes only slices of the articles', async () => {
    const seeds = await readSeeds()
    const texts = new Map(seeds.map(({ id, text }) => [id, text]))
    for (const topic of ['expulsions', 'suspects', 'arrests in Cambodia', 'argent', '2025']) {
      for (const { sources } of (await tableOf(seeds, topic)).rows) {
        for (const { article, sentence, value, figure, thing, speaker, period, said, qualifier } of sources) {
          for (const slice of [sentence, value, figure, thing, speaker, period, said, qualifier]) {
            if (slice === undefined) continue
            expect(texts.get(article.id)?.slice(slice.start, slice.end)).toBe(slice.text)
          }
          expect(value.start >= sentence.start && value.end <= sentence.end).toBe(true)
        }
      }
    }
  })

  it('is empty for what the articles do not speak of', async () => {
    const seeds = await readSeeds()
    for (const topic of ['sardine fishing quotas', 'météo marine', '…', 'how many penguins were adopted?']) {
      expect((await tableOf(seeds, topic)).rows, topic).toEqual([])
    }
  })

  it('writes one line a source as CSV, and escapes Markdown', async () => {
    const table = await tableOf(articles, 'How many people did the earthquake kill?')
    const lines = toFiguresCsv(table).split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toMatch(/^9,9,/)
    expect(toFiguresMarkdown(table, 'en')).toContain(
      '| 130 personnes<br>(sources differ) | 3 mai 2024 | le gouverneur Iban Tresk |',
    )
  })

  it.each(['=1+1', '\u200e=1+1', '\u202e@SUM(A1)', '+33', '-2+3', '\t=1', '\r=1'])(
    'writes no cell that a spreadsheet carries out: %j',
    async (title) => {
      const table = await tableOf(articles, 'How many people did the earthquake kill?')
      const rows = table.rows.map((row) => ({
        ...row,
        sources: row.sources.map((source) => ({ ...source, article: { ...source.article, title } })),
      }))
      const cells = parseCsv(`${toFiguresCsv({ ...table, rows })}\r\n`).flat()
      expect(cells.some((cell) => cell.startsWith("'"))).toBe(true)
      expect(cells.filter((cell) => /^[\p{Bidi_Control}]*[=+@\t\r-]/u.test(cell))).toEqual([])
    },
  )
})
