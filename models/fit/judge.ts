/** What the answering would have done with a question that was examined: the mix of the scores, the features, the verdict. */
import { type DecisionFeatures, readFeatures } from '../../src/answer/decide.ts'
import { logOdds } from '../../src/answer/read-stretches.ts'
import type { SeenQuestion, SeenSentence } from './examine-set.ts'

export type Shares = { readonly holds: number; readonly similarity: number }

export type Judged = {
  readonly question: SeenQuestion
  /** The first sentence holds the answer. */
  readonly right: boolean
  /** One of the first five does. */
  readonly amongFive: boolean
  /** Some sentence that was read does: what a perfect reader could reach. */
  readonly wasRead: boolean
  /** Undefined when nothing was read. */
  readonly features: DecisionFeatures | undefined
}

type Ranked = {
  readonly sentence: SeenSentence
  readonly score: number
  readonly answers: number
  readonly holds: number
}

export function judge(question: SeenQuestion, shares: Shares): Judged {
  const best = new Map<string, Ranked>()
  for (const { holds, similarity, sentences } of question.stretches) {
    for (const sentence of sentences) {
      const key = `${sentence.passage}:${sentence.start}`
      const score = logOdds(sentence.answers) + shares.holds * logOdds(holds) + shares.similarity * similarity
      if ((best.get(key)?.score ?? Number.NEGATIVE_INFINITY) < score)
        best.set(key, { sentence, score, answers: sentence.answers, holds })
    }
  }
  const ranked = [...best.values()].sort((left, right) => right.score - left.score)
  return {
    question,
    right: ranked[0]?.sentence.right === true,
    amongFive: ranked.slice(0, 5).some(({ sentence }) => sentence.right),
    wasRead: ranked.some(({ sentence }) => sentence.right),
    features: readFeatures(ranked),
  }
}
