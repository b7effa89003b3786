import { randomInt } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 10

/** Ten random characters of base32: 50 bits, short enough to read out. */
export function createAnswerId(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
