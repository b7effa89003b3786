import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers, isQuantity, type NumberMention, sameNumber } from '../../src/figures/numbers.ts'
import type { Language } from '../../src/types.ts'
import { grouped, inEnglish, inFrench } from './written-numbers.ts'

function only(text: string, language: Language): NumberMention {
  const found = findNumbers(text, language)
  expect(found, text).toHaveLength(1)
  return found[0] as NumberMention
}

const whole = fc.integer({ min: 2, max: 999_999_999_999 })
const spaces = ['\u0020', '\u00a0', '\u202f', '\u2009']

describe('numbers as they are written', () => {
  it('reads any integer back from digits in groups, with any space, comma or apostrophe', () => {
    fc.assert(
      fc.property(
        whole,
        fc.constantFrom(...spaces, ',', "'", ''),
        fc.constantFrom<Language>('en', 'fr'),
        (value, separator, language) => {
          const written = grouped(value, separator)
          const mention = only(`about ${written}, no more`, language)
          expect(mention.text).toBe(written)
          expect(mention.value).toBe(String(value))
        },
      ),
    )
  })

  it('reads any integer back from the grouping of India, 1,50,000', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_00_000, max: 99_99_99_999 }),
        fc.constantFrom<Language>('en', 'fr'),
        (value, language) => {
          const written = value.toLocaleString('en-IN')
          const mention = only(`about ${written}, no more`, language)
          expect(mention.text).toBe(written)
          expect(mention.value).toBe(String(value))
        },
      ),
    )
  })

  it('reads a list of numbers without spaces as no grouping where its last group is no thousand', () => {
    expect(findNumbers('the draw was 1,50,12', 'en').map(({ value }) => value)).not.toContain('15012')
  })

  it('reads the thing counted and the fraction behind the grouping of India', () => {
    expect(only('About 1,50,000 voters came.', 'en')).toMatchObject({ value: '150000', unit: 'voters' })
    expect(only('Près de 2,75,300 électeurs sont inscrits.', 'fr')).toMatchObject({ value: '275300' })
    expect(only('It cost Rs 12,40,500.50 in all.', 'en')).toMatchObject({ value: '1240500.5' })
  })

  it('reads any integer back from words in both languages', () => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(only(`les ${inFrench(value)}.`, 'fr')).toMatchObject({ value: String(value), text: inFrench(value) })
        expect(only(`the ${inEnglish(value)}.`, 'en')).toMatchObject({ value: String(value), text: inEnglish(value) })
      }),
    )
  })

  it('reads every French number up to a thousand', () => {
    for (let value = 2; value <= 1000; value += 1)
      expect(only(inFrench(value), 'fr').value, inFrench(value)).toBe(String(value))
  })

  it('reads decimals with comma or point, scaled exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 99 }), (units, decimals) => {
        const digits = String(decimals).padStart(2, '0')
        const expected = String(Math.round((units + decimals / 100) * 100) * 10_000)
        expect(only(`${units},${digits} millions`, 'fr').value).toBe(expected)
        expect(only(`${units}.${digits} million`, 'en').value).toBe(expected)
      }),
    )
  })

  it('never finds a number inside another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 100, max: 999 }),
        fc.constantFrom(...spaces, ','),
        (head, tail, separator) => {
          const values = findNumbers(`${head}${separator}${tail} sites`, 'fr').map(({ value }) => value)
          expect(values).toEqual([`${head}${tail}`])
        },
      ),
    )
  })

  it('gives slices of the text, in order, that never overlap, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '10 444',
        '8 février',
        ' plus de ',
        'e\u0301',
        '200+',
        '$5bn',
        ' sur ',
        ' à ',
        'quatre-vingt',
        '1,5',
        '🔍',
        '\u202f',
        'une dizaine',
        ' to ',
        '%',
        '.',
        '12h30',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom<Language>('en', 'fr'), (pieces, language) => {
        const text = pieces.join('')
        let last = 0
        for (const mention of findNumbers(text, language)) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text)
          expect(mention.start).toBeGreaterThanOrEqual(last)
          expect(mention.end).toBeGreaterThan(mention.start)
          last = mention.end
          if (mention.unitRange) expect(text.slice(mention.unitRange.start, mention.unitRange.end)).toBe(mention.unit)
        }
      }),
      { numRuns: 200 },
    )
  })
})

type Row = readonly [text: string, language: Language, expected: Partial<NumberMention>]

