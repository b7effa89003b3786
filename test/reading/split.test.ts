import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecodedSource, makeArticle } from '../../src/reading/article.ts'
import { splitPassages } from '../../src/reading/split.ts'
import type { Article, Passage } from '../../src/types.ts'

const PARAGRAPH =
  'The ministry of fisheries said on Monday that it had counted the boats of the whole coast and found them few.'
const OTHER =
  'Fishermen of three harbours answered that nobody had come to count, and that their boats were where they had been.'

function articleOf(text: string, facts: Partial<DecodedSource> = {}): Article {
  return makeArticle({ id: 'boats', language: 'en', path: 'boats.txt', sha256: '', text, ...facts })
}

function split(text: string): readonly (readonly [string, string?])[] {
  return splitPassages(articleOf(text)).map(({ text: words, context }) => (context ? [words, context] : [words]))
}

describe('splitPassages', () => {
  it('makes a passage of each paragraph, on lines of their own or between blank lines', () => {
    expect(split(`${PARAGRAPH}\n${OTHER}`)).toEqual([[PARAGRAPH], [OTHER]])
    expect(split(`\r\n${PARAGRAPH}\r\n\r\n  ${OTHER}  \r\n`)).toEqual([[PARAGRAPH], [OTHER]])
  })

  it('names passages by article, version and ordinal', () => {
    const article = articleOf(`${PARAGRAPH}\n${OTHER}`)
    expect(article.version).toMatch(/^[0-9a-f]{8}$/)
    expect(splitPassages(article).map(({ id }) => id)).toEqual(
      [1, 2].map((ordinal) => `boats@${article.version}.${ordinal}`),
    )
  })

  it('joins very short paragraphs with a neighbour', () => {
    expect(split(`It was late.\n${PARAGRAPH}\n${OTHER}\nNobody came.`)).toEqual([
      [`It was late.\n${PARAGRAPH}`],
      [`${OTHER}\nNobody came.`],
    ])
  })

  it('gives the line that introduces a list to each item as context', () => {
    const long = 'Eastern harbour: 270 boats, of which 45 are older than their captains'
    expect(
      split(`${PARAGRAPH}\nThe count was made in:\n- ${long}\n- West: 3\n- North: 4\n* ${long}\n${OTHER}`),
    ).toEqual([
      [PARAGRAPH],
      [long, 'The count was made in:'],
      [`West: 3\n- North: 4\n* ${long}`, 'The count was made in:'],
      [OTHER],
    ])
  })

  it('makes passages of the rows of a table, each with the header as context', () => {
    const header = '| Harbour | Boats | Older than their captains |'
    const rows = [
      '| East | 270 | 45 |',
      '| West, beyond the lighthouse and the old customs house of the town | 3 | 0 |',
    ]
    const long = rows[1]?.slice(2, -2) ?? ''
    expect(split(`${PARAGRAPH}\n\n${header}\n|---|--:|:--|\n${rows.join('\n')}\n\n${OTHER}`)).toEqual([
      [PARAGRAPH],
      ['East | 270 | 45', header.slice(2, -2)],
      [long, header.slice(2, -2)],
      [OTHER],
    ])
  })

  it.each([
    ['bars without a rule', ' | '],
    ['tabs', '\t'],
    ['bars around', ' | ', '| ', ' |'],
  ])('knows the rows of a table by their cells: %s', (_, bar, before = '', after = '') => {
    const row = (...cells: readonly string[]) => `${before}${cells.join(bar)}${after}`
    const table = [row('Poste', '2025', '2026'), row('Voirie', '1 120', '980'), row('Écoles', '2 310', '2 550')]
    expect(split(`${PARAGRAPH}\n\n${table.join('\n')}\n\n${OTHER}`)).toEqual([
      [PARAGRAPH],
      [`Voirie${bar}1 120${bar}980`, `Poste${bar}2025${bar}2026`],
      [`Écoles${bar}2 310${bar}2 550`, `Poste${bar}2025${bar}2026`],
      [OTHER],
    ])
  })

  it('takes a line of links with bars between for no table', () => {
    const lines = 'Home | News | Sport\nWest | East | North\nFish | Boats | Nets'
    expect(split(`${PARAGRAPH}\n\n${lines}\n\n${OTHER}`).every(([, context]) => context === undefined)).toBe(true)
  })

  it('takes unmarked short lines after a colon for a list', () => {
    expect(split(`${PARAGRAPH}\nIt found:\nboats of wood;\nboats of iron;\nnothing else at all.\n${OTHER}`)).toEqual([
      [PARAGRAPH],
      ['boats of wood;\nboats of iron;\nnothing else at all.', 'It found:'],
      [OTHER],
    ])
  })

  it('keeps a long introducing line as a passage too', () => {
    const introduction = `${PARAGRAPH} The reasons given by the ministry of fisheries and its inspectors are:`
    expect(
      split(`${introduction}\n- the weather\n- the price of wood\n- the age of the fishermen of the coast`),
    ).toEqual([
      [introduction],
      [
        'the weather\n- the price of wood\n- the age of the fishermen of the coast',
        'The reasons given by the ministry of fisheries and its inspectors are:',
      ],
    ])
  })

  it('keeps a quotation with the line that says whose it is', () => {
    const quotation = '“We have counted every boat of the coast, and every one of them was counted twice.”'
    expect(split(`${PARAGRAPH}\nThe minister stated:\n${quotation}\n${OTHER}`)).toEqual([
      [PARAGRAPH],
      [`The minister stated:\n${quotation}`],
      [OTHER],
    ])
  })

  it('gives headings to what follows as context, and makes no passage of them', () => {
    expect(
      split(`${PARAGRAPH}\n🔍 Scope of the count\n${OTHER}\n\n## What next?\n\n${PARAGRAPH}\nEnd of story\n${OTHER}`),
    ).toEqual([[PARAGRAPH], [OTHER, 'Scope of the count'], [PARAGRAPH, 'What next?'], [OTHER, 'End of story']])
  })

  it('shows a heading with the introduction below it when it has no other passage', () => {
    expect(split(`${PARAGRAPH}\nScope of the count\nIt found:\n- ${OTHER}`)).toEqual([
      [PARAGRAPH],
      [OTHER, 'Scope of the count\nIt found:'],
    ])
  })

  it('gives a headline to the first paragraph only', () => {
    expect(split(`Boats of the coast are few\n\n${PARAGRAPH}\n${OTHER}`)).toEqual([
      [PARAGRAPH, 'Boats of the coast are few'],
      [OTHER],
    ])
  })

  it('takes a byline or a date for no heading', () => {
    const byline = 'Par Jeanne Martin\nPublié le 9 février 2026\nMonday, February 9'
    expect(split(`${byline}\n${PARAGRAPH}`)).toEqual([[byline], [PARAGRAPH]])
  })

  it('keeps the lines of a hard-wrapped paragraph together', () => {
    const wrapped = PARAGRAPH.replace(' that it', '\nthat it').replace('coast and', 'coast and\n')
    expect(split(`${wrapped}\n\n${OTHER}`)).toEqual([[wrapped], [OTHER]])
  })

  it('does not take a run of short lines for headings', () => {
    expect(split('East coast\nWest coast\nNorth coast\nSouth coast of the country\nIslands')).toEqual([
      ['East coast\nWest coast\nNorth coast\nSouth coast of the country\nIslands'],
    ])
  })

  it('cuts a long paragraph at sentence ends into pieces of 500 or less', () => {
    const passages = splitPassages(articleOf(Array.from({ length: 12 }, () => PARAGRAPH).join(' ')))
    expect(passages.length).toBeGreaterThan(2)
    for (const { text } of passages) {
      expect(text.length).toBeLessThanOrEqual(500)
      expect(text).toMatch(/^The .*\.$/)
    }
  })

  it('cuts a sentence without end at word ends, numbers whole', () => {
    const text = Array.from({ length: 400 }, () => '10 444 boats').join(' ')
    for (const passage of splitPassages(articleOf(text))) {
      expect(passage.text.length).toBeLessThanOrEqual(1000)
      expect(passage.text).not.toMatch(/^444|10$/)
    }
  })

  it('never cuts a surrogate pair, not in a word without end either', () => {
    const text = `a${'𝒳'.repeat(2000)}`
    const passages = splitPassages(articleOf(text))
    expect(passages.map((passage) => passage.text).join('')).toBe(text)
    for (const passage of passages) expect(passage.text.isWellFormed()).toBe(true)
  })

  it('keeps the median at 500 or less in an article of long paragraphs', () => {
    const text = Array.from({ length: 9 }, () => `${PARAGRAPH} ${OTHER} `.repeat(4).trim()).join('\n')
    expect(median(splitPassages(articleOf(text)))).toBeLessThanOrEqual(500)
  })

  it('makes none of an article without words', () => {
    expect(split('')).toEqual([])
    expect(split('|\n***\n')).toEqual([])
  })
})

