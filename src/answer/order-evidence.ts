import type { Evidence } from '../types.ts'
import type { RankedUnit } from './units/rank-units.ts'

/**
 * Puts the passages in the order of their best sentences, whose score becomes theirs; those of which no sentence was read
 * closely follow as retrieval ordered them. Retrieval's own score stays in the signals.
 */
export function orderEvidence(evidence: readonly Evidence[], ranked: readonly RankedUnit[]): readonly Evidence[] {
  const best = new Map<string, RankedUnit>()
  for (const item of ranked) if (!best.has(item.unit.passage.id)) best.set(item.unit.passage.id, item)
  const lowest = ranked.at(-1)?.score ?? 0
  return evidence
    .map((item): Evidence => {
      const signals = { ...item.signals, retrieval: item.score }
      const unit = best.get(item.passage.id)
      // Retrieval's scores lie between −1 and 1.
      if (unit === undefined) return { ...item, score: lowest - 2 + item.score, signals }
      const { own, surroundings, expectedNew } = unit.features
      return { ...item, score: unit.score, signals: { ...signals, words: own, wordsAround: surroundings, expectedNew } }
    })
    .sort((left, right) => right.score - left.score)
}
