/** The sentences around a figure, from which it takes its speaker or its period when its own gives none. */
import { articleOf } from '../../reading/article-of.ts'
import type { Unit } from '../../reading/quotable.ts'
import { isListItem } from './lists.ts'
import { type Sentence, sentenceOf } from './sentence.ts'

export type Surroundings = {
  /** The sentences before in its article, nearest first, at most `reach`. */
  before(unit: Unit, reach: number): readonly Unit[]
  /** The line that introduces a list; undefined for what is no item, or where its place is not known. */
  introductionOf(unit: Unit): Sentence | undefined
}

/**
 * @param units whole articles in reading order.
 * @param texts the texts of articles by `articleOf`, where they are known.
 */
export function createSurroundings(units: readonly Unit[], texts: ReadonlyMap<string, string>): Surroundings {
  const rows = new Map(units.map((unit, row) => [unit, row]))
  const isInOrder = (left: Unit, right: Unit): boolean =>
    articleOf(left) === articleOf(right) && left.passage.start + left.start < right.passage.start + right.start
  const before = (unit: Unit, reach: number): readonly Unit[] => {
    const row = rows.get(unit) ?? 0
    return units
      .slice(Math.max(0, row - reach), row)
      .filter((other) => isInOrder(other, unit))
      .reverse()
  }
  return {
    before,
    introductionOf(unit) {
      if (!isListItem(unit) || unit.context === undefined) return undefined
      const { text, language } = unit.context
      const introducing = units.find((other) => isInOrder(other, unit) && other.text.trimEnd() === text.trimEnd())
      if (introducing !== undefined) return sentenceOf(introducing)
      const offset = texts.get(articleOf(unit))?.lastIndexOf(text, unit.passage.start) ?? -1
      return offset === -1 ? undefined : { text, language, offset }
    },
  }
}
