import type { Matrix } from './matrix.ts'
import { createTokenizer, type Tokenizer } from './word-piece.ts'

/** A trained model in memory: one raw vector a piece. */
export type StaticModel = {
  readonly tokenizer: Tokenizer
  readonly dimensions: number
  /** One row a piece. */
  readonly rows: Float32Array
}

export type TokenRow = { readonly unit: Float32Array; readonly weight: number }

export function createStaticModel(pieces: readonly string[], rows: Float32Array): StaticModel {
  return { tokenizer: createTokenizer(pieces), dimensions: rows.length / pieces.length, rows }
}

/** Unit vectors of texts, mean pooled. A text without tokens is all zeros. */
export function embedTexts(model: StaticModel, texts: readonly string[]): Matrix {
  return embedIds(
    model,
    texts.map((text) => model.tokenizer.encode(text)),
  )
}

/** Unit vectors of single folded words: the direction of the sum of their pieces. */
export function embedWords(model: StaticModel, words: readonly string[]): Matrix {
  return embedIds(model, words.map(model.tokenizer.encodeWord))
}

/** The tokens of a text: unit vector, and the square of the norm as weight, for late interaction. */
export function tokenRows(model: StaticModel, text: string): readonly TokenRow[] {
  return [...model.tokenizer.encode(text)].map((id) => {
    const raw = model.rows.subarray(id * model.dimensions, (id + 1) * model.dimensions)
    const weight = squaredNorm(raw)
    return { unit: raw.map((value) => value / Math.sqrt(weight || 1)), weight }
  })
}

export function dotProduct(left: Float32Array, right: Float32Array): number {
  let sum = 0
  for (let d = 0; d < left.length; d++) sum += (left[d] ?? 0) * (right[d] ?? 0)
  return sum
}

export function rowOf(matrix: Matrix, row: number): Float32Array {
  return matrix.values.subarray(row * matrix.columns, (row + 1) * matrix.columns)
}

function embedIds(model: StaticModel, texts: readonly ArrayLike<number>[]): Matrix {
  const { dimensions, rows } = model
  const values = new Float32Array(texts.length * dimensions)
  for (const [index, ids] of texts.entries()) {
    const vector = values.subarray(index * dimensions, (index + 1) * dimensions)
    for (const id of Array.from(ids)) {
      for (let d = 0; d < dimensions; d++) vector[d] = (vector[d] ?? 0) + (rows[id * dimensions + d] ?? 0)
    }
    const norm = Math.sqrt(squaredNorm(vector)) || 1
    for (let d = 0; d < dimensions; d++) vector[d] = (vector[d] ?? 0) / norm
  }
  return { rows: texts.length, columns: dimensions, values }
}

function squaredNorm(vector: Float32Array): number {
  return dotProduct(vector, vector)
}
