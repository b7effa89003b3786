/** Unit vectors in eight bits, one row each with a scale of its own, and the exact search over them. */
import { bestRows, type Row } from '../exact-search.ts'

/** Bytes of a stored vector: the scale as a float32, then a byte a dimension. */
export function storedBytes(dimensions: number): number {
  return 4 + dimensions
}

/** @throws when the vector is not a unit vector. */
export function quantise(vector: Float32Array): Buffer {
  let square = 0
  let highest = 0
  for (const value of vector) {
    square += value * value
    highest = Math.max(highest, Math.abs(value))
  }
  if (!(Math.abs(square - 1) < 1e-2)) throw new Error(`not a unit vector: its square is ${square}`)
  const bytes = Buffer.alloc(storedBytes(vector.length))
  const scale = highest / 127
  bytes.writeFloatLE(scale, 0)
  for (const [at, value] of vector.entries()) bytes.writeInt8(Math.round(value / scale), 4 + at)
  return bytes
}

/** Undefined when the bytes cannot be those of a unit vector of so many dimensions. */
export function restore(bytes: Uint8Array, dimensions: number): Float32Array | undefined {
  if (bytes.length !== storedBytes(dimensions)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const scale = view.getFloat32(0, true)
  const vector = new Float32Array(dimensions)
  let square = 0
  for (let at = 0; at < dimensions; at += 1) {
    const value = view.getInt8(4 + at) * scale
    vector[at] = value
    square += value * value
  }
  return Math.abs(square - 1) < 0.05 ? vector : undefined
}

export type VectorMatrix = {
  readonly size: () => number
  /** Undefined when there is no such row. */
  readonly vector: (row: number) => Float32Array | undefined
  /** @param bytes as `quantise` wrote them. False when they are damaged: nothing is added. */
  readonly append: (bytes: Uint8Array) => boolean
  /** The rows nearest to a unit vector by cosine, best first, among those that are admitted. */
  readonly nearest: (vector: Float32Array, limit: number, admits: (row: number) => boolean) => readonly Row[]
}

export function createVectorMatrix(dimensions: number): VectorMatrix {
  let values = new Int8Array(64 * dimensions)
  let scales = new Float32Array(64)
  let rows = 0
  return {
    size: () => rows,
    vector(row) {
      if (row < 0 || row >= rows) return undefined
      const scale = scales[row] ?? 0
      return Float32Array.from(values.subarray(row * dimensions, (row + 1) * dimensions), (value) => value * scale)
    },
    append(bytes) {
      if (restore(bytes, dimensions) === undefined) return false
      if ((rows + 1) * dimensions > values.length) {
        values = grown(values, new Int8Array(values.length * 2))
        scales = grown(scales, new Float32Array(scales.length * 2))
      }
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
      scales[rows] = view.getFloat32(0, true)
      values.set(new Int8Array(bytes.buffer, bytes.byteOffset + 4, dimensions), rows * dimensions)
      rows += 1
      return true
    },
    nearest: (vector, limit, admits) =>
      bestRows(rows, limit, admits, (row) => dot(values, row * dimensions, vector) * (scales[row] ?? 0)),
  }
}

function grown<T extends Int8Array | Float32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** Four sums that do not wait for each other. */
function dot(matrix: Int8Array, offset: number, vector: Float32Array): number {
  let [one, two, three, four] = [0, 0, 0, 0]
  const length = vector.length
  let at = 0
  for (; at + 3 < length; at += 4) {
    one += (matrix[offset + at] ?? 0) * (vector[at] ?? 0)
    two += (matrix[offset + at + 1] ?? 0) * (vector[at + 1] ?? 0)
    three += (matrix[offset + at + 2] ?? 0) * (vector[at + 2] ?? 0)
    four += (matrix[offset + at + 3] ?? 0) * (vector[at + 3] ?? 0)
  }
  for (; at < length; at += 1) one += (matrix[offset + at] ?? 0) * (vector[at] ?? 0)
  return one + two + three + four
}
