/** `gaps`: what people asked and did not get, so that a maintainer knows which article to add. */
import { toPrintable } from '../../adapters/terminal/printable.ts'
import { createGapFinder } from '../desk/gaps.ts'
import type { Gap } from '../desk/types.ts'
import { writeCsv } from '../record/csv.ts'
import { toMarkdownLine } from '../record/markdown-text.ts'
import type { Parts } from './parts.ts'

export type GapsFlags = { readonly json?: boolean; readonly format?: 'md' | 'csv' | 'json'; readonly limit: number }

const columns = ['question', 'count', 'newest', 'not_found', 'unsure', 'wrong', 'others', 'notes']

export async function runGaps(parts: Parts, { json = false, format, limit }: GapsFlags): Promise<void> {
  const findGaps = createGapFinder(parts.bundledEmbedder)
  const gaps = await findGaps(await parts.ledger(), limit)
  const { print } = parts.output
  if (json || format === 'json') return await print(JSON.stringify(gaps, undefined, 2))
  if (format === 'csv') return await print(writeCsv([columns, ...gaps.map(toCells)]).trimEnd())
  if (format === 'md') return await print(toMarkdown(gaps))
  if (gaps.length === 0) return await print('Nothing is missing: every kept question was answered.')
  for (const gap of gaps) await print(toPrintable(describeGap(gap)))
}

function toCells({ question, count, newest, kinds, others, notes }: Gap): readonly string[] {
  const counts = [kinds['not-found'], kinds.unsure, kinds.wrong].map(String)
  return [question, String(count), newest, ...counts, others.join(' | '), notes.join(' | ')]
}

function toMarkdown(gaps: readonly Gap[]): string {
  const rows = gaps.map((gap) => {
    const cells = [gap.question, kindsOf(gap), day(gap.newest), gap.notes.map((note) => `“${note}”`).join(' · ')]
    return `| ${cells.map(toMarkdownLine).join(' | ')} |`
  })
  return ['| asked, not answered | how often | last | what people wrote |', '|---|---|---|---|', ...rows].join('\n')
}

function describeGap(gap: Gap): string {
  const others = gap.others.map((question) => `\n    also: ${oneLine(question)}`).join('')
  const notes = gap.notes.map((note) => `\n    note: “${oneLine(note)}”`).join('')
  return `${oneLine(gap.question)}\n    ${kindsOf(gap)}, last ${day(gap.newest)}${others}${notes}`
}

function kindsOf({ kinds }: Gap): string {
  const said = [
    [kinds['not-found'], 'not found'],
    [kinds.unsure, 'unsure'],
    [kinds.wrong, 'called wrong'],
  ] as const
  return said.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function day(iso: string): string {
  return iso.slice(0, 10)
}
