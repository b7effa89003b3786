import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../../src/figures/numbers.ts'
import { hedgeOf } from '../../../src/figures-table/source/hedge-of.ts'
import { thingCounted } from '../../../src/figures-table/source/thing-counted.ts'
import type { Language } from '../../../src/types.ts'

function thingOf(text: string, language: Language): string | undefined {
  const [number] = findNumbers(text, language)
  const range = number === undefined ? undefined : thingCounted(text, language, number)
  return range === undefined ? undefined : text.slice(range.start, range.end)
}

describe('the thing counted', () => {
  it.each<[string, Language, string]>([
    ['Ils ont renvoyé 300 citoyens danois le même jour.', 'fr', 'citoyens danois'],
    ['Ils ont visité 70 ateliers clandestins en mai.', 'fr', 'ateliers clandestins'],
    ['Il y a 40 élèves par classe dans la ville.', 'fr', 'élèves par classe'],
    ["Ils ont fermé 12 réseaux d'escroquerie en ligne.", 'fr', "réseaux d'escroquerie en ligne"],
    ['Elle a trouvé 9 étrangers à reloger.', 'fr', 'étrangers'],
    ['Ils ont compté 9 étrangers de 12 pays.', 'fr', 'étrangers'],
    [
      'Police held 27 suspects from Denmark, Finland, and Sweden on Friday.',
      'en',
      'suspects from Denmark, Finland, and Sweden',
    ],
    ['They lost 40 litres of oil in the storm.', 'en', 'litres of oil'],
    ['They expelled 40 people in May.', 'en', 'people'],
    ['The trade brings billions in illicit revenue annually.', 'en', 'in illicit revenue'],
  ])('%s', (text, language, thing) => {
    expect(thingOf(text, language)).toBe(thing)
  })

  it('lies within the text, whatever it holds', () => {
    const words = fc.constantFrom(
      '12',
      'people',
      'of',
      'the',
      'Denmark',
      ',',
      'd’',
      'citoyens',
      'danois',
      'à',
      'ﬁ',
      '½',
      '- ',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), fc.constantFrom<Language>('en', 'fr'), (list, language) => {
        const text = list.join(' ')
        return findNumbers(text, language).every((number) => {
          const range = thingCounted(text, language, number)
          return (
            range === undefined || (range.start >= number.end && range.start <= range.end && range.end <= text.length)
          )
        })
      }),
    )
  })
})

describe('how surely a figure is given', () => {
  it.each<[string, string, Language, string | undefined]>([
    ["Ils sont accusés d'avoir détourné 3,5 millions d'euros.", '3,5', 'fr', "accusés d'avoir détourné"],
    ["Ils sont accusés d'avoir détourné 3,5 millions d'euros (3,8 millions).", '3,8', 'fr', "accusés d'avoir détourné"],
    ['Le nombre de marins exploités atteindrait 340.', '340', 'fr', 'atteindrait'],
    ['They are suspected of stealing 40 cows.', '40', 'en', 'suspected of stealing'],
    ['The plan would create 40 jobs.', '40', 'en', 'would create'],
    ['In May 40 cows were sold.', '40', 'en', undefined],
    ['La mairie opérait 40 bus.', '40', 'fr', undefined],
    ['Police arrested 12 suspects and seized 40 phones.', '40', 'en', undefined],
  ])('%s', (text, figure, language, hedge) => {
    const start = text.indexOf(figure)
    const range = hedgeOf(text, language, { start, end: start + figure.length })
    expect(range === undefined ? undefined : text.slice(range.start, range.end)).toBe(hedge)
  })
})
