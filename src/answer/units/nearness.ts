/** Whether what could answer stands beside the words that are asked about. */
import type { WordMatcher } from '../../match/similarity.ts'
import type { Question } from '../../question/question.ts'
import type { Range } from '../../types.ts'
import type { Unit } from './units.ts'

/** A word of the question is the one in the sentence from this likeness. */
const foundFrom = 0.6
/** Words between at which nearness has fallen to a half. */
const halfway = 5

/**
 * 1 where a word that could answer (`fresh`, ranges of the unit's text) stands right beside a word asked about, 0 where
 * neither is in the sentence.
 */
export function nearnessOfExpected(
  question: Question,
  unit: Unit,
  fresh: readonly Range[],
  matcher: WordMatcher,
): number {
  if (fresh.length === 0) return 0
  const likenesses = question.content.map(({ word }) => matcher.likenessOf(word, unit.language))
  const asked = [...unit.words.keys()].filter((position) => {
    const word = unit.words[position]?.word ?? ''
    return likenesses.some((likenessTo) => likenessTo(word) >= foundFrom)
  })
  let nearest = Number.POSITIVE_INFINITY
  for (const { start, end } of fresh) {
    const first = unit.words.findIndex((word) => word.end > start)
    const last = unit.words.findLastIndex((word) => word.start < end)
    for (const position of asked) {
      const isInside = position >= first && position <= last
      const distance = isInside ? 0 : Math.min(Math.abs(position - first), Math.abs(position - last)) - 1
      nearest = Math.min(nearest, Math.max(0, distance))
    }
  }
  return nearest === Number.POSITIVE_INFINITY ? 0 : halfway / (halfway + nearest)
}
