/** Whether the words on both sides of a line break belong together: a heading and what follows it are two things. */
import { HEADING_MARKER, looksLikeHeading } from '../../reading/headings.ts'
import { isWrapped, listMarkerLength } from '../../text/lines.ts'

const lineBreak = /[\n\r\u0085\u2028\u2029]/u
const row = /^\s*\|/u
/** Far enough to see a line that can be a heading. UTF-16 units. */
const reach = 240

/** @param end where the last token before the break ends, `start` where the first after it begins; UTF-16 offsets. */
export function standsApart(text: string, end: number, start: number): boolean {
  const before = lineBefore(text, end)
  const after = text.slice(lineStart(text, start), start + reach).split(lineBreak, 1)[0] ?? ''
  if (row.test(before) || row.test(after)) return true
  if (HEADING_MARKER.test(before) || HEADING_MARKER.test(after)) return true
  if (listMarkerLength(before) > 0 || listMarkerLength(after) > 0 || isWrapped(before, after)) return false
  return before.length < reach && looksLikeHeading(before.replace(/[*_`~#]+/gu, ''))
}

/** The whole line that `position` stands in. */
function lineBefore(text: string, position: number): string {
  const start = lineStart(text, position)
  return text.slice(start, position + reach).split(lineBreak, 1)[0] ?? ''
}

function lineStart(text: string, position: number): number {
  let start = position
  while (start > position - reach && start > 0 && !lineBreak.test(text.charAt(start - 1))) start -= 1
  return start
}
