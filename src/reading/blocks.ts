import { splitSentences } from '../text/sentences.ts'
import type { Article, Range } from '../types.ts'
import { LONGEST_PASSAGE, SHORTEST_PASSAGE } from './limits.ts'
import { anyWithin } from './ranges.ts'
import { readUnits, type Unit } from './units.ts'

/** What becomes one passage, or several when it is long. */
export type Block = Range & {
  readonly context?: Range
  /** A row of a table: with another one it would be no line that stands in the article. */
  readonly isRow?: true
}

type Section = { readonly headings: readonly Range[]; readonly body: readonly Unit[] }

// A heading and the line that introduces a list are shown together up to this length. UTF-16 units.
const LONGEST_CONTEXT = 300

/**
 * The paragraphs and list items of an article in reading order, each with the heading or introducing line it needs, very
 * short ones joined with a neighbour of the same context. Every word is in a block, in a context, or in the title.
 */
export function readBlocks(article: Article): readonly Block[] {
  return sectionsOf(readUnits(article.text, article.skip)).flatMap((section) => {
    const heading = section.headings.at(-1)
    const isTitle = heading !== undefined && sliceOf(article, heading) === article.title
    const [context, alone] = mergeHeadings(article, section.headings)
    const blocks = joinShort(article, coverHeading(article, bodyBlocks(article, section.body, context), context))
    // The title says what the whole article is about: its first paragraph keeps it, the others can do without.
    const trimmed = blocks.map((block, index) =>
      isTitle && index > 0 && block.context === context ? withoutContext(block) : block,
    )
    return [...alone, ...trimmed]
  })
}

function sectionsOf(units: readonly Unit[]): readonly Section[] {
  const sections: { headings: Range[]; body: Unit[] }[] = [{ headings: [], body: [] }]
  for (const unit of units) {
    const open = sections.at(-1)
    if (unit.kind !== 'heading') open?.body.push(unit)
    else if (open && open.body.length === 0) open.headings.push(unit)
    else sections.push({ headings: [unit], body: [] })
  }
  return sections
}

/** The headings above one section as its context; those that do not fit into one slice stand as blocks of their own. */
function mergeHeadings(article: Article, headings: readonly Range[]): readonly [Range | undefined, readonly Block[]] {
  let context: Range | undefined
  const alone: Block[] = []
  for (const { start, end } of headings.toReversed()) {
    const joined = { start, end: context?.end ?? end }
    if (fits(article, joined, LONGEST_CONTEXT)) context = joined
    else if (sliceOf(article, { start, end }) !== article.title) alone.unshift({ start, end })
  }
  return [context, alone]
}

function bodyBlocks(article: Article, body: readonly Unit[], heading: Range | undefined): readonly Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < body.length; index++) {
    const unit = body[index]
    const next = body[index + 1]
    if (!unit) break
    const joined = { start: unit.start, end: next?.end ?? unit.end }
    if (unit.kind === 'introduction' && isEntry(next)) {
      // A long introducing line says something by itself: it is a passage as well as the context of its list.
      const isShort = unit.end - unit.start < SHORTEST_PASSAGE
      if (!isShort) blocks.push(withContext(unit, heading))
      const introduction = isShort ? { start: unit.start, end: unit.end } : lastSentence(article, unit)
      for (let item = body[index + 1]; isEntry(item); item = body[index + 1]) {
        blocks.push(withContext(item, introduction))
        index++
      }
    } else if (unit.kind === 'introduction' && next?.kind === 'prose' && fits(article, joined, LONGEST_PASSAGE)) {
      blocks.push(withContext(joined, heading))
      index++
    } else blocks.push(withContext(unit, heading))
  }
  return blocks
}

/** An item of a list or a row of a table. */
function isEntry(unit: Unit | undefined): unit is Unit {
  return unit?.kind === 'item' || unit?.kind === 'row'
}

/** Makes sure that the heading is seen: where a list stands right below it, the list's context starts at the heading. */
function coverHeading(article: Article, blocks: readonly Block[], heading: Range | undefined): readonly Block[] {
  if (!heading || blocks.some(({ context }) => context === heading)) return blocks
  const first = blocks[0]?.context
  const joined = { start: heading.start, end: first?.end ?? heading.end }
  if (!first || !fits(article, joined, LONGEST_CONTEXT)) return [heading, ...blocks]
  return blocks.map((block) => (block.context === first ? { ...block, context: joined } : block))
}

function joinShort(article: Article, blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  const isShort = (block: Range): boolean => block.end - block.start < SHORTEST_PASSAGE
  for (const [index, block] of blocks.entries()) {
    const before = joined.at(-1)
    const next = blocks[index + 1]
    const both = before && { ...before, end: block.end }
    const canJoin = both && before.context === block.context && fits(article, both, LONGEST_PASSAGE)
    const isStranded = isShort(block) && (!next || next.context !== block.context)
    const isOfRow = block.isRow === true || before?.isRow === true
    if (both && canJoin && !isOfRow && (isShort(before) || isStranded)) joined[joined.length - 1] = both
    else joined.push(block)
  }
  return joined
}

function lastSentence(article: Article, { start, end }: Range): Range {
  const last = splitSentences(article.text.slice(start, end), article.language).at(-1)
  return last ? { start: start + last.start, end: start + last.end } : { start, end }
}

function fits(article: Article, range: Range, limit: number): boolean {
  return range.end - range.start <= limit && !anyWithin(article.skip, range)
}

function withoutContext({ context: _, ...block }: Block): Block {
  return block
}

function withContext({ start, end, kind }: Range & Partial<Unit>, context: Range | undefined): Block {
  return { start, end, ...(context && { context }), ...(kind === 'row' && { isRow: true as const }) }
}

function sliceOf(article: Article, { start, end }: Range): string {
  return article.text.slice(start, end)
}
