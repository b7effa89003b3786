/** What stands on every page of a PDF and is no article: running titles, page numbers. */
import type { PdfLine, PdfPage } from './types.ts'

/** Lines at the top, and as many at the bottom, that may be such. */
const edgeLines = 3
const pageNumber = /^(?:[-–—|\s]*)(?:page|p\.)?\s*\d{1,4}(?:\s*(?:\/|of|sur|de)\s*\d{1,4})?(?:[-–—|\s]*)$/iu

/** The pages without lines that are page numbers, or stand at the edge of half of the pages in the same words. */
export function dropPageFurniture(pages: readonly PdfPage[]): readonly (readonly PdfLine[])[] {
  const seen = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(edges(page).map(({ text }) => keyOf(text)))) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const often = Math.max(2, pages.length / 2)
  return pages.map((page) => {
    const atEdge = new Set(edges(page))
    return page.lines.filter((line) => {
      if (!atEdge.has(line)) return true
      return !pageNumber.test(line.text) && (seen.get(keyOf(line.text)) ?? 0) < often
    })
  })
}

function edges({ lines }: PdfPage): readonly PdfLine[] {
  const byHeight = lines.toSorted((left, right) => right.y - left.y)
  return [...byHeight.slice(0, edgeLines), ...byHeight.slice(-edgeLines)]
}

/** "Page 3 of 9" is on every page, with another number. */
function keyOf(text: string): string {
  return text.toLowerCase().replace(/\d+/gu, '#')
}
