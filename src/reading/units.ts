import { isWrapped, linesOf, listMarkerLength, trimRange } from '../text/lines.ts'
import type { Range } from '../types.ts'
import { HEADING_MARKER, looksLikeHeading } from './headings.ts'
import { withoutRanges } from './ranges.ts'
import { findTableRows } from './tables.ts'

/**
 * A paragraph, heading, list item or row of a table, or a line that introduces what follows by ending in a colon: trimmed, without its
 * bullet, no skipped stretch inside.
 */
export type Unit = Range & { readonly kind: 'heading' | 'introduction' | 'item' | 'prose' | 'row' }

type Piece = Range & {
  /** `marked`: the source says so (`##`, an emoji alone before it); `plain`: by its shape, so its neighbours decide. */
  readonly heading: 'marked' | 'plain' | 'no'
  readonly item: boolean
  /** A row of a table, or the row above it that says what its columns hold. */
  readonly table: 'header' | 'row' | 'no'
  readonly line: Range
}

// As many lines in a row that look like headings are a list or a table.
const LONGEST_HEADING_RUN = 2
// Longer lines after a colon are paragraphs. UTF-16 units.
const LONGEST_UNMARKED_ITEM = 120
const INTRODUCTION = /:["”»*_]*$/u

/** The units of a text in reading order, `skip` (in order, not overlapping) left out. Every word is in one of them. */
export function readUnits(text: string, skip: readonly Range[]): readonly Unit[] {
  return classify(text, joinWrapped(text, readPieces(text, skip)))
}

function readPieces(text: string, skip: readonly Range[]): readonly Piece[] {
  const tables = findTableRows(text)
  return linesOf(text).flatMap((line) => {
    const table = tables.get(line.start) ?? 'no'
    const content = text.slice(line.start, line.end)
    const marker = listMarkerLength(content)
    // A number is a word of the article, a bullet is not.
    const bullet = /^\s*\d/u.test(content) ? 0 : marker
    const quoteMarker = /^\s*(?:>\s?)+/u.exec(content)?.[0].length ?? 0
    const bars = table === 'no' ? undefined : /^\s*\|?\s*(?<cells>.*?)\s*\|?\s*$/u.exec(content)?.groups?.['cells']
    const lead = bars === undefined ? Math.max(bullet, quoteMarker) : content.indexOf(bars)
    const body = { start: line.start + lead, end: bars === undefined ? line.end : line.start + lead + bars.length }
    const lefts = withoutRanges(body, skip).filter((left) => /[\p{L}\p{N}]/u.test(text.slice(left.start, left.end)))
    return lefts.flatMap((left, position): readonly Piece[] => {
      const range = trimRange(text, left)
      if (!range) return []
      const slice = text.slice(range.start, range.end)
      const isFirst = position === 0
      const isMarked = HEADING_MARKER.test(content) || (left.start > body.start && isFirst && looksLikeHeading(slice))
      const heading = marker > 0 || !isFirst ? 'no' : isMarked ? 'marked' : looksLikeHeading(slice) ? 'plain' : 'no'
      return [{ ...range, heading: table === 'no' ? heading : 'no', item: marker > 0 && isFirst, table, line }]
    })
  })
}

/** Puts the lines of hard-wrapped paragraphs together; an indented line goes on with the list item above it. */
function joinWrapped(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const open = joined.at(-1)
    if (open && open.line !== piece.line && goesOn(text, open, piece)) {
      joined[joined.length - 1] = { ...open, end: piece.end, heading: 'no', line: piece.line }
    } else joined.push(piece)
  }
  return joined
}

function goesOn(text: string, open: Piece, piece: Piece): boolean {
  const between = text.slice(open.end, piece.start)
  if (piece.item || piece.heading === 'marked' || open.heading === 'marked') return false
  if (piece.table !== 'no' || open.table !== 'no') return false
  if (!/^[ \t]*(?:\r\n|[\n\r])[ \t>]*$/u.test(between)) return false
  if (open.item && /[\n\r](?: {2,}|\t)[ \t]*$/u.test(between)) return true
  const lastLine = text.slice(Math.max(open.start, open.line.start), open.end)
  return isWrapped(lastLine, text.slice(piece.start, piece.end))
}

function classify(text: string, pieces: readonly Piece[]): readonly Unit[] {
  const unheaded = headlessRuns(pieces)
  const items = unmarkedItems(text, pieces)
  return pieces.map((piece, index): Unit => {
    const { start, end } = piece
    if (piece.table === 'header' && pieces[index + 1]?.table === 'row') return { start, end, kind: 'introduction' }
    if (piece.table === 'row') return { start, end, kind: 'row' }
    if (piece.item || items.has(piece)) return { start, end, kind: 'item' }
    const isLast = index === pieces.length - 1
    const isHeading = piece.heading === 'marked' || (piece.heading === 'plain' && !unheaded.has(piece))
    if (isHeading && !isLast) return { start, end, kind: 'heading' }
    return { start, end, kind: !isLast && introduces(text, piece) ? 'introduction' : 'prose' }
  })
}

function introduces(text: string, piece: Range): boolean {
  return INTRODUCTION.test(text.slice(Math.max(piece.start, piece.end - 8), piece.end))
}

/** Lines shaped like headings that head nothing: too many in a row, or none of the article after them. */
function headlessRuns(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const headless = new Set<Piece>()
  let run: Piece[] = []
  for (const piece of [...pieces, undefined]) {
    if (piece?.heading === 'plain') run.push(piece)
    else {
      if (run.length > LONGEST_HEADING_RUN || !piece) for (const member of run) headless.add(member)
      run = []
    }
  }
  return headless
}

/** After an introducing line, two or more short lines without a full stop are list items, though no bullet says so. */
function unmarkedItems(text: string, pieces: readonly Piece[]): ReadonlySet<Piece> {
  const items = new Set<Piece>()
  for (const [index, introduction] of pieces.entries()) {
    if (introduction.heading !== 'no' || introduction.item || !introduces(text, introduction)) continue
    const run: Piece[] = []
    let gap: boolean | undefined
    for (let next = index + 1; next < pieces.length; next++) {
      const piece = pieces[next]
      const before = pieces[next - 1]
      if (!piece || !before || piece.item || piece.heading === 'marked') break
      const isApart = /(?:\n|\r\n?)\s*(?:\n|\r)/u.test(text.slice(before.end, piece.start))
      if (run.length === 1) gap = isApart
      if (gap !== undefined && isApart && !gap) break
      const slice = text.slice(piece.start, piece.end)
      const goesOnAfter = /[;,]$/u.test(text.slice(before.start, before.end)) && run.length > 0
      if (slice.length > LONGEST_UNMARKED_ITEM || (/[.!?…:"”»]$/u.test(slice) && !goesOnAfter)) break
      run.push(piece)
    }
    if (run.length >= 2) for (const piece of run) items.add(piece)
  }
  return items
}
