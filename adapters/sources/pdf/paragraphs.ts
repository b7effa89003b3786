/** Lines of print put together to paragraphs again. */
import { joinWords } from './hyphens.ts'
import type { PdfLine } from './types.ts'

/** A gap above a line of this many usual gaps begins a paragraph. */
const gapShare = 1.35
/** A heading's letters are this much taller than the text's. */
const headingShare = 1.15
const longestHeading = 200
/** A line that ends this far from the edge, as a share of the width, is the last of its paragraph. */
const shortShare = 0.12
const sentenceEnd = /[.!?…:;][\s"'”’»)\]]*$/u
const listItem = /^(?:[•▪●◦‣·*–—-]\s+|\d{1,2}[.)]\s+)\S/u

type Open = { lines: PdfLine[]; isHeading: boolean }

/**
 * One line for each paragraph, headings begin with "## " and list items with "- ", which the core's reader knows.
 * @param pages lines in reading order, page by page, without running titles.
 */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): string {
  const all = pages.flat()
  const measure = {
    height: usualHeight(all),
    gap: usualGap(pages),
    right: Math.max(0, ...all.map(({ right }) => right)),
  }
  const paragraphs: Open[] = []
  let before: PdfLine | undefined
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const isTall = line.height > headingShare * measure.height && line.text.length <= longestHeading
      const isFigure = isTall && startsSentence(line, lines[index + 1])
      const isHeading = isTall && !isFigure
      const open = paragraphs.at(-1)
      const isNewPage = index === 0
      if (
        isFigure ||
        open === undefined ||
        before === undefined ||
        begins(line, before, open, isHeading, isNewPage, measure)
      ) {
        paragraphs.push({ lines: [line], isHeading })
      } else open.lines.push(line)
      before = line
    }
  }
  const known = new Set(all.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? []))
  return paragraphs.map((paragraph) => writeParagraph(paragraph, known)).join('\n')
}

/** A figure in large letters over the words that go on from it: "640" over "people lost their homes". */
function startsSentence({ text }: PdfLine, next: PdfLine | undefined): boolean {
  return (
    /^[+−–-]?[€$£]?[\d\s.,]+(?:%|[€$£]|\p{L}{1,8}\.?)?$/u.test(text) && next !== undefined && /^\p{Ll}/u.test(next.text)
  )
}

type Measure = { readonly height: number; readonly gap: number; readonly right: number }

function begins(
  line: PdfLine,
  before: PdfLine,
  open: Open,
  isHeading: boolean,
  isNewPage: boolean,
  measure: Measure,
): boolean {
  if (line.isRow || before.isRow) return true
  if (isHeading !== open.isHeading || listItem.test(line.text)) return true
  const heightChanges = Math.abs(line.height - before.height) > 0.12 * Math.max(line.height, before.height)
  if (isHeading && heightChanges) return true
  const ends = sentenceEnd.test(before.text)
  const startsLow = /^\p{Ll}/u.test(line.text)
  // On the next page or in the next column a sentence goes on.
  if (isNewPage || line.y > before.y) return ends || (!startsLow && isShort(before, open, measure))
  if (open.lines.length === 1 && startsSentence(before, line)) return false
  const gap = before.y - line.y
  const usual = isHeading ? 1.6 * line.height : measure.gap
  if (usual > 0 && gap > gapShare * usual) return true
  if (isHeading) return false
  const [first] = open.lines
  const isIndented = first !== undefined && open.lines.length > 1 && line.x > before.x + 0.8 * line.height
  return (ends && isShort(before, open, measure)) || (ends && isIndented)
}

function isShort(line: PdfLine, { lines }: Open, { right, height }: Measure): boolean {
  // In a column the edge is that of its own lines.
  const edge = lines.length > 1 ? Math.max(...lines.map((other) => other.right)) : right
  return edge - line.right > Math.max(2 * height, shortShare * (edge - line.x))
}

function writeParagraph({ lines, isHeading }: Open, known: ReadonlySet<string>): string {
  const text = lines.reduce((joined, { text: next }) => (joined === '' ? next : joinWords(joined, next, known)), '')
  if (isHeading) return `## ${text}`
  return text.replace(/^[•▪●◦‣·*]\s+/u, '- ')
}

function usualHeight(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { height, text } of lines) {
    const rounded = Math.round(height * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? 0
}

function usualGap(pages: readonly (readonly PdfLine[])[]): number {
  const gaps = pages
    .flatMap((lines) => lines.slice(1).map((line, index) => (lines[index]?.y ?? line.y) - line.y))
    .filter((gap) => gap > 0)
    .toSorted((left, right) => left - right)
  // Gaps between paragraphs are fewer than those between lines, and wider.
  return gaps[Math.floor(gaps.length * 0.4)] ?? 0
}
