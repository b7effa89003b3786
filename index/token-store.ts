/**
 * The different token vectors of the passages, each kept once. A static model gives a word piece the same vector wherever
 * it stands, so a corpus has a tenth as many vectors as tokens, and the cosines with a question are as many fewer.
 */
import type { TokenVectors } from '../src/ports/embedder.ts'

export type TokenStore = {
  /** The places of a text's different tokens in the store; tokens of zeros are left out. */
  intern(tokens: TokenVectors): Int32Array
  /** The same for tokens that the model gives by number: all of them must have been learnt. */
  placesOf(numbers: readonly number[]): Int32Array
  /** The numbers that are not known yet, each once. */
  unknownOf(numbers: Iterable<readonly number[]>): readonly number[]
  /** @param vectors one a number. */
  learn(numbers: readonly number[], vectors: readonly Float32Array[]): void
  /** The cosine of a unit vector with a token of the store, −1 to 1. */
  cosines(unit: Float32Array, tokens: Iterable<number>): Float32Array
  /** Tokens kept. */
  size(): number
}

const firstCapacity = 1_024

export function createTokenStore(dimensions: number): TokenStore {
  const byVector = new Map<string, number>()
  /** Undefined for a token of zeros. */
  const byNumber = new Map<number, number | undefined>()
  let rows = new Float32Array(firstCapacity * dimensions)
  let size = 0

  const add = (unit: Float32Array): number => {
    const place = size
    if ((place + 1) * dimensions > rows.length) {
      const larger = new Float32Array(rows.length * 2)
      larger.set(rows)
      rows = larger
    }
    rows.set(unit, place * dimensions)
    size += 1
    return place
  }

  return {
    intern({ vectors }) {
      const found: number[] = []
      for (const vector of vectors) {
        const unit = toUnit(vector)
        if (unit === undefined) continue
        const key = keyOf(unit)
        const place = byVector.get(key) ?? add(unit)
        byVector.set(key, place)
        found.push(place)
      }
      return Int32Array.from(new Set(found))
    },
    placesOf(numbers) {
      const found = new Set<number>()
      for (const number of numbers) {
        const place = byNumber.get(number)
        if (place !== undefined) found.add(place)
      }
      return Int32Array.from(found)
    },
    unknownOf(texts) {
      const unknown = new Set<number>()
      for (const numbers of texts) for (const number of numbers) if (!byNumber.has(number)) unknown.add(number)
      return [...unknown]
    },
    learn(numbers, vectors) {
      for (const [position, number] of numbers.entries()) {
        if (byNumber.has(number)) continue
        const unit = toUnit(vectors[position] ?? new Float32Array(dimensions))
        byNumber.set(number, unit === undefined ? undefined : add(unit))
      }
    },
    cosines(unit, tokens) {
      const result = new Float32Array(size).fill(-1)
      for (const token of tokens) result[token] = dotRow(unit, rows, token * dimensions)
      return result
    },
    size: () => size,
  }
}

/** The unit vector in a direction; undefined for the zero vector, which has none. */
export function toUnit(vector: Float32Array): Float32Array | undefined {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares === 0) return undefined
  const norm = Math.sqrt(squares)
  return vector.map((value) => value / norm)
}

/** Dimensions that tell vectors apart: two different ones agree in the bits of sixteen numbers practically never. */
const tellingDimensions = 16

function keyOf(unit: Float32Array): string {
  const bytes = Math.min(unit.length, tellingDimensions) * unit.BYTES_PER_ELEMENT
  return Buffer.from(unit.buffer, unit.byteOffset, bytes).toString('latin1')
}

function dotRow(unit: Float32Array, rows: Float32Array, offset: number): number {
  let first = 0
  let second = 0
  for (let i = 0; i < unit.length; i += 2) {
    first += (unit[i] ?? 0) * (rows[offset + i] ?? 0)
    second += (unit[i + 1] ?? 0) * (rows[offset + i + 1] ?? 0)
  }
  return first + second
}
