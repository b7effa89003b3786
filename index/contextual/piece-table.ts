/** The vectors of the word pieces, kept in four bits: blocks of 32 values with one half-precision scale each. */

const blockValues = 32
/** Two of the scale, sixteen of the values: byte j holds value j (low half) and value j + 16 (high half), each plus 8. */
const blockBytes = 18

export type PieceTable = {
  readonly dimensions: number
  /** Writes one piece's vector into `target` from `offset` on. */
  write(piece: number, target: Float32Array, offset: number): void
}

/** @param bytes the rows one after the other. Throws when they are not whole rows. */
export function createPieceTable(bytes: Uint8Array, dimensions: number): PieceTable {
  const blocks = dimensions / blockValues
  const rowBytes = blocks * blockBytes
  if (!Number.isInteger(blocks) || bytes.length % rowBytes !== 0)
    throw new Error('the table of word pieces is cut short')
  const rows = bytes.length / rowBytes
  return {
    dimensions,
    write(piece, target, offset) {
      if (piece < 0 || piece >= rows) throw new RangeError(`there is no word piece ${piece}`)
      for (let block = 0; block < blocks; block += 1) {
        const at = piece * rowBytes + block * blockBytes
        const scale = halfToNumber((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8))
        const to = offset + block * blockValues
        for (let index = 0; index < blockValues / 2; index += 1) {
          const pair = bytes[at + 2 + index] ?? 0
          target[to + index] = ((pair & 15) - 8) * scale
          target[to + index + blockValues / 2] = ((pair >> 4) - 8) * scale
        }
      }
    },
  }
}

/** IEEE 754 half precision. */
export function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >> 10) & 31
  const fraction = half & 1023
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
