/** From pieces of text, each at its place, to the lines of a page in the order in which they are read. */
import { writeRaised } from '../../../src/text/raised.ts'
import { orderLines } from './columns.ts'
import type { PdfLine } from './types.ts'

/** As pdf.js gives it; `transform` ends with the place. */
export type TextPiece = {
  readonly str: string
  readonly transform: readonly unknown[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

type Placed = {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly height: number
}

/** Pieces further apart than this share of their height have a space between them. */
const spaceShare = 0.15
/** Pieces further apart than this many heights may be of two columns, or two cells. */
const partShare = 0.45
/** Pieces are on one line while their height differs by no more than this share. */
const lineShare = 0.5
/** What is smaller than this share of its line and above its foot by the other is raised. */
const raisedSize = 0.8
const raisedShare = 0.18

/** The order in the file says nothing: programs draw columns row by row, headings last and pages from the bottom. */
export function readPageLines(pieces: readonly TextPiece[]): readonly PdfLine[] {
  const turned = pieces.filter(({ transform }) => isTurned(transform))
  const rows = rowsOf(pieces.filter((piece) => !turned.includes(piece)).flatMap(place))
  const upright = orderLines(rows.map((row) => splitRow(row).map(joinPieces)))
  return [...upright, ...turned.flatMap(place).map((piece) => joinPieces([piece]))].filter(({ text }) => text !== '')
}

function place({ str, transform, width, height }: TextPiece): readonly Placed[] {
  if (str.trim() === '') return []
  const x = numberAt(transform, 4)
  const tall = height > 0 ? height : Math.abs(numberAt(transform, 3)) || 10
  return [{ text: str, x, right: x + Math.max(0, width), y: numberAt(transform, 5), height: tall }]
}

/** Written upwards or downwards at the edge of the page. */
function isTurned(transform: readonly unknown[]): boolean {
  return Math.abs(numberAt(transform, 1)) > Math.abs(numberAt(transform, 0))
}

function rowsOf(pieces: readonly Placed[]): readonly (readonly Placed[])[] {
  const rows: Placed[][] = []
  // The tall ones first: what is raised joins the line that it stands in.
  for (const piece of pieces.toSorted((left, right) => right.height - left.height || right.y - left.y)) {
    const row = nearestRow(rows, piece)
    if (row === undefined) rows.push([piece])
    else row.push(piece)
  }
  return rows
    .map((row) => row.toSorted((left, right) => left.x - right.x))
    .toSorted((left, right) => footOf(right) - footOf(left))
}

function nearestRow(rows: readonly Placed[][], piece: Placed): Placed[] | undefined {
  const distance = (row: readonly Placed[]) => Math.abs((row[0]?.y ?? 0) - piece.y)
  const [nearest] = rows
    .filter((row) => distance(row) <= lineShare * (row[0]?.height ?? 0))
    .toSorted((left, right) => distance(left) - distance(right))
  return nearest
}

/** Of the tallest piece, which came first. */
function footOf(row: readonly Placed[]): number {
  return row.reduce((tallest, piece) => (piece.height > tallest.height ? piece : tallest), row[0] ?? nowhere).y
}

const nowhere: Placed = { text: '', x: 0, right: 0, y: 0, height: 0 }

/** Cuts a row where it is empty: between two columns, or two cells of a table. */
function splitRow(row: readonly Placed[]): readonly (readonly Placed[])[] {
  const parts: Placed[][] = []
  let right = 0
  for (const piece of row) {
    const open = parts.at(-1)
    const tallest = Math.max(piece.height, ...(open ?? []).map(({ height }) => height))
    if (open === undefined || piece.x - right > partShare * tallest) parts.push([piece])
    else open.push(piece)
    right = Math.max(open === undefined ? 0 : right, piece.right)
  }
  return parts
}

function joinPieces(pieces: readonly Placed[]): PdfLine {
  const tallest = pieces.reduce((found, piece) => (piece.height > found.height ? piece : found), pieces[0] ?? nowhere)
  let text = ''
  let right = tallest.x
  for (const [index, piece] of pieces.entries()) {
    const isRaised = piece.height < raisedSize * tallest.height && piece.y - tallest.y > raisedShare * tallest.height
    const written = isRaised && index > 0 ? writeRaised(piece.text, text.trimEnd()) : piece.text
    const isApart = index > 0 && !isRaised && piece.x - right > spaceShare * piece.height
    text += isApart && !/\s$/u.test(text) ? ` ${written}` : written
    // A mark that was left out leaves a gap behind it that is none.
    right = Math.max(right, piece.right)
  }
  const [first = nowhere] = pieces
  return { text: cleanText(text), x: first.x, right, y: tallest.y, height: tallest.height }
}

function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\p{Cc}\u200b\ufeff]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

function numberAt(values: readonly unknown[], index: number): number {
  const value = values[index]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
