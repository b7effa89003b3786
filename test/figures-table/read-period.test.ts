import { describe, expect, it } from 'vitest'
import { findPeriods, isoOf, placeDate, readPeriod } from '../../src/figures-table/read-period.ts'

function periodOf(text: string, figure: string): string | undefined {
  const start = text.indexOf(figure)
  return readPeriod(text, findPeriods(text, 'en'), { start, end: start + figure.length }, undefined, undefined).period
    ?.text
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

  it('knows none where none is said', () => {
    expect(periodOf('They fined 300 drivers.', '300')).toBeUndefined()
  })

  it('keeps the day of saying apart from the period', () => {
    const text = 'On May 8 the mayor said that in 2021 they fined 300 drivers.'
    const verb = { start: text.indexOf('said'), end: text.indexOf('said') + 4 }
    const start = text.indexOf('300')
    const { said, period } = readPeriod(text, findPeriods(text, 'en'), { start, end: start + 3 }, verb, undefined)
    expect([said?.text, period?.text]).toEqual(['May 8', '2021'])
  })

  it('gives a date without a year the one that the article or its publication gives, and no other', () => {
    expect(isoOf(placeDate({ month: 2, day: 8 }, [{ year: 2026, month: 2, day: 8 }]))).toBe('2026-02-08')
    expect(isoOf(placeDate({ month: 2, day: 8 }, [{ year: 2020, month: 7, day: 10 }]))).toBeUndefined()
    expect(isoOf(placeDate({ month: 2, day: 8 }, [], '2026-02-09'))).toBe('2026-02-08')
    expect(isoOf(placeDate({ month: 12, day: 30 }, [], '2026-01-02'))).toBe('2025-12-30')
  })
})
