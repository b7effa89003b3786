/** Lists of quotes: each line is checked by itself where it is a whole quotation. */
import { judgeExact } from './judge-piece.ts'
import type { PieceVerdict } from './pieces.ts'
import type { VerifyCorpus } from './search/corpus.ts'
import { isWholeSentence, sliceOf } from './search/matches.ts'

/** Lines that are each a whole quotation of their own are several quotes; undefined unless all are true. */
export function judgeLines(text: string, corpus: VerifyCorpus): readonly PieceVerdict[] | undefined {
  const lines = [...text.matchAll(/[^\n\r]+/gu)].filter(([line]) => /[\p{L}\p{N}]/u.test(line))
  if (lines.length < 2 || lines.length > mostLines || !lines.every(([line]) => isWholeLine(line))) return undefined
  const parts: PieceVerdict[] = []
  for (const { 0: line, index } of lines) {
    const found = judgeExact(text, { start: index, end: index + line.length }, corpus)
    const isWhole = found?.places.every((place) => isWholeSentence(corpus.textAt(place.from), sliceOf(place, corpus)))
    if (found?.verdict !== 'verbatim' || isWhole !== true) return undefined
    parts.push(found)
  }
  return parts
}

const mostLines = 20

/** A bullet, quotation marks, or a sentence from its capital to its full stop. */
function isWholeLine(line: string): boolean {
  return /^[\s>]*(?:[-–—•*]\s|["“«])/u.test(line) || (/^\s*\p{Lu}/u.test(line) && /[.!?…]["”»]?\s*$/u.test(line))
}

/** "1. The port …", "2) …": numbers that whoever lists quotes puts before them; the length stays. */
export function blankListNumbers(text: string): string {
  return text.replace(/(?<=^|[\n\r])[ \t>]*(?:\d{1,2}|\p{Ll})[.)](?=\s+["“«]?\s?\p{Lu})/gu, (found) =>
    ' '.repeat(found.length),
  )
}
