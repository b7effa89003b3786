import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choosePeriod } from '../../../src/figures-table/periods/choose-period.ts'
import { findPeriods } from '../../../src/figures-table/periods/find-periods.ts'
import { isoOf, placeDate } from '../../../src/figures-table/periods/place-date.ts'
import { spanOf, spansOverlap } from '../../../src/figures-table/periods/time-span.ts'
import type { Language } from '../../../src/types.ts'

function periodOf(text: string, figure: string, language: Language = 'en'): string | undefined {
  const start = text.indexOf(figure)
  const periods = findPeriods(text, language)
  return choosePeriod(text, periods, { start, end: start + figure.length }, undefined, undefined).period?.text
}

describe('for when a figure is given', () => {
  it('takes the date of its own clause', () => {
    const text = 'The flood of 2010 killed 46 people, and that of 2022 displaced 35,000 people.'
    expect(periodOf(text, '46')).toBe('2010')
    expect(periodOf(text, '35,000')).toBe('2022')
  })

  it('takes a period that has only a name', () => {
    expect(periodOf('During the second term of the council, 300 were fined.', '300')).toBe(
      'the second term of the council',
    )
    expect(periodOf('In the fourth quarter, 300 were fined.', '300')).toBe('the fourth quarter')
  })

  it.each<[string, string, Language, string]>([
    ['Between July 14 and 16, 2025, the police arrested 300 men.', '300', 'en', 'Between July 14 and 16, 2025'],
    ['The police arrested 300 men on July 14-16.', '300', 'en', 'July 14-16'],
    ['They fined 300 drivers from March 3 to April 5, 2024.', '300', 'en', 'from March 3 to April 5, 2024'],
    ['Between 2016 and 2022 the club sent 212 bills.', '212', 'en', 'Between 2016 and 2022'],
    ['From Monday to Thursday, 300 drivers were fined.', '300', 'en', 'From Monday to Thursday'],
    ['La police a arrêté 300 hommes du 14 au 16 juillet 2025.', '300', 'fr', 'du 14 au 16 juillet 2025'],
    ['Entre le 14 et le 16 juillet, 300 hommes ont fui.', '300', 'fr', 'Entre le 14 et le 16 juillet'],
    ['Le 14–16 juillet, 300 hommes ont fui.', '300', 'fr', '14–16 juillet'],
    ['Du 3 mars au 5 avril 2024, 300 hommes ont fui.', '300', 'fr', 'Du 3 mars au 5 avril 2024'],
    ['Dans la nuit de samedi à dimanche, 300 hommes ont fui.', '300', 'fr', 'samedi à dimanche'],
    ['On July 14, 15 and 16, 2025, they fined 300 drivers.', '300', 'en', 'July 14, 15 and 16, 2025'],
    ['They fined 300 drivers in 2010 and 2022.', '300', 'en', '2010'],
    ['They fined 300 drivers on July 14, 2025 and closed a road on May 2.', '300', 'en', 'July 14, 2025'],
  ])('takes the whole range: %s', (text, figure, language, period) => {
    expect(periodOf(text, figure, language)).toBe(period)
  })

  it.each<[string, string, Language, string, 'from' | 'until' | undefined]>([
    ['À partir de juin 2025, des équipes ont visité 300 sites.', '300', 'fr', 'À partir de juin 2025', 'from'],
    ['Depuis le 3 mars 2024, 300 sites ont fermé.', '300', 'fr', 'Depuis le 3 mars 2024', 'from'],
    ["À compter du milieu de l'année 2025, 300 sites", '300', 'fr', "À compter du milieu de l'année 2025", 'from'],
    ["Ils ont fermé 300 sites jusqu'en mars 2024.", '300', 'fr', "jusqu'en mars 2024", 'until'],
    ["Fermer 300 sites d'ici à 2030.", '300', 'fr', "d'ici à 2030", 'until'],
    ['Fin mars 2024, 300 sites ont fermé.', '300', 'fr', 'Fin mars 2024', undefined],
    ['They have closed 300 sites since early 2026.', '300', 'en', 'since early 2026', 'from'],
    ['From June 2025, teams visited 300 sites.', '300', 'en', 'From June 2025', 'from'],
    ['A report from June 2025 counts 300 sites.', '300', 'en', 'June 2025', undefined],
    ['At the end of 2024 there were 300 sites.', '300', 'en', 'the end of 2024', undefined],
    ['They closed 300 sites before May 5, 2024.', '300', 'en', 'before May 5, 2024', 'until'],
  ])('keeps the words that open, end or part it: %s', (text, figure, language, period, open) => {
    expect(periodOf(text, figure, language)).toBe(period)
    expect(findPeriods(text, language).find((found) => found.text === period)?.open).toBe(open)
  })

  it('knows which periods have a day in common', () => {
    const spanIn = (text: string) => findPeriods(text, 'en').map((period) => spanOf(period))[0]
    const asked = spanIn('in 2019')
    if (asked === undefined) throw new Error('no span')
    const isAsked = (text: string) => {
      const span = spanIn(text)
      return span === undefined ? undefined : spansOverlap(span, asked)
    }
    expect(isAsked('in May 2019')).toBe(true)
    expect(isAsked('from December 30, 2018 to January 2, 2019')).toBe(true)
    expect(isAsked('since 2017')).toBe(true)
    expect(isAsked('the third quarter of 2019')).toBe(true)
    expect(isAsked('in the 2010s')).toBe(true)
    expect(isAsked('since June 2025')).toBe(false)
    expect(isAsked('on February 8, 2026')).toBe(false)
    expect(isAsked('until 2018')).toBe(false)
    expect(isAsked('over the past two years')).toBeUndefined()
    expect(isAsked('in the sixth term')).toBeUndefined()
  })

  it('sorts a range by its first day', () => {
    const [range] = findPeriods('From March 3 to April 5, 2024, they fined 300 drivers.', 'en')
    expect(isoOf(range?.date)).toBe('2024-03-03')
    const [turn] = findPeriods('Du 30 décembre 2024 au 2 janvier 2025', 'fr')
    expect(isoOf(turn?.date)).toBe('2024-12-30')
  })

  it('gives slices of the text that do not overlap, whatever the dates', () => {
    const day = fc.integer({ min: 1, max: 28 })
    const joint = fc.constantFrom(' and ', ' to ', '-', ' – ', ', ', ' or ')
    fc.assert(
      fc.property(day, day, joint, fc.constantFrom('from ', 'between ', 'on ', ''), (first, last, between, lead) => {
        const text = `They fined 300 drivers ${lead}May ${first}${between}June ${last}, 2024 and July ${last}${between}${first}.`
        let end = 0
        for (const period of findPeriods(text, 'en')) {
          expect(text.slice(period.start, period.end)).toBe(period.text)
          expect(period.start).toBeGreaterThanOrEqual(end)
          end = period.end
        }
      }),
    )
  })

  it('knows none where none is said', () => {
    expect(periodOf('They fined 300 drivers.', '300')).toBeUndefined()
  })

  it('keeps the day of saying apart from the period', () => {
    const text = 'On May 8 the mayor said that in 2021 they fined 300 drivers.'
    const verb = { start: text.indexOf('said'), end: text.indexOf('said') + 4 }
    const start = text.indexOf('300')
    const { said, period } = choosePeriod(text, findPeriods(text, 'en'), { start, end: start + 3 }, verb, undefined)
    expect([said?.text, period?.text]).toEqual(['May 8', '2021'])
  })

  it('gives a date without a year the one that the article or its publication gives, and no other', () => {
    expect(isoOf(placeDate({ month: 2, day: 8 }, [{ year: 2026, month: 2, day: 8 }]))).toBe('2026-02-08')
    expect(isoOf(placeDate({ month: 2, day: 8 }, [{ year: 2020, month: 7, day: 10 }]))).toBeUndefined()
    expect(isoOf(placeDate({ month: 2, day: 8 }, [{ year: 2026, month: 2, day: 9 }]))).toBe('2026-02-08')
    expect(
      isoOf(
        placeDate({ month: 2, day: 8 }, [
          { year: 2025, month: 2 },
          { year: 2026, month: 2, day: 9 },
        ]),
      ),
    ).toBeUndefined()
    expect(isoOf(placeDate({ month: 2, day: 8 }, [], '2026-02-09'))).toBe('2026-02-08')
    expect(isoOf(placeDate({ month: 12, day: 30 }, [], '2026-01-02'))).toBe('2025-12-30')
  })
})
