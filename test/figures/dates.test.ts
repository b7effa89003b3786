import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DateParts, dateCovers, datesAgree, findDates } from '../../src/figures/dates.ts'
import type { Language } from '../../src/types.ts'

function parts(text: string, language: Language): readonly DateParts[] {
  return findDates(text, language).map(({ year, month, day }) => ({
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  }))
}

const examples: readonly (readonly [string, Language, readonly DateParts[]])[] = [
  ['le 8 février', 'fr', [{ month: 2, day: 8 }]],
  ['le 8 fevrier 2026', 'fr', [{ year: 2026, month: 2, day: 8 }]],
  ['le 1er mars 2024', 'fr', [{ year: 2024, month: 3, day: 1 }]],
  ['February 8, 2026', 'en', [{ year: 2026, month: 2, day: 8 }]],
  ['Sunday, 8 Feb 2026', 'en', [{ year: 2026, month: 2, day: 8 }]],
  [
    'between July 14 and 16, 2025, police',
    'en',
    [
      { year: 2025, month: 7, day: 14 },
      { year: 2025, month: 7, day: 16 },
    ],
  ],
  ['On July 14 and 16 people were hurt', 'en', [{ month: 7, day: 14 }]],
  [
    'du 14 au 16 juillet 2025',
    'fr',
    [
      { year: 2025, month: 7, day: 14 },
      { year: 2025, month: 7, day: 16 },
    ],
  ],
  ['on October 8, he noted', 'en', [{ month: 10, day: 8 }]],
  ['dated July 10, 2020, indicated', 'en', [{ year: 2020, month: 7, day: 10 }]],
  ['en juin 2025', 'fr', [{ year: 2025, month: 6 }]],
  ['en 2023 avec', 'fr', [{ year: 2023 }]],
  ['the 2025 raids', 'en', [{ year: 2025 }]],
  ['8/2/2026', 'fr', [{ year: 2026, month: 2, day: 8 }]],
  ['8/2/2026', 'en', [{ year: 2026, month: 8, day: 2 }]],
  ['25/12/2026', 'en', [{ year: 2026, month: 12, day: 25 }]],
  ['2026-02-08', 'en', [{ year: 2026, month: 2, day: 8 }]],
  ['a skirmish in May.', 'en', [{ month: 5 }]],
  ['you may go to Mars', 'en', []],
  ['May 5,000 people come', 'en', []],
  ['2000 personnes', 'fr', []],
  ['32 juin', 'fr', [{ month: 6 }]],
]

const relative: readonly (readonly [string, Language])[] = [
  ['yesterday', 'en'],
  ['last month', 'en'],
  ['five years ago', 'en'],
  ['the past two years', 'en'],
  ['la semaine derniere', 'fr'],
  ["l'année dernière", 'fr'],
  ['ces derniers mois', 'fr'],
  ['il y a cinq ans', 'fr'],
]

const englishMonths = 'January February March April May June July August September October November December'.split(' ')
const frenchMonths = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

describe('dates', () => {
  it.each(examples)('reads "%s"', (text, language, expected) => {
    expect(parts(text, language)).toEqual(expected)
  })

  it.each(relative)('flags "%s" as relative', (text, language) => {
    expect(findDates(text, language)).toMatchObject([{ precision: 'relative', relative: true, text }])
  })

  it('reads any date back from every writing', () => {
    const date = fc.record({
      year: fc.integer({ min: 1900, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    fc.assert(
      fc.property(date, ({ year, month, day }) => {
        const english = englishMonths[month - 1] ?? ''
        const french = frenchMonths[month - 1] ?? ''
        const two = (value: number) => String(value).padStart(2, '0')
        const writings: readonly (readonly [string, Language])[] = [
          [`${english} ${day}, ${year}`, 'en'],
          [`${day} ${english} ${year}`, 'en'],
          [`${day} ${french} ${year}`, 'fr'],
          [`${day}\u202f${french.normalize('NFD')} ${year}`, 'fr'],
          [`${day}/${month}/${year}`, 'fr'],
          [`${month}/${day}/${year}`, 'en'],
          [`${year}-${two(month)}-${two(day)}`, 'fr'],
        ]
        for (const [text, language] of writings)
          expect(parts(`(${text})`, language), text).toEqual([{ year, month, day }])
      }),
    )
  })

  it('gives slices of the text in order that never overlap', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('8 ', 'février', ' and ', '2026', 'July 14', ', ', '/', '16', ' mai ', 'last week', 'e\u0301'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.constantFrom<Language>('en', 'fr'), (pieces, language) => {
        const text = pieces.join('')
        let last = 0
        for (const date of findDates(text, language)) {
          expect(text.slice(date.start, date.end)).toBe(date.text)
          expect(date.start).toBeGreaterThanOrEqual(last)
          last = date.end
        }
      }),
    )
  })

  it('compares only the parts that both dates give', () => {
    expect(datesAgree({ year: 2026, month: 2 }, { month: 2, day: 8 })).toBe(true)
    expect(datesAgree({ month: 10, day: 9 }, { month: 10, day: 8 })).toBe(false)
    expect(dateCovers({ year: 2026, month: 2 }, { month: 2, day: 8 })).toBe(false)
    expect(dateCovers({ month: 2 }, { month: 2, day: 8 })).toBe(true)
  })
})
