/** A model that turns texts into vectors. */

/** Token vectors of one text, for late interaction. */
export type TokenVectors = {
  /** One vector a token, raw (not normalised), all of the same dimension, in reading order. */
  readonly vectors: readonly Float32Array[]
  /** One weight a token: the square of the raw vector's norm, a learned inverse document frequency. */
  readonly weights: readonly number[]
}

/** The tokens of a model that gives a token the same vector wherever it stands. */
export type WordPieces = {
  /** The numbers of each text's tokens, in reading order. Throws EmptyTextError for a blank text. */
  numbersOf(texts: readonly string[], role: EmbeddingRole): Promise<readonly (readonly number[])[]>
  /** The raw vectors that `embedTokens` gives, by number. */
  vectorsOf(numbers: readonly number[]): Promise<readonly Float32Array[]>
}

/** What a text is embedded as: models trained with prefixes (`query: `, `passage: `) treat the two differently. */
export type EmbeddingRole = 'query' | 'passage'

/** Turns texts into vectors. */
export interface Embedder {
  /** Names the model and what was done to it; an index refuses vectors of another. */
  readonly modelId: string
  readonly dimensions: number
  /** Unit vectors, one a text. Throws EmptyTextError for a blank text, which would become a vector of NaN. */
  embed(texts: readonly string[], role: EmbeddingRole): Promise<readonly Float32Array[]>
  /** Absent when the model's token vectors are of no use for late interaction. */
  embedTokens?(texts: readonly string[], role: EmbeddingRole): Promise<readonly TokenVectors[]>
  /** The tokens of `embedTokens` one by one, where each has a vector of its own: a passage is taken apart much faster so. */
  readonly pieces?: WordPieces
  close(): Promise<void>
}
