import { trimRange } from '../text/lines.ts'
import { splitSentences } from '../text/sentences.ts'
import type { Language, Range } from '../types.ts'
import { LONGEST_PASSAGE, SHORTEST_PASSAGE, USUAL_PASSAGE } from './limits.ts'

// Combining marks, joiners, and the second half of a surrogate pair.
const CLINGING = /^(?:\p{M}|\u200D|[\uDC00-\uDFFF])/u

/**
 * Cuts a long stretch into pieces of about the same length, 500 UTF-16 units or less where its sentences allow, never
 * over 1,000: at sentence ends, a longer sentence at word ends, a longer word between characters.
 */
export function cutAtSentences(text: string, stretch: Range, language: Language): readonly Range[] {
  const length = stretch.end - stretch.start
  const target = length / Math.ceil(length / USUAL_PASSAGE)
  const sentences = splitSentences(text.slice(stretch.start, stretch.end), language)
  const parts = sentences.flatMap((sentence) =>
    cutAtWords(text, { start: stretch.start + sentence.start, end: stretch.start + sentence.end }),
  )
  const pieces: Range[] = []
  for (const part of parts) {
    const open = pieces.at(-1)
    const joined = open && { start: open.start, end: part.end }
    const openLength = open ? open.end - open.start : 0
    const joinedLength = openLength === 0 ? 0 : part.end - (open?.start ?? 0)
    // Whichever of the two ends is nearer to the target.
    const isBetterJoined = Math.abs(joinedLength - target) <= Math.abs(openLength - target)
    const isShort = openLength < SHORTEST_PASSAGE || part.end - part.start < SHORTEST_PASSAGE / 2
    const hasRoom = joinedLength <= (isShort ? LONGEST_PASSAGE : USUAL_PASSAGE)
    if (joined && hasRoom && (isShort || isBetterJoined)) pieces[pieces.length - 1] = joined
    else pieces.push(part)
  }
  return joinShortEnd(pieces)
}

function joinShortEnd(pieces: readonly Range[]): readonly Range[] {
  const last = pieces.at(-1)
  const before = pieces.at(-2)
  if (!last || !before || last.end - last.start >= SHORTEST_PASSAGE) return pieces
  if (last.end - before.start > LONGEST_PASSAGE) return pieces
  return [...pieces.slice(0, -2), { start: before.start, end: last.end }]
}

/** Pieces of at most 1,000 units, those of a longer stretch about equal; numbers and characters stay whole. */
function cutAtWords(text: string, stretch: Range): readonly Range[] {
  const length = stretch.end - stretch.start
  if (length <= LONGEST_PASSAGE) return [stretch]
  const target = Math.ceil(length / Math.ceil(length / USUAL_PASSAGE))
  const pieces: Range[] = []
  let start = stretch.start
  while (stretch.end - start > USUAL_PASSAGE) {
    const end = wordEnd(text, start, start + target)
    const piece = trimRange(text, { start, end })
    if (piece) pieces.push(piece)
    start = end
  }
  const rest = trimRange(text, { start, end: stretch.end })
  return rest ? [...pieces, rest] : pieces
}

/** The last word end after `start` and not after `latest`, not within "10 444"; else the last end of a character. */
function wordEnd(text: string, start: number, latest: number): number {
  for (let end = latest; end > start + SHORTEST_PASSAGE; end--) {
    const isSpace = /\s/u.test(text.charAt(end)) && !/\s/u.test(text.charAt(end - 1))
    if (isSpace && !(/\d/u.test(text.charAt(end - 1)) && /^\s\d/u.test(text.slice(end, end + 2)))) return end
  }
  // What clings to the character before it stays there, but for a pile of marks without end.
  let end = latest
  while (end > latest - 64 && CLINGING.test(text.slice(end, end + 2))) end--
  return /^[\uDC00-\uDFFF]/u.test(text.slice(end, end + 1)) ? end - 1 : end
}
