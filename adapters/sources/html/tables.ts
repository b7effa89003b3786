/** Tables of data as lines: a row of heads, the rule by which the core's reader knows it, and the rows. */
import { ancestorsOf, elementsOf, isElement, type PageElement, wordsOf } from './page.ts'

type Cell = { readonly text: string; readonly isHead: boolean; readonly columns: number; readonly rows: number }

/** Longer cells are paragraphs: the table is there for the layout of the page. UTF-16 units. */
const longestCell = 200
const mostColumns = 40

/**
 * The lines of a table, or of what is marked as one; undefined for what is none and for tables that lay out a page. A
 * cell that spans rows is said again in each of them, as a reader's eye does.
 */
export function readTable(element: PageElement): readonly string[] | undefined {
  const isTable = element.localName.toLowerCase() === 'table'
  const role = element.getAttribute('role') ?? ''
  if (!(isTable && !/^(?:presentation|none)$/u.test(role)) && !/^(?:table|grid)$/u.test(role)) return undefined
  const rowElements = elementsOf(element).filter((row) => isRow(row) && tableOf(row) === element)
  const rows = spanRows(rowElements.map(readCells).filter((cells) => cells.length > 0))
  const width = Math.max(0, ...rows.map(({ length }) => length))
  if (width < 2 || holdsLayout(element, rows)) return undefined
  const caption = wordsOf(elementsOf(element).find(({ localName }) => localName.toLowerCase() === 'caption'))
  const above = caption === '' ? [] : [caption]
  const head = headOf(rows)
  if (head === undefined) return [...above, ...rows.map((cells) => cells.map(({ text }) => text).join(' | '))]
  const next = rows.findIndex((cells, index) => index > head && !isHeadRow(cells))
  const heads = mergeHeads(rows.slice(head, next === -1 ? head + 1 : next))
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`
  const body = rows.slice(next === -1 ? head + 1 : next).map((cells) => line(cells.map(({ text }) => text)))
  return [...above, ...rowsBefore(rows, head), line(heads), `|${' --- |'.repeat(width)}`, ...body]
}

/** Two rows of heads say together what a column holds: "2025" over "men" and "women". */
function mergeHeads(rows: readonly (readonly Cell[])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  return Array.from({ length: width }, (_, column) => {
    return [...new Set(rows.map((cells) => cells[column]?.text ?? ''))].join(' ').trim()
  })
}

/** Lines above the heads: a title over all columns. */
function rowsBefore(rows: readonly (readonly Cell[])[], head: number): readonly string[] {
  return rows.slice(0, head).map((cells) => [...new Set(cells.map(({ text }) => text))].join(' ').trim())
}

function isRow(element: PageElement): boolean {
  return element.localName.toLowerCase() === 'tr' || element.getAttribute('role') === 'row'
}

function tableOf(row: PageElement): PageElement | undefined {
  return ancestorsOf(row).find((above) => {
    return above.localName.toLowerCase() === 'table' || /^(?:table|grid)$/u.test(above.getAttribute('role') ?? '')
  })
}

function readCells(row: PageElement): readonly Cell[] {
  const cells: Cell[] = []
  for (const cell of [...row.childNodes].filter(isElement)) {
    const name = cell.localName.toLowerCase()
    const role = cell.getAttribute('role') ?? ''
    if (!/^t[hd]$/u.test(name) && !/^(?:cell|gridcell|columnheader|rowheader)$/u.test(role)) continue
    const text = wordsOf(cell)
      .replace(/[\u00AD\u200B\u200E\u200F]/gu, '')
      .replaceAll('|', '/')
    const span = (attribute: string) => Math.min(mostColumns, Math.max(1, Number(cell.getAttribute(attribute)) || 1))
    const strong = [...cell.childNodes].filter(isElement).find(({ localName }) => /^(?:b|strong)$/iu.test(localName))
    const isHead = name === 'th' || role === 'columnheader' || (text !== '' && wordsOf(strong) === text)
    cells.push({ text, isHead, columns: span('colspan'), rows: span('rowspan') })
  }
  return cells
}

function spanRows(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const waiting = new Map<number, { cell: Cell; left: number }>()
  return rows.map((cells) => {
    const full: Cell[] = []
    const takeWaiting = (): void => {
      for (let held = waiting.get(full.length); held !== undefined && held.left > 0; held = waiting.get(full.length)) {
        held.left -= 1
        full.push(held.cell)
      }
    }
    for (const cell of cells) {
      takeWaiting()
      for (let column = 0; column < cell.columns && full.length < mostColumns; column += 1) {
        if (cell.rows > 1) waiting.set(full.length, { cell, left: cell.rows - 1 })
        full.push(cell)
      }
    }
    takeWaiting()
    return full
  })
}

/** The row of heads: marked so, or without figures over rows that have them. */
function headOf(rows: readonly (readonly Cell[])[]): number | undefined {
  const marked = rows.findIndex(isHeadRow)
  const isFirst = (index: number) =>
    rows.slice(0, index).every((cells) => new Set(cells.map(({ text }) => text)).size === 1)
  if (marked >= 0 && marked < rows.length - 1 && isFirst(marked)) return marked
  const [first, ...rest] = rows
  const isFigure = ({ text }: Cell) => /^[^\p{L}\d]*\d/u.test(text) && !/^(?:1[5-9]|20)\d{2}(?!\d|[.,]\d)/u.test(text)
  if (first === undefined || rest.length === 0 || first.some(isFigure)) return undefined
  return rest.every((cells) => cells.slice(1).some(({ text }) => /\d/u.test(text))) ? 0 : undefined
}

function isHeadRow(cells: readonly Cell[]): boolean {
  return new Set(cells).size > 1 && cells.slice(1).every(({ isHead }) => isHead)
}

function holdsLayout(table: PageElement, rows: readonly (readonly Cell[])[]): boolean {
  const blocks = elementsOf(table).filter(({ localName }) =>
    /^(?:table|h[1-6]|article|section|form|ul|ol)$/iu.test(localName),
  )
  if (blocks.length > 0) return true
  return rows.some((cells) => cells.some(({ text }) => text.length > longestCell))
}
