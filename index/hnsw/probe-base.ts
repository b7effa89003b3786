import type { VectorBase } from './vector-base.ts'

/** The store's own vectors. */
type Stored = {
  sample(revision: number, limit: number): readonly number[]
  vector(label: number): Float32Array | undefined
}

/** Searches that a base must answer rightly before it serves, and how many of the nearest are compared. */
const searches = 4
const nearest = 5
/** Cosines are sums of float32 products: two ways to add them up differ by less. */
const tolerance = 1e-3

/**
 * Asks a loaded base for a few stored vectors and compares every score with the store: a file of another metric, or of
 * other vectors, may well fit its manifest. Throws with what is wrong.
 */
export async function refuseWrongAnswers(base: VectorBase, stored: Stored): Promise<void> {
  for (const label of stored.sample(base.revision, searches)) {
    const vector = stored.vector(label)
    if (vector === undefined) continue
    const hits = await base.search(vector, nearest)
    if (Math.abs((hits[0]?.score ?? 0) - 1) > tolerance) throw new Error('it does not find a vector that it must hold')
    for (const hit of hits) {
      const other = stored.vector(hit.label)
      if (other === undefined) throw new Error('it holds a vector that the corpus does not')
      if (Math.abs(cosine(vector, other) - hit.score) > tolerance) throw new Error('its scores are not cosines')
    }
  }
}

/** Of two unit vectors. */
function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}
