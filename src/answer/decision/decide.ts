/** Answered, unsure or not found: the probability that the best sentence answers, and what may never be answered. */
import type { AnswerStatus } from '../../types.ts'
import { isVeto, type Missing } from '../missing/missing-kinds.ts'
import { type DecisionFeatures, decisionFeatureNames } from './decision-features.ts'
import { toProbability, weightedSum } from './linear.ts'
import { decisionWeights, thresholds } from './weights.ts'

export type Decision = {
  readonly status: AnswerStatus
  /** That the best sentence answers, 0 to 1. */
  readonly probability: number
  readonly reasons: readonly string[]
}

/** A question of which more than this share is spoken of nowhere is about something else. */
const mostUnexplained = 0.65
/** A question of which no word is found as well as this (likeness) is about something else too. */
const foundSomewhere = 0.5

/** A sentence without the name that is asked about, and with less than this share of the other words around it, is noise. */
const leastCovered = 0.3

/** From this share of its words found around a sentence, it speaks of what the question asks whether it is so. */
const speaksFrom = 0.7

/** @param asksWhetherTrue the question puts a figure: where the sentence has another one, it is shown. */
export function decide(features: DecisionFeatures, missing: readonly Missing[], asksWhetherTrue = false): Decision {
  const probability = toProbability(weightedSum(features, decisionWeights, decisionFeatureNames))
  return decideAt(probability, features, missing, asksWhetherTrue)
}

/** The same, with a probability that other weights gave. */
export function decideAt(
  probability: number,
  features: DecisionFeatures,
  missing: readonly Missing[],
  asksWhetherTrue: boolean,
): Decision {
  const reasons = [
    `probability ${probability.toFixed(2)} (answered from ${thresholds.answered}, unsure from ${thresholds.unsure})`,
    ...missing.map(describe),
  ]
  if (features.unexplained > mostUnexplained || features.bestAnywhere < foundSomewhere) {
    return { status: 'not-found', probability, reasons: [...reasons, 'most words of the question are in no passage'] }
  }
  const isOtherFigure =
    asksWhetherTrue && features.relation >= speaksFrom && missing.every(({ kind }) => kind === 'number')
  if (isOtherFigure && missing.length > 0) return { status: 'unsure', probability, reasons }
  if (probability < thresholds.unsure) return { status: 'not-found', probability, reasons }
  if (features.nameMissing > 0 && features.covered < leastCovered) {
    return { status: 'not-found', probability, reasons: [...reasons, 'the words quoted are about somebody else'] }
  }
  // The name of who holds another office, or the same elsewhere, is worse than none.
  if (missing.some(({ kind }) => kind === 'office')) return { status: 'not-found', probability, reasons }
  const sure = probability >= thresholds.answered && !missing.some(isVeto)
  return { status: sure ? 'answered' : 'unsure', probability, reasons }
}

function describe({ kind, text, nowhere }: Missing): string {
  if (kind === 'answer') return `it asks for a kind of answer (${text}) that is not in the words quoted`
  if (kind === 'counted') return `it asks how many (${text}), and the words quoted do not speak of them`
  if (kind === 'holder') return `it asks who holds the office (${text}), and the words quoted name nobody beside it`
  if (kind === 'where') return `it asks where (${text}), and the words quoted do not say it`
  if (kind === 'reason') return 'it asks why, and the words quoted give no reason'
  return `the ${kind} “${text}” is not in ${nowhere ? 'any passage' : 'the passage quoted'}`
}