// Each "wxw" becomes a word of its own, so that none is found in place of another.
const words = fc
  .array(fc.constantFrom('wxw', 'Wxw', '12', 'the', 'M.', 'wxwwwwwww,'), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(' '))
const sentence = fc
  .tuple(words, fc.constantFrom('.', '?', '…', '.”', ' ', ' !', ':', ''))
  .map(([start, end]) => `${start.charAt(0).toUpperCase()}${start.slice(1)}${end}`)
const line = fc.oneof(
  { weight: 5, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 12 }).map((sentences) => sentences.join(' ')) },
  sentence.map((text) => `- ${text}`),
  sentence.map((text) => `1. ${text}`),
  sentence.map((text) => `## ${text}`),
  sentence.map((text) => `🔍 ${text}`),
  sentence.map((text) => `đź§ ${text}`),
  sentence.map((text) => `> ${text}`),
  fc.constantFrom(
    '',
    '|',
    'Share',
    'Getting your player ready...',
    'A title of some words | RSS.com',
    '😀😀',
    '\uD83D',
    'It found:',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer({ min: 400, max: 3000 }).map((length) => '𝒳'.repeat(length)),
)
const articles = fc
  .tuple(
    fc.array(line, { maxLength: 25 }),
    fc.constantFrom('\n', '\r\n', '\n\n'),
    fc.array(fc.nat(2000), { maxLength: 4 }),
  )
  .map(([lines, lineBreak, cuts]) => {
    let number = 0
    const text = lines.join(lineBreak).replace(/xw/g, () => `x${number++}x`)
    const skip = cuts.flatMap((start) => {
      const isPair = (at: number): boolean => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
      const end = Math.min(text.length, start + 20)
      return end <= start || isPair(start) || isPair(end) ? [] : [{ start, end }]
    })
    return articleOf(text, { skip })
  })

