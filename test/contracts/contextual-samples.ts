import type { Model } from '../../index/corpus-change.ts'
import type { ContextualVectors } from '../../src/ports/contextual-vectors.ts'
import type { Passage } from '../../src/types.ts'
import { vectorOf } from './corpus-samples.ts'

/** Other dimensions than the corpus's own vectors: the two are never mixed up. */
export const contextual: Model = { modelId: 'contextual@1', dimensions: 24 }

/** What is kept in eight bits is off by less, in cosine. */
export const quantisationError = 0.01

/** A unit vector that depends on the text and the model alone, and is not that of the corpus. */
export function contextualVector(text: string, { modelId, dimensions } = contextual): Float32Array {
  return vectorOf(`${modelId}: ${text}`, dimensions)
}

export async function saveAll(
  vectors: ContextualVectors,
  passages: readonly Passage[],
  of: Model = contextual,
): Promise<void> {
  const ids = passages.map(({ id }) => id)
  const made = passages.map(({ text }) => contextualVector(text, of))
  await vectors.save(ids, made)
}
