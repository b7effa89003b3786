/** What stands on every page of a PDF and is no article: running titles, page numbers. */
import type { PdfLine, PdfPage } from './types.ts'

/** Lines at the top, and as many at the bottom, that may be such. */
const edgeLines = 3
/** Says itself that it numbers the page: "Page 3", "3/9", "p. 3 of 9". */
const pageNumber =
  /^[-–—|\s]*(?:(?:page|p\.)\s*\d{1,4}(?:\s*(?:\/|of|sur|de)\s*\d{1,4})?|\d{1,4}\s*\/\s*\d{1,4})[-–—|\s]*$/iu

/**
 * The pages without lines that number them, or stand at the edge of half of the pages in the same words. Figures in them
 * must be the same or count up with the pages: another one is a figure of the article.
 */
export function dropPageFurniture(pages: readonly PdfPage[]): readonly (readonly PdfLine[])[] {
  const seen = new Map<string, { readonly page: number; readonly numbers: readonly number[] }[]>()
  for (const [page, one] of pages.entries()) {
    const keys = new Map(edges(one).map(({ text }) => [keyOf(text), numbersIn(text)]))
    for (const [key, numbers] of keys) seen.set(key, [...(seen.get(key) ?? []), { page, numbers }])
  }
  const often = Math.max(2, pages.length / 2)
  const isRepeated = (line: PdfLine, page: number): boolean => {
    const places = seen.get(keyOf(line.text)) ?? []
    return (
      numbersIn(line.text).every((number, index) => {
        const others = places.map((place) => ({ ...place, number: place.numbers[index] }))
        const same = others.filter((other) => other.number === number).length
        const counting = others.filter(
          (other) => other.number !== undefined && other.number - other.page === number - page,
        ).length
        // A figure that stands alone is a page number only where it counts.
        const isAlone = !/\p{L}/u.test(line.text)
        return counting >= often || (!isAlone && same >= often)
      }) && places.length >= often
    )
  }
  return pages.map((page, index) => {
    const atEdge = new Set(edges(page))
    return page.lines.filter((line) => !atEdge.has(line) || !(pageNumber.test(line.text) || isRepeated(line, index)))
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

function numbersIn(text: string): readonly number[] {
  return (text.match(/\d+/gu) ?? []).map(Number)
}
