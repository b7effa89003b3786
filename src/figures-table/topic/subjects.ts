/** What an article is all about, which its sentences need not say again. */
import { articleOf } from '../../reading/article-of.ts'
import type { Unit } from '../../reading/quotable.ts'
import type { Reading } from '../reading.ts'
import { isListItem } from '../source/lists.ts'
import { foundFrom } from './coverage.ts'
import { createLiteral } from './literal.ts'

/** An article is about what its first sentences name, and what so many of its sentences do. */
const subjectOf = { lead: 3, sentences: 3, share: 0.1, from: 0.6 }

/** What an article is about: what its first sentences name, lists aside, and what so many of its sentences do. */
export function createSubjectTest(reading: Reading): (row: number, column: number) => boolean {
  const { coverage } = reading
  const own = createLiteral(reading)
  const rowsOf = new Map<string, number[]>()
  coverage.units.forEach((unit, row) => {
    rowsOf.set(articleOf(unit), [...(rowsOf.get(articleOf(unit)) ?? []), row])
  })
  const known = new Map<string, boolean>()
  const read = (article: string, column: number): boolean => {
    const rows = rowsOf.get(article) ?? []
    // What a list counts is in its items, and no topic for that.
    const sentences = rows.filter((row) => own(row, column) >= foundFrom && !isItem(coverage.units[row])).length
    if (sentences >= subjectOf.sentences && sentences >= subjectOf.share * rows.length) return true
    const lead = rows
      .map((other) => ({ other, unit: coverage.units[other] }))
      .sort((left, right) => placeOf(left.unit) - placeOf(right.unit))
      .slice(0, subjectOf.lead)
      // What a list names first is one of its items, no topic.
      .filter(({ unit }) => !/:\s/.test(unit?.text ?? ''))
    return lead.some(({ other }) => own(other, column) >= subjectOf.from)
  }
  return (row, column) => {
    const unit = coverage.units[row]
    if (unit === undefined) return false
    const key = `${articleOf(unit)} ${column}`
    const isSubject = known.get(key) ?? read(articleOf(unit), column)
    known.set(key, isSubject)
    return isSubject
  }
}

function isItem(unit: Unit | undefined): boolean {
  return unit !== undefined && isListItem(unit)
}

function placeOf(unit: Unit | undefined): number {
  return unit === undefined ? 0 : unit.passage.start + unit.start
}
