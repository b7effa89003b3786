import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync } from 'node:fs'

// Sizes of hnswlib's file, little endian, from its saveIndex(): eleven numbers, then every element of the lowest layer,
// then for each element the bytes of its upper layers after their length.
const HEADER_BYTES = 96
const COUNT_OFFSET = 16
const ELEMENT_SIZE_OFFSET = 24

/** SHA-256 of a file, hexadecimal, and whether it is whole. Throws when it cannot be read. */
export function inspectIndexFile(file: string, count: number): { readonly sha256: string; readonly whole: boolean } {
  const bytes = readFileSync(file)
  return { sha256: createHash('sha256').update(bytes).digest('hex'), whole: isWhole(bytes, count) }
}

/**
 * True when the file is as long as its own lengths say. A write to a full disk reports success, and reading such a file
 * can end the process: so it is looked at before hnswlib reads it.
 */
function isWhole(bytes: Buffer, count: number): boolean {
  if (bytes.length < HEADER_BYTES || bytes.readBigUInt64LE(COUNT_OFFSET) !== BigInt(count)) return false
  const elementSize = Number(bytes.readBigUInt64LE(ELEMENT_SIZE_OFFSET))
  let position = HEADER_BYTES + count * elementSize
  for (let element = 0; element < count; element += 1) {
    if (position + 4 > bytes.length) return false
    position += 4 + bytes.readUInt32LE(position)
  }
  return position === bytes.length
}

/** Waits until the file is on the disk. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
