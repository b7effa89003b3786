import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUnits } from '../../src/reading/quotable.ts'
import { foldWords } from '../../src/text/fold.ts'
import type { Language, Passage } from '../../src/types.ts'

let made = 0

/** Units are remembered by passage id, so each text gets one of its own. */
function passage(text: string, context?: string, language: Language = 'en'): Passage {
  made += 1
  const id = `units@1.${made}`
  const place = { ordinal: made, start: 0, end: text.length }
  return { id, articleId: 'units', version: '1', ...place, text, language, ...(context !== undefined && { context }) }
}

const textsOf = (text: string, context?: string) => readUnits(passage(text, context)).map((unit) => unit.text)

describe('the sentences that can be quoted', () => {
  it('are the sentences of a passage', () => {
    expect(textsOf('The ferry left at 8. It carried 340 people. Was it full?')).toEqual([
      'The ferry left at 8.',
      'It carried 340 people.',
      'Was it full?',
    ])
  })

  it('keep a line that ends in a colon with what it introduces', () => {
    expect(textsOf('The captain stated:\n“We were late.” Nobody was hurt.')[0]).toMatch(
      /^The captain stated:\n“We were late\.”/,
    )
    expect(textsOf('The captain stated:')).toEqual(['The captain stated:'])
  })

  it('leave out what has no word', () => {
    expect(textsOf('… !!! —')).toEqual([])
    expect(textsOf('')).toEqual([])
  })

  it('know the words before them and of the line that introduces their list', () => {
    const [first, second] = readUnits(passage('Poipet: 270 people. Kratie: 312 people.', 'The raids targeted:'))
    expect(first?.vocabulary).toEqual(['poipet', '270', 'people'])
    expect(first?.surroundings).toEqual(['the', 'raids', 'targeted'])
    expect(second?.surroundings).toEqual(['the', 'raids', 'targeted', 'poipet', '270', 'people'])
    expect(second?.context).toBe(first?.context)
  })

  it('are slices in reading order, apart from each other, and hold every word of the passage', () => {
    const piece = fc.constantFrom(
      'M. Sar Sokha',
      'a dit',
      '10 444',
      '.',
      '!',
      ':',
      '\n',
      '“',
      '”',
      '"',
      'U.S.',
      '3.5 %',
      '😀',
      'é',
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(text, fc.constantFrom<Language>('en', 'fr'), (content, language) => {
        const units = readUnits(passage(content, undefined, language))
        let last = 0
        for (const [position, unit] of units.entries()) {
          expect(content.slice(unit.start, unit.end)).toBe(unit.text)
          expect(unit.start).toBeGreaterThanOrEqual(last)
          expect(unit.position).toBe(position)
          expect(unit.words.length).toBeGreaterThan(0)
          last = unit.end
        }
        const words = units.flatMap((unit) => unit.words.map(({ word }) => word))
        expect(words).toEqual(foldWords(content).map(({ word }) => word))
      }),
      { numRuns: 200 },
    )
  })
})
