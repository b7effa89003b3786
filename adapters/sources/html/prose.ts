/** Which lines of a page are prose: what an article is made of. */
import type { BlockLine } from './block-text.ts'
import type { PageElement } from './page.ts'

/** Shorter lines are headings, captions and names. UTF-16 units. */
const shortestProse = 50

/** A sentence or more, not the words of links. */
export function isProse({ text, linked }: Pick<BlockLine, 'text' | 'linked'>): boolean {
  return (
    text.length >= shortestProse &&
    linked < 0.5 &&
    /[.!?…]["”»’')\]\s]*$|[.!?…]["”»]?\s+\S/u.test(text) &&
    !text.startsWith('|')
  )
}

export function isIn(element: PageElement, line: BlockLine): boolean {
  return element === line.element || element.contains(line.element)
}

/** Letters of prose within an element. */
export function proseIn(element: PageElement, lines: readonly BlockLine[]): number {
  return lines.reduce((sum, line) => sum + (isProse(line) && isIn(element, line) ? line.text.length : 0), 0)
}
