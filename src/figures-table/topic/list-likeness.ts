/** What the items of a list have from the words around them. */

import type { Unit } from '../../reading/quotable.ts'
import { foldWords } from '../../text/fold.ts'
import { stem } from '../../text/stems.ts'
import type { Reading } from '../reading.ts'
import { countsPeople } from '../topic.ts'
import { entitiesOf } from './entities-of.ts'
import { spelledFrom } from './literal.ts'

const listShare = 0.9

export type ListLikeness = (row: number, column: number, isName: boolean) => number

/**
 * What an item of a list leaves to the others: a word stands for it too in the line that introduces the list, in another
 * item ("85 Danes, 75 Finns detained"), and in the event that the list spells out, if that counts the same; a name in the
 * line and the event only.
 */
export function createListLikeness({ coverage, matcher, reader }: Reading): ListLikeness {
  const rows = new Map(coverage.units.map((unit, row) => [unit, row]))
  const known = new Map<string, number>()
  const read = (row: number, column: number, isName: boolean): number => {
    const unit = coverage.units[row]
    const items = unit === undefined ? [] : reader.lists.itemsOf(unit)
    if (unit === undefined || items.length === 0) return 0
    const likeness = matcher.likenessOf(coverage.words[column]?.word ?? '', unit.language)
    const introduction = foldWords(unit.context?.text ?? '').map(({ word }) => likeness(word))
    const event = reader.lists.eventOf(unit)
    const told = event !== undefined && (isName || (isLabelled(unit) && countAlike(unit, event))) ? [event] : []
    const found = [
      ...introduction,
      ...[...told, ...(isName || !isLabelled(unit) ? [] : items)].map(
        (other) => coverage.own[rows.get(other) ?? -1]?.[column] ?? 0,
      ),
    ]
    return listShare * Math.max(0, ...found.filter((value) => !isName || value >= spelledFrom))
  }
  return (row, column, isName) => {
    const key = `${row} ${column} ${isName}`
    const value = known.get(key) ?? read(row, column, isName)
    known.set(key, value)
    return value
  }
}

/** "Lessa: 270 Danes" has no verb: what happened to them is said elsewhere. */
function isLabelled({ text }: Unit): boolean {
  return /^(?:[-•*–]\s*)?[\p{Lu}\d][^:.;]{1,60}:\s[^.:]{0,25}[\d\p{L}]/u.test(text)
}

/** Both count people, or things of one name. */
function countAlike(item: Unit, event: Unit): boolean {
  const nouns = (unit: Unit): readonly string[] =>
    entitiesOf(unit).numbers.flatMap(({ unit: noun = '' }) =>
      foldWords(noun).map(({ word }) => stem(word, unit.language)),
    )
  if (countsPeople(item) && countsPeople(event)) return true
  const counted = nouns(event)
  return nouns(item).some((noun) => counted.includes(noun))
}
