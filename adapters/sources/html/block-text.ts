/** The words of a page as lines of text, each with the element that it stands in. */

import { numberItems } from './list-numbers.ts'
import { isElement, type PageElement, type PageNode } from './page.ts'
import { readTable } from './tables.ts'

const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby s samp small span strike strong sub sup th time tt u var wbr'.split(
    ' ',
  ),
)
const heading = /^h[1-6]$/u
/** Not seen, and of no use in a text: hyphens that may be, joiners, what turns the direction of writing. */
const unseenCharacters = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

export type BlockLine = {
  readonly text: string
  /** The innermost element that holds all of the line. */
  readonly element: PageElement
  /** Of its letters, the share that stands in links; 0 to 1. */
  readonly linked: number
}

/**
 * The lines of an element, one a block. List items begin with "- " or the number that the page shows and headings with
 * "## ", tables are rows of cells between bars: the core's reader knows these for markers and leaves them out of
 * passages. White space is collapsed as a browser does.
 */
export function readBlockLines(root: PageElement): readonly BlockLine[] {
  const lines: BlockLine[] = []
  let open = ''
  let linked = 0
  let marker = ''
  let links = 0
  let preformatted = 0
  const holders: PageElement[] = [root]
  const endLine = (): void => {
    const line = open.replace(/[ \t\n\r\f]+/gu, ' ').trim()
    const share = linked / Math.max(1, open.replace(/\s+/gu, '').length)
    ;[open, linked] = ['', 0]
    if (line === '') return
    lines.push({ text: `${marker}${line}`, element: holders.at(-1) ?? root, linked: Math.min(1, share) })
    marker = ''
  }
  const addText = (text: string): void => {
    // In preformatted text a line ends where it ends in the source.
    const [first = '', ...rest] = preformatted > 0 ? text.split(/\r?\n/u) : [text]
    open += first
    if (links > 0) linked += first.replace(/\s+/gu, '').length
    for (const line of rest) {
      endLine()
      open += line
    }
  }
  const visit = (node: PageNode, itemMarker: string): void => {
    if (node.nodeType === 3) addText((node.textContent ?? '').replace(unseenCharacters, ''))
    if (!isElement(node)) return
    const name = node.localName.toLowerCase()
    if (inline.has(name)) {
      links += name === 'a' ? 1 : 0
      visitChildren(node)
      links -= name === 'a' ? 1 : 0
      return
    }
    endLine()
    const rows = readTable(node)
    if (rows !== undefined) {
      lines.push(...rows.map((text) => ({ text, element: node, linked: 0 })))
      return
    }
    holders.push(node)
    preformatted += name === 'pre' ? 1 : 0
    if (name === 'li') marker = itemMarker
    else if (heading.test(name)) marker = '## '
    visitChildren(node)
    endLine()
    holders.pop()
    preformatted -= name === 'pre' ? 1 : 0
    if (name === 'li' || heading.test(name)) marker = ''
  }
  const visitChildren = (element: PageElement): void => {
    const markers = numberItems(element)
    for (const child of element.childNodes) visit(child, (isElement(child) && markers.get(child)) || '- ')
  }
  visit(root, '- ')
  endLine()
  return lines
}
