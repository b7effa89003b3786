import { linesOf, listMarkerLength, trimRange } from '../text/lines.ts'
import type { Range } from '../types.ts'
import { isBoilerplate } from './boilerplate.ts'
import { emojiLeadLength, emojiTailLength } from './emoji.ts'
import { HEADING_MARKER, looksLikeHeadline } from './headings.ts'
import { mergeRanges, withoutRanges } from './ranges.ts'
import { isCutShort, splitSiteName } from './titles.ts'

type Furniture = {
  /** What is not article: in order, not overlapping, never within a word. */
  readonly skip: readonly Range[]
  /** The headline that the first line holds, unless it was cut short. */
  readonly title?: string
}

// A longer first line is a paragraph. UTF-16 units, white space and markers included.
const LONGEST_FIRST_LINE = 400

/**
 * Finds what is not article in a text: lines of the page around it, lone punctuation, a first line that is a title with
 * a site's name, emoji and mis-decoded emoji at the ends of lines, heading markers. `known` is skipped already (front
 * matter, images). The text itself is not touched.
 */
export function findFurniture(text: string, known: readonly Range[] = []): Furniture {
  const before = mergeRanges(known)
  const skip: Range[] = [...before]
  const contents: Range[] = []
  for (const line of linesOf(text)) {
    const isKnown = !hasWords(text, withoutRanges(line, before))
    if (isKnown || isBoilerplate(text.slice(line.start, line.end))) skip.push(trimRange(text, line) ?? line)
    else contents.push(line)
  }
  const headline = readHeadline(text, contents, before)
  if (headline.siteLine) skip.push(headline.siteLine)
  for (const line of contents) skip.push(...lineEnds(text, line))
  const visible = mergeRanges(skip.filter((range) => trimRange(text, range)))
  return { skip: visible, ...(headline.title === undefined ? {} : { title: headline.title }) }
}

function hasWords(text: string, ranges: readonly Range[]): boolean {
  return ranges.some((range) => /[\p{L}\p{N}]/u.test(text.slice(range.start, range.end)))
}

/** Reads the first line as a headline. A line with a site's name on it is no sentence of the article. */
function readHeadline(
  text: string,
  contents: readonly Range[],
  known: readonly Range[],
): { readonly title?: string; readonly siteLine?: Range } {
  const first = contents[0]
  if (
    !first ||
    contents.length < 2 ||
    first.end - first.start > LONGEST_FIRST_LINE ||
    withoutRanges(first, known).length !== 1
  )
    return {}
  const line = text
    .slice(first.start, first.end)
    .replace(HEADING_MARKER, '')
    .replace(/\s+#+\s*$/u, '')
    .trim()
  const body = text.slice(first.end)
  const parts = splitSiteName(line)
  const isHeadline = parts !== undefined || looksLikeHeadline(line)
  const title = parts?.title ?? line
  return {
    ...(isHeadline && emojiLeadLength(line) === 0 && !isCutShort(title, body) ? { title } : {}),
    ...(parts ? { siteLine: trimRange(text, first) ?? first } : {}),
  }
}

/** The heading marker and the emoji at the ends of a line. */
function lineEnds(text: string, line: Range): readonly Range[] {
  const content = text.slice(line.start, line.end)
  const ends: Range[] = []
  let start = HEADING_MARKER.exec(content)?.[0].length ?? 0
  if (start > 0) {
    ends.push({ start: line.start, end: line.start + start })
    const closing = /\s+#+\s*$/u.exec(content)
    if (closing && closing.index > start) ends.push({ start: line.start + closing.index, end: line.end })
  } else start = listMarkerLength(content)
  const lead = emojiLeadLength(content.slice(start))
  if (lead > 0) ends.push({ start: line.start + start, end: line.start + start + lead })
  const tail = emojiTailLength(content.slice(start + lead))
  if (tail > 0) ends.push({ start: line.end - tail, end: line.end })
  return ends
}
