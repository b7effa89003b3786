/** Dates as far as they are known: with the year that the article gives elsewhere. */
import type { DateParts } from '../../figures/dates.ts'

/** `2026-02-08`, `2026-02` or `2026`; undefined without a year. */
export function isoOf(date: DateParts | undefined): string | undefined {
  if (date?.year === undefined) return undefined
  const parts = [String(date.year).padStart(4, '0')]
  if (date.month !== undefined) parts.push(String(date.month).padStart(2, '0'))
  if (date.month !== undefined && date.day !== undefined) parts.push(String(date.day).padStart(2, '0'))
  return parts.join('-')
}

/**
 * A date without its year gets the one that the article itself gives it elsewhere ("le 8 février 2026"), or gives that
 * month, if it is the only one; else the year in which the article was written, or the one before, where that leaves no
 * doubt.
 * @param written ISO date of its publication or dateline.
 */
export function placeDate<Parts extends DateParts>(date: Parts, others: readonly DateParts[], written?: string): Parts {
  if (date.month === undefined || date.year !== undefined) return date
  const { month, day } = date
  const ofMonth = others.filter((other) => other.year !== undefined && other.month === month)
  const same = ofMonth.find((other) => other.day === day)
  if (same?.year !== undefined) return { ...date, year: same.year }
  const years = new Set(ofMonth.map((other) => other.year))
  const [only] = years
  if (only !== undefined && years.size === 1) return { ...date, year: only }
  if (written === undefined || written.length < 7) return date
  const year = Number(written.slice(0, 4))
  const monthsBack = (Number(written.slice(5, 7)) - month + 12) % 12
  if (monthsBack > mostMonthsBack && monthsBack < 11) return date
  const isYearBefore = monthsBack <= mostMonthsBack && month > Number(written.slice(5, 7))
  return { ...date, year: isYearBefore ? year - 1 : year }
}

/** News is of the last months; what lies further back, or may lie ahead, is not placed. The next month is the coming one. */
const mostMonthsBack = 6