function median(passages: readonly Passage[]): number {
  const lengths = passages.map(({ text }) => text.length).toSorted((a, b) => a - b)
  return lengths[Math.floor((lengths.length - 1) / 2)] ?? 0
}

describe('passages of any article', () => {
  it('are trimmed slices in order that overlap neither each other nor what is skipped, 1,000 units at most', () => {
    fc.assert(
      fc.property(articles, (article) => {
        let position = 0
        for (const passage of splitPassages(article)) {
          expect(article.text.slice(passage.start, passage.end)).toBe(passage.text)
          expect(passage.text).toBe(passage.text.trim())
          expect(passage.text.length).toBeGreaterThan(0)
          expect(passage.text.length).toBeLessThanOrEqual(1000)
          expect(passage.start).toBeGreaterThanOrEqual(position)
          expect(article.skip.some(({ start, end }) => start < passage.end && end > passage.start)).toBe(false)
          if (article.text.isWellFormed()) expect(passage.text.isWellFormed()).toBe(true)
          if (passage.context !== undefined) expect(article.text).toContain(passage.context)
          position = passage.end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('hold every word that is not skipped, or have it in their context, or the title has it', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const passages = splitPassages(article)
        const shown = [...passages.flatMap(({ text, context }) => [text, context ?? '']), article.title ?? ''].join(
          '\n',
        )
        const present = new Set(wordsOf(shown))
        let start = 0
        for (const skip of [...article.skip, { start: article.text.length, end: 0 }]) {
          for (const word of wordsOf(article.text.slice(start, skip.start))) {
            if (!present.has(word)) expect.fail(`"${word}" is nowhere`)
          }
          start = skip.end
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Long words may be cut: their first 100 units speak for them. */
function wordsOf(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length < 100)
}
