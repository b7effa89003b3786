import { isElement, type PageElement, type PageNode } from './html-page.ts'

const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby s samp small span strike strong sub sup td th time tt u var wbr'.split(
    ' ',
  ),
)
const UNREAD = new Set(
  'audio button canvas dialog embed form iframe input map math nav noscript object option picture script select style svg template textarea title video'.split(
    ' ',
  ),
)
const HEADING = /^h[1-6]$/u

/**
 * The visible text of an element, one line a block. List items begin with "- " or their number and headings with "## ",
 * which the core's reader knows for markers and leaves out of passages. White space is collapsed as a browser does.
 */
export function readBlockText(root: PageElement): string {
  const lines: string[] = []
  let open = ''
  let marker = ''
  const endLine = (): void => {
    const line = open.replace(/[ \t\n\r\f]+/gu, ' ').trim()
    open = ''
    if (line === '') return
    lines.push(`${marker}${line}`)
    marker = ''
  }
  const visit = (node: PageNode, number: number): void => {
    if (node.nodeType === 3) open += (node.textContent ?? '').replace(/[\u00AD\u200B]/gu, '')
    if (!isElement(node)) return
    const name = node.localName.toLowerCase()
    if (UNREAD.has(name) || isHidden(node)) return
    if (INLINE.has(name)) {
      if ((name === 'td' || name === 'th') && open.trim() !== '') open += ' | '
      visitChildren(node)
      return
    }
    endLine()
    if (name === 'li') marker = number > 0 ? `${number}. ` : '- '
    else if (HEADING.test(name)) marker = '## '
    visitChildren(node)
    endLine()
    if (name === 'li' || HEADING.test(name)) marker = ''
  }
  const visitChildren = (element: PageElement): void => {
    const isOrdered = element.localName.toLowerCase() === 'ol'
    let number = isOrdered ? 1 : 0
    for (const child of element.childNodes) {
      visit(child, number)
      if (isOrdered && isElement(child) && child.localName.toLowerCase() === 'li') number++
    }
  }
  visit(root, 0)
  endLine()
  return lines.join('\n')
}

function isHidden(element: PageElement): boolean {
  const style = element.getAttribute('style') ?? ''
  return (
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style)
  )
}

/** Takes what no reader sees, and what is never article, out of a page. */
export function removeUnread(root: { querySelectorAll(selector: string): Iterable<PageElement> }): void {
  for (const element of [...root.querySelectorAll('*')]) {
    const name = element.localName.toLowerCase()
    // The metadata in JSON-LD is read from the page before.
    if (name !== 'title' && (UNREAD.has(name) || isHidden(element))) element.remove()
  }
}
