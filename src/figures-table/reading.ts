/** All that figures are read with: the question, the sentences compared with it, and what stands around them. */

import type { WordMatcher } from '../match/similarity.ts'
import type { Question } from '../question/question.ts'
import { articleOf } from '../reading/article-of.ts'
import type { Unit } from '../reading/quotable.ts'
import type { Examination } from './examine.ts'
import { createReader, type Reader } from './source/reader.ts'
import type { Coverage } from './topic/coverage.ts'

export type Reading = {
  readonly question: Question
  readonly coverage: Coverage
  readonly matcher: WordMatcher
  readonly reader: Reader
}

/** @param texts the texts of articles by `articleOf`, as far as they are at hand. */
export function createReading(
  question: Question,
  { coverage, matcher }: Pick<Examination, 'coverage' | 'matcher'>,
  texts?: ReadonlyMap<string, string>,
): Reading {
  return { question, coverage, matcher, reader: createReader(inReadingOrder(coverage.units), texts) }
}

/** By article, then by place. */
export function inReadingOrder(units: readonly Unit[]): readonly Unit[] {
  const order = new Map([...new Set(units.map(articleOf))].sort().map((id, position) => [id, position]))
  return [...units].sort(
    (left, right) =>
      (order.get(articleOf(left)) ?? 0) - (order.get(articleOf(right)) ?? 0) ||
      left.passage.start + left.start - (right.passage.start + right.start),
  )
}
