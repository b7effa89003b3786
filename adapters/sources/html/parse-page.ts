import { parseHTML } from 'linkedom'
import { UnreadableError } from '../decode.ts'
import { isElement, type PageDocument, type PageElement } from './page.ts'

// Deeper pages are damaged or hostile, and would overflow the stack of the libraries that walk them.
const deepestNesting = 400
// Without "<" in them, so that a tag without end is given up at the next one.
const attributesOf = `(?:"[^"<]*"|'[^'<]*'|[^'"<>])*`
const frame = new RegExp(`<(?:!doctype|/?(?:html|head|body))(?=[\\s>/])${attributesOf}>`, 'giu')
const ofHead = new Set(['base', 'link', 'meta', 'style', 'title'])

/**
 * Reads a page as browsers do, wherever its parts stand: words before `<html>`, behind `</html>`, in a second body or
 * without any, and in CDATA. Throws UnreadableError for one that is nested too deep.
 */
export function parsePage(html: string): PageDocument {
  const opened = html.replace(/<!\[CDATA\[|\]\]>/gu, '')
  const attributes = (name: string) => new RegExp(`<${name}(\\s${attributesOf})>`, 'iu').exec(opened)?.[1]
  const body = opened.replace(frame, '').replace(/<\?xml[^>]*>/iu, '')
  const whole = `<!doctype html><html${attributes('html') ?? ''}><head></head><body${attributes('body') ?? ''}>${body}</body></html>`
  const { document }: { readonly document: PageDocument } = parseHTML(whole)
  checkNesting(document)
  for (const element of [...(document.body?.childNodes ?? [])].filter(isElement)) {
    if (ofHead.has(element.localName.toLowerCase())) document.head?.append(element)
  }
  return document
}

function checkNesting(document: PageDocument): void {
  let level: readonly PageElement[] = document.documentElement ? [document.documentElement] : []
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestNesting) throw new UnreadableError(`the page is nested over ${deepestNesting} elements deep`)
    level = level.flatMap((element) => [...element.childNodes].filter(isElement))
  }
}
