/** Cuts what is too long for one message, so that words, figures, marks and sources stay whole and together. */

import { closingMarks } from '../blocks/quote-block.ts'
import type { Block, Group, Rendering } from '../types.ts'
import { findCut } from './find-cut.ts'
import { findSafeCut } from './safe-cut.ts'
import { sliceSpans, textOf } from './spans.ts'

const ellipsis = ' …'

export type PackOptions = {
  /** The most that one message may measure. */
  readonly limit: number
  /** How much a message of these blocks takes, as the platform counts; more blocks or longer ones never measure less. */
  readonly measure: (blocks: readonly Block[]) => number
}

type Fits = (blocks: readonly Block[]) => boolean

/** At most `limit` UTF-16 units; ends with " …" when cut. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit <= ellipsis.length) return ellipsis.trim().slice(0, Math.max(0, limit))
  const kept = text.slice(0, findCut(text, limit - ellipsis.length)).trimEnd()
  return kept === '' ? ellipsis.trim() : kept + ellipsis
}

/** A block of at most `limit` UTF-16 units (at least 1), its marks kept; a quote keeps its closing mark beyond them. */
export function cutBlock(block: Block, limit: number): Block {
  const closing = block.spans.at(-1)
  const isQuoted = block.kind === 'quote' && closing !== undefined && closingMarks.has(closing.text)
  const inner = isQuoted ? block.spans.slice(0, -1) : block.spans
  const text = textOf({ spans: inner })
  if (text.length <= limit) return block
  const { head, tail } = isQuoted
    ? findSafeCut(text, limit - ellipsis.length)
    : { head: findCut(text, limit - ellipsis.length), tail: undefined }
  const kept = text.slice(0, head).trimEnd()
  const mark = { text: kept === '' ? ellipsis.trim() : ellipsis }
  // What turns the words that are kept stands behind them.
  const turned = tail === undefined ? [] : [{ text: ' ' }, ...sliceSpans(inner, tail.start, tail.end)]
  const spans = [...sliceSpans(inner, 0, kept.length), mark, ...turned]
  return { kind: block.kind, spans: [...spans, ...(isQuoted ? [closing] : [])] }
}

/** The block in as many pieces as it takes for each to fit: every word in one of them, marks carried over the cuts. */
export function splitBlock(block: Block, fits: (block: Block) => boolean): readonly Block[] {
  const pieces: Block[] = []
  const text = textOf(block)
  const slice = (start: number, end: number): Block => ({ ...block, spans: sliceSpans(block.spans, start, end) })
  let start = 0
  while (!fits(slice(start, text.length))) {
    const rest = text.slice(start)
    const limit = largest(rest.length - 1, (limit) => fits(slice(start, start + findCut(rest, limit))))
    // Where not even one character fits, one is taken all the same: there is always an end.
    const end = start + (findCut(rest, Math.max(limit, 1)) || 2)
    if (end >= text.length) break
    pieces.push(slice(start, end))
    start = end + (/^\s*/u.exec(text.slice(end))?.[0].length ?? 0)
  }
  return [...pieces, slice(start, text.length)].filter(({ spans }) => spans.length > 0)
}

/**
 * The blocks of each message, every message within the limit. A group stays together whenever it fits in one message;
 * else it is parted between a source and the next quote, and a quote too long is cut before its source leaves it. What
 * a model wrote stays with the sources of its claim if their quotes, cut, leave room.
 */
export function packGroups({ groups }: Rendering, { limit, measure }: PackOptions): readonly (readonly Block[])[] {
  const fits: Fits = (blocks) => measure(blocks) <= limit
  const messages: Block[][] = []
  let current: Block[] = []
  const add = (blocks: readonly Block[]): void => {
    if (current.length > 0 && !fits([...current, ...blocks])) {
      messages.push(current)
      current = []
    }
    current.push(...blocks)
  }
  for (const group of groups) {
    if (group.length === 0) continue
    if (fits(group)) add(group)
    else for (const piece of splitGroup(group, fits)) add(piece)
  }
  return current.length > 0 ? [...messages, current] : messages
}