const examples: readonly Row[] = [
  ['plus de 210 000 autres étrangers', 'fr', { value: '210000', approximate: 'more-than', unit: 'autres étrangers' }],
  ['over 21,000 foreigners', 'en', { value: '21000', approximate: 'more-than', unit: 'foreigners' }],
  ['48,6 milliards de wons', 'fr', { value: '48600000000', currency: 'KRW', kind: 'money', scale: 9 }],
  ['48.6 billion won', 'en', { value: '48600000000', currency: 'KRW', kind: 'money' }],
  ['2 billions', 'fr', { value: '2000000000000' }],
  ['US$33 million', 'en', { value: '33000000', currency: 'USD', text: 'US$33 million' }],
  ["33 millions d'euros", 'fr', { value: '33000000', currency: 'EUR' }],
  ['moins de 50 USD', 'fr', { value: '50', currency: 'USD', approximate: 'less-than' }],
  ['$2.5bn', 'en', { value: '2500000000', currency: 'USD' }],
  ['33 M€', 'fr', { value: '33000000', currency: 'EUR' }],
  ['200+ dogs', 'en', { value: '200', approximate: 'at-least', text: '200+', unit: 'dogs' }],
  ['12\u202f%', 'fr', { value: '12', kind: 'percent' }],
  ['12 pour cent', 'fr', { value: '12', kind: 'percent' }],
  ['3.5 percent', 'en', { value: '3.5', kind: 'percent' }],
  ['âgées de 18 à 35 ans', 'fr', { value: '18', high: '35', kind: 'range', unit: 'ans' }],
  ['aged 18 to 35', 'en', { value: '18', high: '35', kind: 'range' }],
  ['14–16', 'en', { value: '14', high: '16', kind: 'range' }],
  ['between 5 and 10 million dollars', 'en', { value: '5000000', high: '10000000', currency: 'USD' }],
  ['7 out of 10 people', 'en', { value: '7', high: '10', kind: 'ratio' }],
  ['un sur cinq', 'fr', { value: '1', high: '5', kind: 'ratio' }],
  ['the sixth term', 'en', { value: '6', kind: 'ordinal' }],
  ['le 6e mandat', 'fr', { value: '6', kind: 'ordinal' }],
  ['the 21st century', 'en', { value: '21', kind: 'ordinal' }],
  ['le XXIe siècle', 'fr', { value: '21', kind: 'ordinal' }],
  ['une dizaine de maisons', 'fr', { value: '10', approximate: 'about', unit: 'maisons' }],
  ['dozens of people', 'en', { value: '12', vague: true, unit: 'people' }],
  ['hundreds of mobile phones', 'en', { value: '100', vague: true, unit: 'mobile phones' }],
  ['des dizaines de milliers de personnes', 'fr', { value: '10000', vague: true, unit: 'personnes' }],
  ['generate billions in revenue', 'en', { value: '1000000000', vague: true }],
  ['two dozen eggs', 'en', { value: '24' }],
  ['half a million', 'en', { value: '500000' }],
  ['un tiers des sites', 'fr', { value: '1/3', kind: 'fraction' }],
  ['1,000 sites', 'fr', { value: '1000' }],
  ['1,5 site', 'fr', { value: '1.5' }],
  ['en 2023', 'fr', { value: '2023', kind: 'year' }],
  ['2000 personnes', 'fr', { value: '2000', kind: 'count', unit: 'personnes' }],
  ['the G20', 'en', { value: '20', kind: 'label' }],
  ['à 20h30', 'fr', { value: '20:30', kind: 'time' }],
  ['50 scam compounds operating', 'en', { value: '50', unit: 'scam compounds' }],
  ['260 Sud-Coréens arrêtés', 'fr', { value: '260', unit: 'Sud-Coréens' }],
]

describe('what a number means where it stands', () => {
  it.each(examples)('reads "%s"', (text, language, expected) => {
    expect(only(text, language)).toMatchObject(expected)
  })

  it('reads a year and a count side by side as two numbers', () => {
    expect(findNumbers('In 2025, 500 sites', 'en').map(({ value, kind }) => [value, kind])).toEqual([
      ['2025', 'year'],
      ['500', 'count'],
    ])
  })

  it('keeps the days and years of dates apart from quantities', () => {
    const found = findNumbers('le 8 février 2026, 428 étrangers', 'fr')
    expect(found.filter(isQuantity).map(({ value }) => value)).toEqual(['428'])
  })

  it('does not take articles, titles and pronouns for numbers', () => {
    for (const [text, language] of [
      ['une femme et un homme', 'fr'],
      ['le Premier ministre', 'fr'],
      ['no one was one of them', 'en'],
      ['a second later', 'en'],
    ] as const) {
      expect(findNumbers(text, language), text).toEqual([])
    }
  })

  it('sees the same figure across languages and writings, and no other', () => {
    const pairs = [
      ['10 444 ordinateurs', '10,444 computers', true],
      ['48,6 milliards', '48.6 billion', true],
      ['soixante-dix', 'seventy', true],
      ['33 millions de dollars', '$33m', true],
      ['12 %', '12 percent', true],
      ['18 à 35', '18 to 35', true],
      ['12 %', '12 people', false],
      ['le 6e', '6 people', false],
      ['des centaines', '100 people', false],
      ['10 444', '10,445', false],
      ['33 euros', '33 dollars', false],
    ] as const
    for (const [french, english, same] of pairs) {
      expect(sameNumber(only(french, 'fr'), only(english, 'en')), `${french} / ${english}`).toBe(same)
    }
  })
})
