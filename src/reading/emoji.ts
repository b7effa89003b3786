import { decodeWindows1252 } from '../text/windows-1252.ts'

const EMOJI =
  /^(?:(?:(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3)(?:\uFE0E|\uFE0F|\u200D|\p{Emoji_Modifier})*)+/u
const UNDECODABLE = /^\uFFFD+/u

// UTF-8 bytes of symbols: F0 9F … and E2 86–AF …, with variation selector and joiner. The last byte is often A0 or 8F,
// which a legacy encoding shows as a no-break space or not at all, so the last may be missing before white space.
const SYMBOL_BYTES =
  /^(?:\xF0\x9F(?:[\x80-\xBF]{2}|[\x80-\xBF]{1,2}(?=[\s\xA0]|$))|\xE2[\x86-\xAF](?:[\x80-\xBF]|(?=[\s\xA0]|$))|\xEF\xB8(?:\x8F|(?=[\s\xA0]|$))|\xE2\x80\x8D)+/u

// Encodings in which UTF-8 is most often misread, as character → byte.
const LEGACY_BYTES: readonly ReadonlyMap<string, string>[] = [
  decodeWindows1252,
  (byte: Uint8Array) => new TextDecoder('windows-1250').decode(byte),
  (byte: Uint8Array) => new TextDecoder('windows-1251').decode(byte),
].map((decode) => {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte)
  return new Map(bytes.map((byte) => [decode(Uint8Array.of(byte)), String.fromCharCode(byte)]))
})

// Longer than any emoji, a family of four with skin tones included, in mis-decoded characters.
const LONGEST_JUNK = 48

/**
 * Length in UTF-16 units of the emoji, mis-decoded emoji ("đź§" for a brain) and replacement characters that open a
 * line, the white space around them included; 0 when it opens with none. Never reaches into a word.
 */
export function emojiLeadLength(line: string): number {
  const indent = line.length - line.trimStart().length
  let position = indent
  for (;;) {
    const rest = line.slice(position, position + LONGEST_JUNK)
    const length = EMOJI.exec(rest)?.[0].length ?? UNDECODABLE.exec(rest)?.[0].length ?? misdecodedLength(rest)
    if (length === 0) break
    const after = line.slice(position + length)
    position += length + (after.length - after.trimStart().length)
  }
  return position === indent ? 0 : position
}

/** Length of the emoji and mis-decoded emoji that close a line, and of white space behind them; 0 when none do. */
export function emojiTailLength(line: string): number {
  const trimmed = line.trimEnd()
  const tail = trimmed.slice(-LONGEST_JUNK)
  for (const { index } of tail.matchAll(/(?<=[\s.!?…:]|^)[^\s\p{L}\p{N}]|\s(?=[đðр])/gu)) {
    const rest = tail.slice(index).trimStart()
    if (rest !== '' && emojiLeadLength(rest) === rest.length) return rest.length + (line.length - trimmed.length)
  }
  return 0
}

function misdecodedLength(text: string): number {
  for (const toByte of LEGACY_BYTES) {
    const characters = [...text]
    const bytes = characters.map((character) => toByte.get(character) ?? '\u0100').join('')
    // Every character of these encodings is one UTF-16 unit, as is its byte here.
    const junk = SYMBOL_BYTES.exec(bytes)
    if (junk) return junk[0].length
  }
  return 0
}
