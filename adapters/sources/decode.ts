import { decodeWindows1252 } from '../../src/text/windows-1252.ts'

export type Decoded = {
  readonly text: string
  /** Said to the maintainer when the encoding had to be guessed. */
  readonly note?: string
}

/** Why bytes are not text; the reason goes on after the file's name. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}

/** The largest file that is read. */
export const LARGEST_BYTES = 10 * 1024 * 1024

/**
 * Decodes a file's bytes: UTF-8 or UTF-16 by its byte order mark, strict UTF-8, else the encoding that an HTML page
 * declares, else windows-1252. The byte order mark is no part of the text. Throws UnreadableError for an empty file, one
 * over 10 MB and a binary one.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new UnreadableError('the file is empty')
  if (bytes.length > LARGEST_BYTES) throw new UnreadableError('the file is larger than 10 MB')
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (wide) return checkText({ text: new TextDecoder(wide).decode(bytes), note: `read as ${wide}` })
  if (bytes.includes(0)) throw new UnreadableError('the file is binary, not text')
  return checkText(decodeNarrow(bytes))
}

function decodeNarrow(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const encoding = declaredEncoding(bytes) ?? 'windows-1252'
    const text = encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes)
    return { text, note: `not valid UTF-8, read as ${encoding}` }
  }
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const label = /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]
  if (label === undefined || /^utf-?(?:8|16)/iu.test(label)) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function checkText(decoded: Decoded): Decoded {
  if (decoded.text.includes('\0')) throw new UnreadableError('the file is binary, not text')
  if (!/[\p{L}\p{N}]/u.test(decoded.text)) throw new UnreadableError('there are no words in the file')
  return decoded
}
