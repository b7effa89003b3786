import { decodeWindows1252 } from '../../src/text/windows-1252.ts'

const replacement = '\ufffd'

/**
 * Decodes UTF-8 in which some bytes are wrong: one pasted from another encoding, a character cut in half. Each wrong byte
 * is read by itself, as windows-1252 where it stands alone. Undefined when the bytes are rather another encoding: fewer
 * characters of several bytes than wrong ones.
 */
export function mendUtf8(bytes: Uint8Array): { readonly text: string; readonly note: string } | undefined {
  let text = ''
  let whole = 0
  let wrong = 0
  let from = 0
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const flush = (to: number): void => {
    text += decoder.decode(bytes.subarray(from, to))
  }
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    const length = byte < 0x80 ? 1 : sequenceAt(bytes, at)
    if (length > 0) {
      whole += length > 1 ? 1 : 0
      at += length
      continue
    }
    flush(at)
    wrong += 1
    const end = at + 1 + tailLength(bytes, at)
    // What begins a character of several bytes and breaks off is that character's rest, whatever it was.
    text += end === at + 1 && end < bytes.length ? decodeWindows1252(bytes.subarray(at, end)) : replacement
    at = end
    from = end
  }
  if (wrong === 0 || whole <= wrong) return undefined
  flush(bytes.length)
  const many = wrong === 1 ? 'one byte in it is' : `${wrong} bytes in it are`
  return { text: text.replace(/^\ufeff/u, ''), note: `${many} not valid UTF-8: each was read by itself` }
}

/** Bytes of the character that begins there; 0 when none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0
  const length =
    byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  const next = bytes[at + 1] ?? 0
  const isOverlong = (byte === 0xe0 && next < 0xa0) || (byte === 0xf0 && next < 0x90)
  const isOutside = (byte === 0xed && next > 0x9f) || (byte === 0xf4 && next > 0x8f)
  const isWhole = bytes.subarray(at + 1, at + length).every((tail) => tail >= 0x80 && tail <= 0xbf)
  return isWhole && !isOverlong && !isOutside ? length : 0
}

/** Further bytes of a character that breaks off. */
function tailLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0
  const most = byte >= 0xf0 && byte <= 0xf4 ? 2 : byte >= 0xe0 && byte <= 0xef ? 1 : 0
  let length = 0
  while (length < most && ((bytes[at + 1 + length] ?? 0) & 0xc0) === 0x80) length += 1
  return length
}