/** Characters of what a model wrote of one claim; longer words are a pasted text, which no cut quote makes room for. */
const longestClaim = 600

/** Pieces that fit, none of which may be parted further. */
function splitGroup(group: Group, fits: Fits): readonly Group[] {
  const [first] = group
  const hasClaim = first?.kind === 'text' && textOf(first).length <= longestClaim
  const together = hasClaim && group.some(({ kind }) => kind === 'source') ? cutQuotes(group, fits) : undefined
  return together === undefined ? unitsOf(group).flatMap((unit) => splitUnit(unit, fits)) : [together]
}

/** A quote with what stands above it and its source; any other block by itself, a title with the block after it. */
function unitsOf(group: Group): readonly Group[] {
  const units: Group[] = []
  let open: Block[] = []
  for (const [position, block] of group.entries()) {
    open.push(block)
    const leadsToSource = group.slice(position).some(({ kind }) => kind === 'source') && hasQuoteAhead(group, position)
    if (block.kind !== 'source' && (leadsToSource || (block.kind === 'title' && position < group.length - 1))) continue
    units.push(open)
    open = []
  }
  return units
}

/** Whether the block belongs to a quote whose source is still to come: no line of a list stands between. */
function hasQuoteAhead(group: Group, position: number): boolean {
  const rest = group.slice(position)
  const source = rest.findIndex(({ kind }) => kind === 'source')
  return rest.slice(0, source + 1).every(({ kind }) => kind !== 'item')
}

function splitUnit(unit: Group, fits: Fits): readonly Group[] {
  if (fits(unit)) return [unit]
  const quote = unit.findIndex(({ kind }) => kind === 'introduction' || kind === 'quote')
  const core = unit.at(-1)?.kind === 'source' && quote >= 0 ? unit.slice(quote) : []
  const loose = unit.slice(0, unit.length - core.length)
  const pieces = loose.flatMap((block) => splitBlock(block, (piece) => fits([piece])).map((piece) => [piece]))
  if (core.length === 0) return pieces
  if (fits(core)) return [...pieces, core]
  // At the worst even the heading above and the source's title are cut: they stay with the quote.
  const last = cutQuotes(core, fits) ?? cutTo(core, fits, 1, () => true)
  return [...pieces, ...(last === undefined ? core.map((block) => [block]) : [last])]
}

/** Characters that a quote keeps at least, where it is cut so that others fit beside it. */
const leastQuote = 80

function cutQuotes(blocks: Group, fits: Fits): Group | undefined {
  return cutTo(blocks, fits, leastQuote, ({ kind }) => kind === 'quote')
}

/** The chosen blocks cut to one length, the longest with which all fit; undefined when `least` is too long already. */
function cutTo(blocks: Group, fits: Fits, least: number, isCut: (block: Block) => boolean): Group | undefined {
  const chosen = blocks.filter(isCut)
  if (chosen.length === 0) return undefined
  const longest = Math.max(...chosen.map((block) => textOf(block).length))
  const cut = (limit: number): Group => blocks.map((block) => (isCut(block) ? cutBlock(block, limit) : block))
  const more = largest(Math.max(0, longest - least), (more) => fits(cut(least + more)))
  if (more === 0 && !fits(cut(least))) return undefined
  return cut(least + more)
}

/** The largest of 1 to `high` that passes, when all smaller ones pass too; 0 when none does. Looks at small ones first. */
function largest(high: number, passes: (candidate: number) => boolean): number {
  let low = 0
  let step = 256
  while (low + step <= high && passes(low + step)) {
    low += step
    step *= 2
  }
  let over = Math.min(high, low + step - 1) + 1
  while (low + 1 < over) {
    const middle = Math.floor((low + over) / 2)
    if (passes(middle)) low = middle
    else over = middle
  }
  return low
}
