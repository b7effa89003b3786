/** Figures over judged questions: shares from 0 to 1. */
import type { Judged } from './cross-validate.ts'

export type Measures = {
  readonly answerable: number
  readonly unanswerable: number
  /** The first sentence quotes the answer: of all answerable, and of those asked across languages. */
  readonly quoted: number
  readonly quotedAcross: number
  /** Area under the ROC curve of the confidence, answerable against unanswerable. */
  readonly auc: number
  readonly answerableNotFound: number
  readonly answerableUnsure: number
  readonly unanswerableNotFound: number
  readonly unanswerableAnswered: number
}

export function measure(judged: readonly Judged[]): Measures {
  const answerable = judged.filter(({ examined }) => examined.golden.doc !== null)
  const unanswerable = judged.filter(({ examined }) => examined.golden.doc === null)
  const isAnswered = ({ status }: Judged) => status === 'answered'
  const isNotFound = ({ status }: Judged) => status === 'not-found'
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    quoted: share(answerable, ({ right }) => right),
    quotedAcross: share(
      answerable.filter(({ examined }) => examined.across),
      ({ right }) => right,
    ),
    auc: areaUnderCurve(answerable, unanswerable),
    answerableNotFound: share(answerable, isNotFound),
    answerableUnsure: share(answerable, ({ status }) => status === 'unsure'),
    unanswerableNotFound: share(unanswerable, isNotFound),
    unanswerableAnswered: share(unanswerable, isAnswered),
  }
}

function share<T>(items: readonly T[], counts: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(counts).length / items.length
}

function areaUnderCurve(above: readonly Judged[], below: readonly Judged[]): number {
  let wins = 0
  for (const left of above) {
    for (const right of below) {
      wins += confidenceOf(left) > confidenceOf(right) ? 1 : confidenceOf(left) === confidenceOf(right) ? 0.5 : 0
    }
  }
  return above.length * below.length === 0 ? 0 : wins / (above.length * below.length)
}

const step: Readonly<Record<Judged['status'], number>> = { answered: 2, unsure: 1, 'not-found': 0 }

/** What would be answered comes before what is vetoed, and that before what is not found; within these the probability. */
export function confidenceOf({ status, probability }: Judged): number {
  return step[status] + probability
}
