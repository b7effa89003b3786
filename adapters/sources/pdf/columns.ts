/** Columns of print, each read from top to bottom, and tables, each read row by row. */
import type { PdfLine } from './types.ts'

/** The parts of a row, from the left; rows from the top. */
type Row = readonly PdfLine[]
type Band = { readonly rows: readonly Row[]; readonly edges: readonly number[] }

/** As many rows with the same gap between two parts make columns. */
const fewestRows = 3
/** Letters below which the part of a row is a cell of a table and no line of prose, on the average of a column. */
const shortestLine = 18
/** Rows further apart than this many heights are of two bands. */
const widestGap = 3.5
/** Parts of one row further apart than this many heights are cells, also where no other row has them. */
const cellGap = 2.5
const listMarker = /^(?:[•▪●◦‣·*–—-]|\d{1,2}[.)])$/u
/** Points by which the left edges of the lines of a column differ. */
const sameEdge = 6

/** The lines in reading order. A row of a table is one line with bars between its cells. */
export function orderLines(rows: readonly Row[]): readonly PdfLine[] {
  return bandsOf(rows).flatMap(readBand)
}

/** Neighbouring rows that have their gaps at the same places. */
function bandsOf(rows: readonly Row[]): readonly Band[] {
  const bands: Band[] = []
  let from = 0
  while (from < rows.length) {
    const band = widestBand(rows, from)
    bands.push(band)
    from += band.rows.length
  }
  return bands
}

function widestBand(rows: readonly Row[], from: number): Band {
  const single = { rows: rows.slice(from, from + 1), edges: [] }
  let best: Band = single
  for (const edge of edgesBelow(rows, from)) {
    const band = bandWith(rows, from, [edge])
    if (band !== undefined && band.rows.length > best.rows.length) best = band
  }
  if (best === single) return single
  // Further columns within the same rows.
  const edges = edgesBelow(rows, from).filter(
    (edge) => bandWith(best.rows, 0, [edge])?.rows.length === best.rows.length,
  )
  return { rows: best.rows, edges: mergeEdges(edges) }
}

/** Where parts of the next rows begin that are not the first of their row. */
function edgesBelow(rows: readonly Row[], from: number): readonly number[] {
  return rows.slice(from, from + 2 * fewestRows).flatMap((row) => row.slice(1).map(({ x }) => x))
}

/** The rows from there on that no part of crosses the edge; undefined when too few have parts on both sides. */
function bandWith(rows: readonly Row[], from: number, [edge = 0]: readonly number[]): Band | undefined {
  let split = 0
  let end = from
  let lastSplit = from
  for (; end < rows.length; end += 1) {
    const row = rows[end] ?? []
    if (
      row.some(({ x, right }) => x < edge - sameEdge && right > edge - 1) ||
      isFarBelow(rows[end - 1], row, end > from)
    )
      break
    const hasBoth = row.some(({ x }) => x < edge - sameEdge) && row.some(({ x }) => x >= edge - sameEdge)
    if (!hasBoth && end === from) return undefined
    split += hasBoth ? 1 : 0
    if (hasBoth) lastSplit = end
  }
  if (split < fewestRows) return undefined
  // Below the shorter column the longer one goes on, at the same left edge and the same distance.
  const tail = rows.slice(lastSplit + 1, end)
  const columns = rows.slice(from, lastSplit + 1)
  const goesOn = tail.findIndex(
    (row, index) => !continuesColumn(row, tail[index - 1] ?? rows[lastSplit] ?? [], columns),
  )
  return { rows: [...columns, ...tail.slice(0, goesOn === -1 ? undefined : goesOn)], edges: [edge] }
}

function isFarBelow(above: Row | undefined, row: Row, isInside: boolean): boolean {
  const [upper] = above ?? []
  const [lower] = row
  return (
    isInside &&
    upper !== undefined &&
    lower !== undefined &&
    upper.y - lower.y > widestGap * Math.max(upper.height, lower.height)
  )
}

function continuesColumn(row: Row, above: Row, columns: readonly Row[]): boolean {
  const [line] = row
  const [upper] = above
  if (line === undefined || upper === undefined) return false
  const isSet = columns
    .flat()
    .some(({ x, height }) => Math.abs(x - line.x) <= sameEdge && Math.abs(height - line.height) < 1)
  return isSet && upper.y - line.y <= 1.8 * Math.max(upper.height, line.height)
}

function mergeEdges(edges: readonly number[]): readonly number[] {
  return edges
    .toSorted((left, right) => left - right)
    .filter((edge, index, all) => index === 0 || edge - (all[index - 1] ?? 0) > 4 * sameEdge)
}

function readBand({ rows, edges }: Band): readonly PdfLine[] {
  const columnOf = ({ x }: PdfLine): number => edges.filter((edge) => x >= edge - sameEdge).length
  const columns = Array.from({ length: edges.length + 1 }, (_, column) =>
    rows.flatMap((row) => {
      const parts = row.filter((part) => columnOf(part) === column)
      return parts.length === 0 ? [] : [joinParts(parts, [])]
    }),
  )
  return columns.every(isProse) ? columns.flat() : rows.map((row) => joinParts(row, edges))
}

function isProse(column: readonly PdfLine[]): boolean {
  const letters = column.reduce((sum, { text }) => sum + text.length, 0)
  return letters / Math.max(1, column.length) >= shortestLine
}

/** Words of a line, or cells of a table with the bars by which the core's reader knows them. */
function joinParts(row: Row, edges: readonly number[]): PdfLine {
  const [first = nothing] = row
  let text = ''
  let before: PdfLine | undefined
  let isRow = false
  for (const part of row) {
    const isCell = before !== undefined && !listMarker.test(text) && isApart(before, part, edges)
    isRow ||= isCell
    text += before === undefined ? part.text : `${isCell ? ' | ' : ' '}${part.text}`
    before = part
  }
  const tallest = row.reduce((found, part) => (part.height > found.height ? part : found), first)
  const right = Math.max(...row.map((part) => part.right))
  return { text, x: first.x, right, y: tallest.y, height: tallest.height, ...(isRow && { isRow: true as const }) }
}

function isApart(left: PdfLine, right: PdfLine, edges: readonly number[]): boolean {
  const isEdge = edges.some((edge) => left.right <= edge && right.x >= edge - sameEdge)
  return isEdge || right.x - left.right > cellGap * Math.max(left.height, right.height)
}

const nothing: PdfLine = { text: '', x: 0, right: 0, y: 0, height: 0 }
