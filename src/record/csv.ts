/** Comma-separated values as RFC 4180 has them, made harmless for spreadsheets. */

import { stringify } from 'csv-stringify/sync'

/** Some readers drop the spaces at the ends of a bare cell, or take a tab or an apostrophe for a mark of theirs. */
const needsQuotes = /[\r\n\t']|^\s|\s$/

/**
 * What spreadsheets may take for a formula: a cell that begins with one of these (full-width forms too, and after spaces
 * or apostrophes) or with a tab or a line end.
 */
const formula = /^[\s']*[=+\-@＝＋－＠]|^'*[\t\r\n]/u
/** What no spreadsheet holds and what could command a terminal. Tabs and line ends stay. */
const control = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu

/**
 * A cell that no spreadsheet executes: an apostrophe goes before what could be a formula. Control characters go, and
 * halves of characters become U+FFFD.
 */
export function defuseCell(text: string): string {
  const clean = text.replaceAll(control, '').toWellFormed()
  return formula.test(clean) ? `'${clean}` : clean
}

/** The text of a defused cell again, without the apostrophe that defused it. */
export function restoreCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** Every cell defused, quoted where RFC 4180 asks for it; lines end in CRLF, the last one too. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(defuseCell)),
    { record_delimiter: 'windows', quoted_match: needsQuotes },
  )
}
