/** Where a vector is known from: a label of the store, a whole number ≥ 0. */
export type LabelledHit = { readonly label: number; readonly score: number }

/** Unit vectors one after the other, with a label each. */
export type VectorChunk = { readonly labels: readonly number[]; readonly vectors: Float32Array }

/** How the graph is built: hnswlib's M, efConstruction. */
export type GraphOptions = { readonly connections: number; readonly efConstruction: number }

/** A worker builds one index or serves one: it is replaced, never reused, for another. */
export type WorkerRequest =
  | ({ readonly kind: 'begin'; readonly dimensions: number; readonly count: number } & GraphOptions)
  | ({ readonly kind: 'add' } & VectorChunk)
  | { readonly kind: 'save'; readonly file: string }
  | {
      readonly kind: 'load'
      readonly file: string
      readonly dimensions: number
      readonly count: number
      readonly sha256: string
    }
  | { readonly kind: 'search'; readonly vector: Float32Array; readonly limit: number }

export type WorkerReply =
  | { readonly sha256: string }
  | { readonly hits: readonly LabelledHit[] }
  | { readonly done: true }
