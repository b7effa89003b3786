import { linesOf } from '../text/lines.ts'
import type { Range } from '../types.ts'

type Rows = Map<number, 'header' | 'row'>

const rule = /^[ \t]*[|+]?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*[|+]?[ \t]*$/u
const bar = /(?<!\\)\|/u
const cellEdge = /(?<!\\)\||\t/u
/** Figures, but for a year, which is what columns are named by. */
const figure = /\d/u
const yearAlone = /^(?:1[5-9]|20)\d{2}$/u
const fewestLines = 3

/**
 * The rows of a text's tables by the offset (UTF-16) at which their line begins. The rule under a header ("|---|---|")
 * makes a table, and so do lines of as many cells each (bars or tabs between) with figures under a line without; each row
 * is read with the header, as an item is with the line that introduces its list.
 */
export function findTableRows(text: string): ReadonlyMap<number, 'header' | 'row'> {
  const rows: Rows = new Map()
  if (!cellEdge.test(text)) return rows
  const lines = linesOf(text)
  for (const [at, { start, end }] of lines.entries()) {
    const ruled = text.slice(start, end)
    const header = lines[at - 1]
    if (header === undefined || !bar.test(ruled) || !rule.test(ruled)) continue
    if (!bar.test(text.slice(header.start, header.end))) continue
    rows.set(header.start, 'header')
    for (const line of lines.slice(at + 1)) {
      if (!bar.test(text.slice(line.start, line.end))) break
      rows.set(line.start, 'row')
    }
  }
  addUnruled(rows, text, lines)
  return rows
}

function addUnruled(rows: Rows, text: string, lines: readonly Range[]): void {
  let group: { readonly start: number; readonly cells: readonly string[] }[] = []
  const close = (): void => {
    const [head, ...rest] = group
    group = []
    if (head === undefined || rest.length < fewestLines - 1) return
    const hasFigure = (cells: readonly string[]) => cells.some((cell) => figure.test(cell) && !yearAlone.test(cell))
    if (hasFigure(head.cells) || !rest.every(({ cells }) => cells.slice(1).some((cell) => figure.test(cell)))) return
    rows.set(head.start, 'header')
    for (const { start } of rest) rows.set(start, 'row')
  }
  for (const { start, end } of lines) {
    const cells = rows.has(start) ? [] : cellsOf(text.slice(start, end))
    if (cells.length !== (group[0]?.cells.length ?? cells.length)) close()
    if (cells.length > 1) group.push({ start, cells })
    else close()
  }
  close()
}

function cellsOf(line: string): readonly string[] {
  const inner = line.replace(/^\s*\|?|\|?\s*$/gu, '')
  return cellEdge.test(inner) ? inner.split(cellEdge).map((cell) => cell.trim()) : []
}
