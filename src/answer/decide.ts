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
  /** Log-odds that the stretch of the best sentence holds an answer. */
  readonly holds: number
  readonly similarity: number
  /** By how much the best sentence outdoes the best of another place. */
  readonly lead: number
}

export const featureNames = ['holds', 'similarity', 'lead'] as const satisfies readonly (keyof DecisionFeatures)[]

/** A lead beyond this says no more. */
const mostLead = 6

type Weighed = Pick<ReadSentence, 'score' | 'holds' | 'similarity'> & {
  readonly unit: { readonly passage: { readonly id: string } }
}

/** Undefined when nothing was read. @param sentences best first. */
export function readFeatures({ sentences }: { readonly sentences: readonly Weighed[] }): DecisionFeatures | undefined {
  const [best] = sentences
  if (best === undefined) return undefined
  const other = sentences.find(({ unit }) => unit.passage.id !== best.unit.passage.id)
  return {
    holds: logOdds(best.holds),
    similarity: best.similarity,
    lead: Math.min(mostLead, best.score - (other?.score ?? best.score - mostLead)),
  }
}

export function decide(readout: Readout): Decision {
  const features = readFeatures(readout)
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
