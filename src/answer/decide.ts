/** Answered, unsure or not found: one calibrated probability and two thresholds. */
import type { AnswerStatus } from '../types.ts'
import { decisionWeights, thresholds } from './decision-weights.ts'
import { logOdds, type Readout, type ReadSentence } from './read-stretches.ts'

export type Decision = {
  readonly status: AnswerStatus
  /** That the first sentence answers, 0 to 1. */
  readonly probability: number
  readonly reasons: readonly string[]
}

/** What the decision is made of; `npm run fit` fits their weights. */
export type DecisionFeatures = {
  /** Log-odds, by the reader, that the best sentence answers. */
  readonly answers: number
  /** Log-odds that its stretch holds an answer at all. */
  readonly holds: number
}

export const featureNames = ['answers', 'holds'] as const satisfies readonly (keyof DecisionFeatures)[]

/** Undefined when nothing was read. @param sentences best first. */
export function readFeatures(
  sentences: readonly Pick<ReadSentence, 'answers' | 'holds'>[],
): DecisionFeatures | undefined {
  const [best] = sentences
  return best && { answers: logOdds(best.answers), holds: logOdds(best.holds) }
}

export function decide(readout: Readout): Decision {
  const features = readFeatures(readout.sentences)
  if (features === undefined) {
    const reason = readout.unread > 0 ? 'nothing could be read in time' : 'no passage was found'
    return { status: 'not-found', probability: 0, reasons: [reason] }
  }
  const probability = toProbability(features)
  const reasons = [
    `probability ${probability.toFixed(2)} (answered from ${thresholds.answered}, unsure from ${thresholds.unsure})`,
    ...(readout.unread > 0 ? [`${readout.unread} passages could not be read in time`] : []),
  ]
  if (probability < thresholds.unsure) return { status: 'not-found', probability, reasons }
  // What was not read might have said otherwise.
  const sure = probability >= thresholds.answered && readout.unread === 0
  return { status: sure ? 'answered' : 'unsure', probability, reasons }
}

export function toProbability(features: DecisionFeatures): number {
  const sum = featureNames.reduce((total, name) => total + decisionWeights[name] * features[name], decisionWeights.bias)
  return 1 / (1 + Math.exp(-sum))
}
