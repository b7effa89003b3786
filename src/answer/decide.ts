/** Answered, unsure or not found: the probability that the best sentence answers, and what may never be answered. */
import type { AnswerStatus } from '../types.ts'
import { type DecisionFeatures, decisionFeatureNames } from './decision-features.ts'
import { toProbability, weightedSum } from './linear.ts'
import { isVeto, type Missing } from './missing.ts'
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

export function decide(features: DecisionFeatures, missing: readonly Missing[]): Decision {
  const probability = toProbability(weightedSum(features, decisionWeights, decisionFeatureNames))
  const reasons = [
    `probability ${probability.toFixed(2)} (answered from ${thresholds.answered}, unsure from ${thresholds.unsure})`,
    ...missing.map(
      ({ kind, text, nowhere }) => `the ${kind} “${text}” is not in ${nowhere ? 'any passage' : 'the passage quoted'}`,
    ),
  ]
  if (features.unexplained > mostUnexplained || features.bestAnywhere < foundSomewhere) {
    return { status: 'not-found', probability, reasons: [...reasons, 'most words of the question are in no passage'] }
  }
  if (probability < thresholds.unsure) return { status: 'not-found', probability, reasons }
  const sure = probability >= thresholds.answered && !missing.some(isVeto)
  return { status: sure ? 'answered' : 'unsure', probability, reasons }
}
