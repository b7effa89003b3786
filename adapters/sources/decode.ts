import { analyse } from 'chardet'
import { decodeWindows1252 } from '../../src/text/windows-1252.ts'
import { mendUtf8 } from './mend-utf8.ts'

export type Decoded = {
  readonly text: string
  /** Said to the maintainer when the encoding had to be guessed. */
  readonly note?: string
}

/** Why bytes are not text; the reason goes on after the file's name. */
export class UnreadableError extends Error {
  override readonly name: string = 'UnreadableError'
}

/** Why something cannot be had just now, though it may the next time: a server that fails, a site that wants no visit. */
export class UnreachableError extends UnreadableError {}

/** The largest file that is read. */
export const LARGEST_BYTES = 10 * 1024 * 1024

// As much as the encoding is judged by: bytes.
const SAMPLE = 64 * 1024
// Share of a text's bytes that may be control characters.
const mostControls = 0.01
// One among so few says nothing.
const fewestBytes = 40
// Of 100; below it the detector may as well have thrown a coin.
const SURE = 50

/**
 * Decodes bytes: by their byte order mark; as UTF-8 where they are that or mostly so, since nothing else looks so by chance; else by
 * what the server says, what an HTML or XML page declares, or a guess, which is noted. The byte order mark is no part of
 * the text.
 * @param charset as the server's header has it.
 * @throws UnreadableError for an empty file, one over 10 MB, a binary one and one without words.
 */
export function decodeText(bytes: Uint8Array, charset?: string): Decoded {
  if (bytes.length === 0) throw new UnreadableError('the file is empty')
  if (bytes.length > LARGEST_BYTES) throw new UnreadableError('the file is larger than 10 MB')
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  const wide = marked ?? wideEncoding(bytes, charset)
  if (wide) return checkText({ text: new TextDecoder(wide).decode(bytes), note: `read as ${wide}` })
  if (!bytes.includes(0)) return checkText(decodeNarrow(bytes, charset))
  if (isBinary(bytes)) throw new UnreadableError('the file is binary, not text')
  const { text, note } = decodeNarrow(
    bytes.filter((byte) => byte !== 0),
    charset,
  )
  return checkText({ text, note: [note, 'zero bytes in it were left out'].filter((line) => line).join('; ') })
}

function isTooMany(controls: number, length: number): boolean {
  return controls > Math.max(length * mostControls, length > fewestBytes ? 1 : 0)
}

/** A stray zero in a text is a fault of transfer, and browsers leave it out; programs and pictures are full of controls. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1
  return isTooMany(controls, bytes.length)
}

function decodeNarrow(bytes: Uint8Array, charset: string | undefined): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const mended = mendUtf8(bytes)
    if (mended !== undefined) return mended
    const told = knownEncoding(charset) ?? declaredEncoding(bytes)
    const encoding = told ?? guessEncoding(bytes)
    const text = encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes)
    // What the source says of itself is no guess, and nothing to tell anew at every run.
    return told === undefined ? { text, note: `not valid UTF-8, read as ${encoding} (guessed)` } : { text }
  }
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return knownEncoding(/<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1])
}

/** The decoder's name of an encoding; undefined for UTF, which these bytes are not, and for one that nobody knows. */
function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined || /^utf-?(?:8|16)/iu.test(label)) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** UTF-16 without its mark: every second byte of Latin letters is zero. */
function wideEncoding(bytes: Uint8Array, charset: string | undefined): string | undefined {
  const sample = bytes.subarray(0, SAMPLE)
  if (bytes.length % 2 === 1 || !sample.includes(0)) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  const half = sample.length / 2
  const told = charset !== undefined && /^utf-?16/iu.test(charset)
  if (odd > half * (told ? 0.1 : 0.7) && even < half * 0.01) return 'utf-16le'
  return even > half * (told ? 0.1 : 0.7) && odd < half * 0.01 ? 'utf-16be' : undefined
}

/** English and French are windows-1252 unless something else is plainly likelier. */
function guessEncoding(bytes: Uint8Array): string {
  const guesses = analyse(bytes.subarray(0, SAMPLE))
  const best = guesses[0]
  const western = guesses.find(({ name }) => name === 'windows-1252' || name === 'ISO-8859-1')
  if (best === undefined || best.confidence < SURE) return 'windows-1252'
  if (western !== undefined && western.confidence > best.confidence - 15) return 'windows-1252'
  return knownEncoding(best.name) ?? 'windows-1252'
}

function checkText(decoded: Decoded): Decoded {
  const zeros = decoded.text.split('\0').length - 1
  if (isTooMany(zeros, decoded.text.length)) throw new UnreadableError('the file is binary, not text')
  if (zeros > 0) return checkText({ ...decoded, text: decoded.text.replaceAll('\0', '') })
  if (!/[\p{L}\p{N}]/u.test(decoded.text)) throw new UnreadableError('there are no words in the file')
  return decoded
}
