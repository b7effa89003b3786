import type { Random } from './random.ts'
import type { EncodedText } from './word-piece.ts'

/** One trainable row a piece, with what Adam remembers of each. */
export type EmbeddingTable = {
  readonly rows: number
  readonly dimensions: number
  readonly values: Float32Array
  readonly firstMoment: Float32Array
  readonly secondMoment: Float32Array
  readonly gradient: Float32Array
}

const FIRST_DECAY = 0.9
const SECOND_DECAY = 0.999
const EPSILON = 1e-8

/** Small random rows: an untrained piece must not outweigh a trained one, since its norm is its weight. */
export function createTable(rows: number, dimensions: number, spread: number, random: Random): EmbeddingTable {
  const size = rows * dimensions
  const values = new Float32Array(size)
  for (let index = 0; index < size; index++) values[index] = spread * gaussian(random)
  return {
    rows,
    dimensions,
    values,
    firstMoment: new Float32Array(size),
    secondMoment: new Float32Array(size),
    gradient: new Float32Array(size),
  }
}

/** Mean of the rows of each text, into `pooled`: one text a row. */
export function poolTexts(table: EmbeddingTable, texts: readonly EncodedText[], pooled: Float32Array): void {
  const { dimensions, values } = table
  pooled.fill(0)
  let to = 0
  for (const text of texts) {
    const share = 1 / text.length
    for (const id of text) {
      const from = id * dimensions
      for (let d = 0; d < dimensions; d++) pooled[to + d] = (pooled[to + d] ?? 0) + share * (values[from + d] ?? 0)
    }
    to += dimensions
  }
}

/** Adds the gradients of the means to the rows they came from; `touched` collects which rows have one. */
export function spreadGradient(
  table: EmbeddingTable,
  texts: readonly EncodedText[],
  pooledGradient: Float32Array,
  touched: Set<number>,
): void {
  const { dimensions, gradient } = table
  let from = 0
  for (const text of texts) {
    const share = 1 / text.length
    for (const id of text) {
      touched.add(id)
      const to = id * dimensions
      for (let d = 0; d < dimensions; d++) {
        gradient[to + d] = (gradient[to + d] ?? 0) + share * (pooledGradient[from + d] ?? 0)
      }
    }
    from += dimensions
  }
}

/** One lazy Adam step: rows without a gradient stay as they are, so a step costs what its batch touches. `step` from 1. */
export function updateRows(table: EmbeddingTable, touched: ReadonlySet<number>, rate: number, step: number): void {
  const { dimensions, values, firstMoment, secondMoment, gradient } = table
  const corrected = (rate * Math.sqrt(1 - SECOND_DECAY ** step)) / (1 - FIRST_DECAY ** step)
  for (const row of touched) {
    const end = (row + 1) * dimensions
    for (let index = row * dimensions; index < end; index++) {
      const slope = gradient[index] ?? 0
      const first = FIRST_DECAY * (firstMoment[index] ?? 0) + (1 - FIRST_DECAY) * slope
      const second = SECOND_DECAY * (secondMoment[index] ?? 0) + (1 - SECOND_DECAY) * slope * slope
      firstMoment[index] = first
      secondMoment[index] = second
      values[index] = (values[index] ?? 0) - (corrected * first) / (Math.sqrt(second) + EPSILON)
      gradient[index] = 0
    }
  }
}

/** Normally distributed (Box-Muller). */
function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
