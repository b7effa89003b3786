import type { Evidence } from '../types.ts'
import type { ReadSentence } from './read-stretches.ts'

/**
 * Puts the passages in the order of their best sentences; those of which nothing was read follow as retrieval ordered
 * them. What reading says stands in the signals, and retrieval's own score too.
 * @param sentences best first.
 */
export function orderEvidence(evidence: readonly Evidence[], sentences: readonly ReadSentence[]): readonly Evidence[] {
  const best = new Map<string, ReadSentence>()
  for (const sentence of sentences)
    if (!best.has(sentence.unit.passage.id)) best.set(sentence.unit.passage.id, sentence)
  const lowest = sentences.at(-1)?.score ?? 0
  return evidence
    .map((item): Evidence => {
      const signals = { ...item.signals, retrieval: item.score }
      const read = best.get(item.passage.id)
      // Retrieval's scores lie between −1 and 1.
      if (read === undefined) return { ...item, score: lowest - 2 + item.score, signals }
      return { ...item, score: read.score, signals: { ...signals, answers: read.answers, holds: read.holds } }
    })
    .sort((left, right) => right.score - left.score)
}
