/** Whether a sentence holds a word of the topic itself. */

import { samePlace } from '../../entities/places.ts'
import type { Range } from '../../types.ts'
import type { Reading } from '../reading.ts'
import { entitiesOf } from './entities-of.ts'

/** How well a column of the coverage is found, 0 to 1. */
export type Likeness = (column: number) => number

/** What stands elsewhere than in the sentence counts as the same name from this likeness. */
export const spelledFrom = 0.95

export function isWithin(word: Range | undefined, { start, end }: Range): boolean {
  return word !== undefined && word.start >= start && word.end <= end
}

/** How well a sentence holds a word itself; a place also by its people, and whatever they are called in the other language. */
export function createLiteral({ question, coverage }: Reading): (row: number, column: number) => number {
  const asked = coverage.words.map((word) => question.places.find((place) => isWithin(word, place)))
  return (row, column) => {
    const unit = coverage.units[row]
    const place = asked[column]
    if (unit !== undefined && place !== undefined && entitiesOf(unit).places.some((other) => samePlace(place, other)))
      return 1
    return coverage.own[row]?.[column] ?? 0
  }
}
