import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWords, withoutMarkdown } from '../../src/rendering/texts/display-words.ts'

const markdown = { path: 'articles/story.md' }
const show = (text: string) => displayWords({ text, marks: [] }, markdown).text

describe('the words of an article in Markdown', () => {
  it.each([
    ['strong and emphasis', 'He **said** that *it* was __over__ and _done_.', 'He said that it was over and done.'],
    ['strong inside emphasis', '***All*** of it', 'All of it'],
    ['a marker whose other half is not in the quote', 'police said** that 3 men', 'police said that 3 men'],
    [
      'underscores within words stay',
      'the file snake_case_name and 2 * 3 * 4',
      'the file snake_case_name and 2 * 3 * 4',
    ],
    ['links', 'as [the ministry](https://example.org/a_(b) "title") said', 'as the ministry said'],
    ['links by name', 'as [the ministry][1] said [sic]', 'as the ministry said [sic]'],
    ['a strong link', '**[Reuters](https://example.org)** says', 'Reuters says'],
    ['code', 'run `rm` and ``a`b`` now', 'run rm and ``a`b`` now'],
    ['escaped marks', String.raw`5 \* 3 \[sic\] a\_b`, '5 * 3 [sic] a_b'],
    ['headings and quotation marks of lines', '## The end\n> He left.', 'The end\nHe left.'],
    ['a table', '| Year | Dead |\n|---|---:|\n| 2025 | 12 |', 'Year · Dead\n2025 · 12'],
    ['a row of a table', '| 2025 | **12** |', '2025 · 12'],
    ['prices and stars stay', 'a 5* hotel at $10 * 2', 'a 5* hotel at $10 * 2'],
  ])('are shown without the markers: %s', (_name, raw, shown) => {
    expect(show(raw)).toBe(shown)
  })

  it('stay as they are in any other article', () => {
    const marked = { text: '**so** | [x](y)', marks: [] }
    expect(withoutMarkdown(marked, { path: 'seeds/a.txt' })).toBe(marked)
    expect(withoutMarkdown(marked, { path: 'notes/A.MD' }).text).toBe('so · x')
  })

  it('keep their marks', () => {
    const text = 'It cost **48.6 billion** won, [he](https://example.org) said.'
    const start = text.indexOf('48.6')
    const { text: shown, marks } = displayWords(
      {
        text,
        marks: [
          { start, end: start + '48.6 billion'.length },
          { start: text.indexOf('[he]'), end: text.indexOf(' said') },
        ],
      },
      markdown,
    )
    expect(marks.map((range) => shown.slice(range.start, range.end))).toEqual(['48.6 billion', 'he'])
  })

  it('lose no letter and no digit, whatever markers stand among them', () => {
    const pieces = fc.constantFrom(
      '**',
      '*',
      '_',
      '__',
      '`',
      '|',
      ' ',
      ' ',
      '\n',
      'été',
      '444',
      'a.b',
      '\\',
      '~~',
      '#',
      '>',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(), fc.nat(), (parts, one, other) => {
        const text = parts.join('')
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b)
        const onlyWords = (words: string) => words.replaceAll(/[^\p{L}\p{N}]/gu, '')
        const { text: shown, marks } = displayWords({ text, marks: [{ start, end }] }, markdown)
        expect(onlyWords(shown)).toBe(onlyWords(text))
        expect(onlyWords(marks.map((range) => shown.slice(range.start, range.end)).join(''))).toBe(
          onlyWords(text.slice(start, end)),
        )
      }),
    )
  })

  it('are read in a time that grows with their length only', () => {
    const hostile = [
      '['.repeat(10_000),
      '*a'.repeat(5_000),
      '_a '.repeat(4_000),
      '`'.repeat(10_000),
      '|-'.repeat(5_000),
      '[a](('.repeat(2_000),
    ]
    for (const text of hostile) expect(show(text).length).toBeLessThanOrEqual(text.length * 3)
  })
})
