/** Reading: the reader's word on every sentence, joined with how near retrieval found its passage. */
import type { Reader } from '../ports/reader.ts'
import type { Unit } from '../reading/quotable.ts'
import type { ArticleStretch } from './stretches.ts'

/** A sentence that was read, and how well it answers. */
export type ReadSentence = {
  readonly unit: Unit
  /** Log-odds that this sentence answers, up to what `decide` makes of them. */
  readonly score: number
  /** The reader's probability that the sentence answers, and that its stretch holds an answer. */
  readonly answers: number
  readonly holds: number
  readonly similarity: number
}

export type Readout = {
  /** Best first; each sentence once. */
  readonly sentences: readonly ReadSentence[]
  /** Stretches that there was no time for. */
  readonly unread: number
}

/** Chosen on development sets (`npm run fit`): what a stretch's own word and its nearness add to a sentence's. */
export const shares = { holds: 0.5, similarity: 20 }
/** Probabilities are kept this far from 0 and 1 before they become log-odds. */
const margin = 1e-4

/** @param limitMs what is not read by then stays unread. */
export async function readStretches(
  question: string,
  stretches: readonly ArticleStretch[],
  reader: Reader,
  limitMs: number,
): Promise<Readout> {
  const readings = await reader.read(
    question,
    stretches.map(({ lead, units }) => ({
      sentences: units.map(({ text }) => text),
      ...(lead !== undefined && { lead }),
    })),
    limitMs,
  )
  const best = new Map<Unit, ReadSentence>()
  for (const [position, reading] of readings.entries()) {
    const stretch = stretches[position]
    if (reading === undefined || stretch === undefined) continue
    for (const [at, unit] of stretch.units.entries()) {
      const answers = reading.sentences[at] ?? 0
      const score = logOdds(answers) + shares.holds * logOdds(reading.holds) + shares.similarity * stretch.similarity
      const known = best.get(unit)
      if (known !== undefined && known.score >= score) continue
      best.set(unit, { unit, score, answers, holds: reading.holds, similarity: stretch.similarity })
    }
  }
  return {
    sentences: [...best.values()].sort((left, right) => right.score - left.score),
    unread: readings.filter((reading) => reading === undefined).length,
  }
}

export function logOdds(probability: number): number {
  const kept = Math.min(1 - margin, Math.max(margin, probability))
  return Math.log(kept / (1 - kept))
}
