/** Figures over judged questions: shares from 0 to 1. */
import type { Judged } from './judge.ts'

export type Decided = { readonly judged: Judged; readonly probability: number }
export type Thresholds = { readonly answered: number; readonly unsure: number }

export type Measures = {
  readonly answerable: number
  readonly unanswerable: number
  /** The right passage is among those found; its sentence among those read; among the first five; first. */
  readonly found: number
  readonly read: number
  readonly five: number
  readonly first: number
  readonly across: number
  /** First, refusals counted as misses. */
  readonly quoted: number
  /** Area under the ROC curve of the probability, answerable against unanswerable. */
  readonly auc: number
  readonly falseRefusals: number
  readonly unsure: number
  readonly refused: number
  readonly answered: number
}

export function measure(decided: readonly Decided[], thresholds: Thresholds): Measures {
  const answerable = decided.filter(({ judged }) => judged.question.answerable)
  const unanswerable = decided.filter(({ judged }) => !judged.question.answerable)
  const isRefused = ({ probability }: Decided) => probability < thresholds.unsure
  const isAnswered = ({ probability }: Decided) => probability >= thresholds.answered
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    found: share(answerable, ({ judged }) => judged.question.found),
    read: share(answerable, ({ judged }) => judged.wasRead),
    five: share(answerable, ({ judged }) => judged.amongFive),
    first: share(answerable, ({ judged }) => judged.right),
    across: share(
      answerable.filter(({ judged }) => judged.question.across),
      ({ judged }) => judged.right,
    ),
    quoted: share(answerable, (one) => one.judged.right && !isRefused(one)),
    auc: areaUnderCurve(answerable, unanswerable),
    falseRefusals: share(answerable, isRefused),
    unsure: share(answerable, (one) => !isRefused(one) && !isAnswered(one)),
    refused: share(unanswerable, isRefused),
    answered: share(unanswerable, isAnswered),
  }
}

export function share<T>(items: readonly T[], counts: (item: T) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(counts).length / items.length
}

export function areaUnderCurve(above: readonly Decided[], below: readonly Decided[]): number {
  let wins = 0
  for (const left of above) {
    for (const right of below)
      wins += left.probability > right.probability ? 1 : left.probability === right.probability ? 0.5 : 0
  }
  return above.length * below.length === 0 ? Number.NaN : wins / (above.length * below.length)
}
