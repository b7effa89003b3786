import { linesOf } from '../text/lines.ts'

const rule = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u
const bar = /(?<!\\)\|/u

/**
 * The rows of a text's tables by the offset (UTF-16) at which their line begins. The rule under a header ("|---|---|") makes
 * a table; each row is read with the header, as an item is with the line that introduces its list.
 */
export function findTableRows(text: string): ReadonlyMap<number, 'header' | 'row'> {
  const rows = new Map<number, 'header' | 'row'>()
  if (!text.includes('|')) return rows
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
  return rows
}
