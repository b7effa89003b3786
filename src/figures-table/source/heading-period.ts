/** The period that a heading gives to what stands below it: "Results for 2024", "Édition 2025", the days of a chronicle. */
import { articleOf } from '../../reading/article-of.ts'
import type { Unit } from '../../reading/quotable.ts'
import { findPeriods, type Period } from '../periods/find-periods.ts'
import { isListItem } from './lists.ts'
import type { Sentence } from './sentence.ts'

/** A longer line tells something, and not all below it is of that time. */
const mostWords = 6

export type HeadingReader = (unit: Unit) => { readonly sentence: Sentence; readonly period: Period } | undefined

/** @param texts the texts of articles by `articleOf`; below a heading of another article nothing is known. */
export function createHeadingReader(units: readonly Unit[], texts: ReadonlyMap<string, string>): HeadingReader {
  const days = new Map<string, Set<string>>()
  for (const unit of units) {
    const line = lineOf(unit)
    if (line === undefined || periodIn(line, unit)?.date?.precision !== 'day') continue
    days.set(articleOf(unit), (days.get(articleOf(unit)) ?? new Set()).add(line))
  }
  return (unit) => {
    const line = lineOf(unit)
    const period = line === undefined ? undefined : periodIn(line, unit)
    if (line === undefined || period === undefined) return undefined
    // One day alone is when the article was written.
    const isDay = period.date?.precision === 'day'
    if (isDay && (days.get(articleOf(unit))?.size ?? 0) < 2) return undefined
    const offset = texts.get(articleOf(unit))?.lastIndexOf(line, unit.passage.start) ?? -1
    return offset === -1 ? undefined : { sentence: { text: line, language: unit.language, offset }, period }
  }
}

/** The last line of the headings above; undefined below none and in a list, which has a line of its own. */
function lineOf(unit: Unit): string | undefined {
  if (unit.context === undefined || isListItem(unit)) return undefined
  const line =
    unit.context.text
      .trimEnd()
      .split(/[\n\r]+/u)
      .at(-1)
      ?.trim() ?? ''
  return line === '' || line.split(/\s+/u).length > mostWords ? undefined : line
}

/** Its only period, where that is known without the day of writing and begins or ends the line. */
function periodIn(line: string, { language }: Unit): Period | undefined {
  const periods = findPeriods(line, language)
  const [period] = periods
  if (period === undefined || periods.length > 1 || period.date?.year === undefined) return undefined
  const isAtEdge = !/\p{L}/u.test(line.slice(0, period.start)) || !/[\p{L}\p{N}]/u.test(line.slice(period.end))
  return isAtEdge ? period : undefined
}
