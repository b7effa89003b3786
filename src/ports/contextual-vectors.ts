import type { Passage } from '../types.ts'
import type { Hit } from './passage-index.ts'

/**
 * Vectors of passages as the contextual encoder makes them: beside the static ones with which an article is searchable at
 * once, made in the background, so that a passage may have none yet. Vectors of another model are as good as none.
 */
export interface ContextualVectors {
  /**
   * The passages nearest to a unit vector among those that have one and count at the revision (the newest unless given),
   * best first, by cosine (−1 to 1).
   */
  nearest(vector: Float32Array, limit: number, revision?: number): Promise<readonly Hit[]>
  /** The vectors that are there, by passage id. */
  vectorsOf(passageIds: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>
  /** At most `limit` passages of the newest revision that have none, newest articles first. */
  missing(limit: number): Promise<readonly Passage[]>
  /** All of them or none; what is there already stays. `vectors[i]` is the unit vector of `passageIds[i]`. */
  save(passageIds: readonly string[], vectors: readonly Float32Array[]): Promise<void>
  /** Of the newest revision's passages. */
  progress(): Promise<{ readonly done: number; readonly total: number }>
  close(): Promise<void>
}
