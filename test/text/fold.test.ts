import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWords } from '../../src/text/fold.ts'

const words = (text: string) => foldWords(text).map((found) => found.word)

/** Text with a good share of what folding has rules for, and of what breaks careless code. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 0, max: 12_345_678 }).map(String),
      fc.constantFrom(
        ...[' ', '\u202f', '\u00a0', ',', '.', "'", '’', '´', '²', '½', '①', '\u0301', '\u200b', '\u00ad', '\ufeff'],
        ...['\ud800', '\udc00', '👩‍🚀', 'é', 'Œ', 'ﬁ', 'İ', 'ẞ', 'ŉ', '٣', '…', 'l', '444', '10', '1', '000', '™'],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('fold', () => {
  it.each([
    ['Œuvre, cœur, Ægean, Straße', 'oeuvre, coeur, aegean, strasse'],
    ['ÉTÉ À Noël', 'ete a noel'],
    ['l’escroquerie', 'l escroquerie'],
    ["Cambodia's", 'cambodia s'],
    ['10 444', '10444'],
    ['10\u202f444', '10444'],
    ['10\u00a0444', '10444'],
    ['10,444', '10444'],
    ['10’444', '10444'],
    ['1 234 567,89', '1234567.89'],
    ['1,234,567.89', '1234567.89'],
    ['48,6 milliards', '48.6 milliards'],
    ['48.6 billion', '48.6 billion'],
    ['0,125', '0.125'],
    ['2023, 500', '2023, 500'],
    ['in 2023 500 people', 'in 2023 500 people'],
    ['en 2023 500 000 personnes', 'en 2023 500000 personnes'],
    ['1.10 444', '1.10 444'],
    ['G20 100', 'g20 100'],
    ['1,2,3', '1,2,3'],
    ['08.02.2026', '08.02.2026'],
    ['“a” «b» – c—d', '"a" "b" - c-d'],
    ['CO₂ 10²', 'co2 10^2'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds a number however its digits are grouped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 999_999_999 }),
        fc.constantFrom(' ', '\u202f', '\u00a0', '\u2009', ','),
        (number, separator) => {
          const grouped = String(number).replace(/\B(?=(\d{3})+$)/g, separator)
          expect(words(`about ${grouped} people`)).toEqual(['about', String(number), 'people'])
        },
      ),
    )
  })
})

describe('fold and foldWords', () => {
  it.each(['1', '1,', '1 ', '1,234', ' 234', '1.', "1'234,", 'é', "l'", '½', '\u0301', ',5'])(
    'take no longer than the text is long, with %s over and over',
    (part) => {
      const text = part.repeat(Math.ceil(100_000 / part.length))
      const started = performance.now()
      fold(text)
      foldWords(text)
      expect(performance.now() - started).toBeLessThan(5_000)
    },
  )
})

describe('foldWords', () => {
  it('parts symbols from figures and elided articles from nouns', () => {
    expect(words('US$33 in l’escroquerie (C++)')).toEqual(['us', '33', 'in', 'l', 'escroquerie', 'c'])
  })

  it('ends a number where its unit begins', () => {
    expect(words('48,6bn, 10 444km, 5G, G20, 1er')).toEqual(['48.6', 'bn', '10444', 'km', '5', 'g', 'g20', '1', 'er'])
  })

  it('gives the offsets of the original text', () => {
    const text = 'Près de 10 444 œuvres'
    expect(foldWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Près', 'de', '10 444', 'œuvres'])
  })

  it('keeps an accent written apart with its letter', () => {
    const text = 'cafe\u0301!'
    expect(foldWords(text)).toEqual([{ word: 'cafe', start: 0, end: 5 }])
  })

  it('gives offsets whose slice folds to the same word, in order', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let previous = { start: 0, end: 0 }
        for (const { word, start, end } of foldWords(text)) {
          // One character may hold two words ("½"): they share its range.
          expect(start).toBeGreaterThanOrEqual(previous.start)
          expect(end).toBeGreaterThanOrEqual(previous.end)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(words(text.slice(start, end)).join(' ')).toContain(word)
          previous = { start, end }
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds the same words in a text and in its folded form', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(words(fold(text))).toEqual(words(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('folds its own words to themselves', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const word of words(text)) expect(words(word)).toEqual([word])
      }),
    )
  })
})
