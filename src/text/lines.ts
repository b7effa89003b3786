import type { Range } from '../types.ts'

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu

/** The lines of a text, without their line breaks, blank ones included. In order; UTF-16 offsets. */
export function linesOf(text: string): readonly Range[] {
  const lines: Range[] = []
  let start = 0
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    lines.push({ start, end: lineBreak.index })
    start = lineBreak.index + lineBreak[0].length
  }
  lines.push({ start, end: text.length })
  return lines
}

/** The range without white space at its ends; undefined when nothing is left. */
export function trimRange(text: string, range: Range): Range | undefined {
  const slice = text.slice(range.start, range.end)
  const start = range.start + (slice.length - slice.trimStart().length)
  const end = range.end - (slice.length - slice.trimEnd().length)
  return start < end ? { start, end } : undefined
}

const LIST_MARKER = /^\s*(?:[-–—•·*+‣▪◦●○■►➤✓✔]|\d{1,3}[.)]|[a-z]\))\s+/u
const OPEN_WORD =
  /(?:^|[\s'’(])(?:a|an|and|as|at|by|for|from|in|into|of|on|or|than|that|the|to|with|à|au|aux|dans|de|des|du|en|et|la|le|les|ou|par|pour|que|qui|sur|un|une)$/u

/** Length in UTF-16 units of the bullet or number that opens a list item, its white space included; 0 when none does. */
export function listMarkerLength(line: string): number {
  return LIST_MARKER.exec(line)?.[0].length ?? 0
}

// Hard-wrapped text is at least this wide; shorter lines without a full stop are headings and list entries.
const NARROWEST_WRAP = 40

/**
 * True when a line break stands inside a sentence, as in hard-wrapped text: the line before is long and without an
 * ending, and either it stops at a comma or a word that wants another, or the next line goes on in lower case.
 */
export function isWrapped(before: string, after: string): boolean {
  const head = before.trim()
  const tail = after.trim()
  if (head.length < NARROWEST_WRAP || tail === '' || listMarkerLength(after) > 0) return false
  if (/[.!?…:;|"”»]$/u.test(head) || /^[#>|]/u.test(tail)) return false
  return /,$/u.test(head) || OPEN_WORD.test(head) || /^\p{Ll}/u.test(tail)
}
