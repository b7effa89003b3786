/** A table of figures as a terminal shows it: columns as wide as there is room, the sentences and sources below. */
import { createColors } from 'picocolors'
import { toCells } from '../../src/figures-table/table-cells.ts'
import { describeNone, figuresTexts } from '../../src/figures-table/table-texts.ts'
import type { FigureTable } from '../../src/figures-table/types.ts'
import { describeSource } from '../../src/rendering/describe-source.ts'
import { withoutMarkdown } from '../../src/rendering/texts/display-words.ts'
import type { Language } from '../../src/types.ts'
import { toPrintable, toPrintableLine } from './printable.ts'
import { countColumns, wrapText } from './wrap-text.ts'

export type RenderFiguresOptions = {
  readonly colours: boolean
  /** Columns of the terminal; without end where lines are not broken. */
  readonly width: number
  readonly language: Language
}

const gap = '  '
const indent = '    '
/** A terminal so narrow shows one figure below the other. */
const narrowest = 60
/** No column is squeezed below this many characters while another has more. */
const leastColumn = 12

/** Ends without a line end. An empty table is one honest line. */
export function renderFigures(table: FigureTable, { colours, width, language }: RenderFiguresOptions): string {
  const paint = createColors(colours)
  const texts = figuresTexts(language)
  const { header, rows, undated, sources, hasContext } = toCells(table, language)
  const show = (cells: readonly (readonly string[])[]): string => {
    const printable = cells.map((row) => row.map(toPrintable))
    return width < narrowest ? stack(header, printable, width) : align(header, printable, width, paint.bold)
  }
  const none = describeNone({ ...table, topic: toPrintableLine(table.topic) }, language)
  const body = none === undefined ? show(rows) : wrapText(none, width, '')
  const apart = undated.length === 0 ? [] : [wrapText(texts.undated, width, ''), show(undated)]
  const quotes = sources.map((source, position) => {
    const { text } = withoutMarkdown({ text: source.sentence.text, marks: [] }, source.article)
    const quote = wrapText(`[${position + 1}] “${toPrintable(text)}”`, width, '')
    const described = describeSource(source, language).join(' · ')
    return `${quote}\n${paint.dim(wrapText(toPrintableLine(described), width, indent))}`
  })
  const notes = [
    ...(hasContext ? [texts.fromContext] : []),
    ...(table.articlesRead === undefined ? [] : [texts.partial(table.articlesRead)]),
  ].map((note) => paint.dim(wrapText(note, width, '')))
  return [body, ...apart, ...notes, ...quotes].join('\n\n')
}

function stack(header: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  return rows
    .map((row) =>
      row.map((cell, column) => wrapText(`${header[column]}: ${toPrintableLine(cell)}`, width, '')).join('\n'),
    )
    .join('\n\n')
}

function align(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  bold: (text: string) => string,
): string {
  const widths = shareWidth(
    header.map((title, column) => widestLine([title, ...rows.map((row) => row[column] ?? '')])),
    width - gap.length * (header.length - 1),
  )
  const lines = (cells: readonly string[], paint: (text: string) => string): string => {
    const wrapped = cells.map((cell, column) => wrapCell(cell, widths[column] ?? leastColumn))
    const height = Math.max(...wrapped.map(({ length }) => length))
    return Array.from({ length: height }, (_, line) =>
      paint(
        wrapped
          .map((cell, column) => pad(cell[line] ?? '', widths[column] ?? leastColumn))
          .join(gap)
          .trimEnd(),
      ),
    ).join('\n')
  }
  const rule = widths.map((columns) => '─'.repeat(columns)).join(gap)
  return [lines(header, bold), rule, ...rows.map((row) => lines(row, (text) => text))].join('\n')
}

function widestLine(cells: readonly string[]): number {
  return Math.max(...cells.flatMap((cell) => cell.split('\n').map(countColumns)))
}

/** Takes from the widest column until all fit. */
function shareWidth(wanted: readonly number[], available: number): readonly number[] {
  const widths = [...wanted]
  for (let over = widths.reduce((sum, columns) => sum + columns, 0) - available; over > 0; over -= 1) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= leastColumn) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

/** Lines of a cell; `wrapText` has a least width of 20, a column may be narrower. */
function wrapCell(cell: string, columns: number): readonly string[] {
  return cell.split('\n').flatMap((line) => {
    const lines: string[] = []
    let current = ''
    for (const word of line.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`
      if (current !== '' && countColumns(longer) > columns) {
        lines.push(current)
        current = word
      } else current = longer
    }
    return [...lines, current]
  })
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - countColumns(text)))
}
