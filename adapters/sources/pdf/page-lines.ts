/** From pieces of text, each at its place, to the lines of a page. */
import type { PdfLine } from './types.ts'

/** As pdf.js gives it; `transform` ends with the place. */
export type TextPiece = {
  readonly str: string
  readonly transform: readonly unknown[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

/** Pieces further apart than this share of their height have a space between them. */
const spaceShare = 0.15
/** Pieces further apart than this many heights are of two columns. */
const columnShare = 3
/** Pieces are on one line while their height differs by no more than this share. */
const lineShare = 0.5

type OpenLine = { text: string; x: number; right: number; y: number; height: number }

/** In the order of the file, which is the reading order in what word processors and typesetters write. */
export function readPageLines(pieces: readonly TextPiece[]): readonly PdfLine[] {
  const lines: PdfLine[] = []
  let open: OpenLine | undefined
  const close = () => {
    if (open !== undefined && open.text.trim() !== '') lines.push({ ...open, text: cleanText(open.text) })
    open = undefined
  }
  for (const piece of pieces) {
    const x = numberAt(piece.transform, 4)
    const y = numberAt(piece.transform, 5)
    const height = piece.height > 0 ? piece.height : (open?.height ?? 0)
    if (piece.str.trim() !== '') {
      if (open !== undefined && !continues(open, { x, y, height })) close()
      if (open === undefined) open = { text: piece.str, x, right: x + piece.width, y, height }
      else {
        const isApart = x - open.right > spaceShare * height
        open.text += isApart && !/\s$/u.test(open.text) ? ` ${piece.str}` : piece.str
        open.right = Math.max(open.right, x + piece.width)
        open.height = Math.max(open.height, height)
      }
    } else if (open !== undefined && piece.str !== '') open.text += ' '
    if (piece.hasEOL) close()
  }
  close()
  return lines
}

function continues(open: OpenLine, { x, y, height }: { x: number; y: number; height: number }): boolean {
  const tallest = Math.max(open.height, height)
  return Math.abs(y - open.y) <= lineShare * tallest && x >= open.x && x - open.right <= columnShare * tallest
}

function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\p{Cc}\u200b\ufeff]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

function numberAt(values: readonly unknown[], index: number): number {
  const value = values[index]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
