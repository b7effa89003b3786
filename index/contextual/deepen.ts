/** Makes the contextual vectors that are missing, a batch at a time; what was made stays when it is ended. */
import type { ContextualVectors } from '../../src/ports/contextual-vectors.ts'
import type { Passage } from '../../src/types.ts'

export type Deepening = {
  readonly vectors: ContextualVectors
  readonly embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>
  readonly textOf: (passage: Passage) => Promise<string>
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
  readonly signal?: AbortSignal
}

/** Passages a turn: questions go between. Their vectors are kept together. */
const batchSize = 32
/** Looked up at once: what is missing is listed by article. */
const listed = 512

/** @returns how many passages were given up: their text cannot be embedded, or their vector not be kept. */
export async function deepen({
  vectors,
  embed,
  textOf,
  onProgress,
  signal,
}: Deepening): Promise<{ readonly skipped: number }> {
  const skipped = new Set<string>()
  const { done: before, total } = await vectors.progress()
  let done = before
  for (;;) {
    const missing = (await vectors.missing(listed + skipped.size)).filter(({ id }) => !skipped.has(id))
    if (missing.length === 0) return { skipped: skipped.size }
    for (let start = 0; start < missing.length; start += batchSize) {
      if (signal?.aborted === true) return { skipped: skipped.size }
      const batch = missing.slice(start, start + batchSize)
      await keep(batch)
      done += batch.length
      onProgress?.({ done: Math.min(done, total), total })
    }
    // What was neither kept nor refused would be listed for ever.
    const kept = await vectors.vectorsOf(missing.map(({ id }) => id))
    for (const { id } of missing) if (!kept.has(id)) skipped.add(id)
  }

  async function keep(batch: readonly Passage[]): Promise<void> {
    const texts = await Promise.all(batch.map(textOf))
    const readable = batch.filter((_, at) => texts[at]?.trim() !== '')
    const found = await embed(texts.filter((text) => text.trim() !== ''))
    const unit = readable.flatMap(({ id }, at) => {
      const vector = found[at]
      return vector !== undefined && isDirected(vector) ? [{ id, vector }] : []
    })
    await vectors.save(
      unit.map(({ id }) => id),
      unit.map(({ vector }) => vector),
    )
  }
}

function isDirected(vector: Float32Array): boolean {
  let square = 0
  for (const value of vector) square += value * value
  return Math.abs(square - 1) < 1e-2
}
