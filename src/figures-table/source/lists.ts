/** What the items of a list leave to the line that introduces them and to the sentence that tells of the event. */
import { articleOf } from '../../reading/article-of.ts'
import type { Unit } from '../../reading/quotable.ts'
import { findPeriods } from '../periods/find-periods.ts'
import { isoOf } from '../periods/place-date.ts'
import { openingDateline } from './opening-dateline.ts'

export type ListReader = {
  /** The items of the same list, itself among them; none for what is no item. */
  itemsOf(unit: Unit): readonly Unit[]
  /**
   * The sentence that tells of the one event that an article has spoken of before a list: the one with the only date; the
   * first sentence where no date is given. Undefined where several days are named, and for what is no item.
   */
  eventOf(unit: Unit): Unit | undefined
}

/** Stands below a line that introduces it and ends in a colon. */
export function isListItem({ context }: Unit): boolean {
  return context?.text.trimEnd().endsWith(':') === true
}

/** @param units whole articles in reading order. */
export function createListReader(units: readonly Unit[]): ListReader {
  const byArticle = new Map<string, Unit[]>()
  for (const unit of units) byArticle.set(articleOf(unit), [...(byArticle.get(articleOf(unit)) ?? []), unit])
  const events = new Map<string, Unit | undefined>()
  const listOf = (unit: Unit): string => `${articleOf(unit)} ${unit.context?.text ?? ''}`
  const unitsBeside = (unit: Unit): readonly Unit[] => byArticle.get(articleOf(unit)) ?? []
  const itemsOf = (unit: Unit): readonly Unit[] =>
    isListItem(unit) ? unitsBeside(unit).filter((other) => listOf(other) === listOf(unit)) : []
  return {
    itemsOf,
    eventOf(unit) {
      if (!isListItem(unit)) return undefined
      const key = listOf(unit)
      if (!events.has(key)) events.set(key, findEvent(unitsBeside(unit), itemsOf(unit)))
      return events.get(key)
    },
  }
}

function findEvent(article: readonly Unit[], items: readonly Unit[]): Unit | undefined {
  const [first] = items
  const before = first === undefined ? [] : article.slice(0, article.indexOf(first))
  const told = before.flatMap((unit) => {
    const dateline = openingDateline(unit.text, unit.language)?.end ?? 0
    return findPeriods(unit.text, unit.language).flatMap(({ start, date }) =>
      start < dateline || date?.month === undefined ? [] : [{ unit, day: isoOf(date) ?? `${date.month}-${date.day}` }],
    )
  })
  const days = new Set(told.map(({ day }) => day))
  if (days.size === 0) return before.find((unit) => unit.text.trimEnd() !== items[0]?.context?.text.trimEnd())
  return days.size === 1 ? told[0]?.unit : undefined
}
