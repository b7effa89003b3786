import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { UnreadableError } from './decode.ts'
import type { Extracted } from './extracted.ts'
import { readPageFacts } from './html-facts.ts'
import { isElement, type PageDocument, type PageElement } from './html-page.ts'
import { readBlockText, removeUnread } from './html-text.ts'

// Deeper pages are damaged or hostile, and would overflow the stack of the libraries that walk them.
const DEEPEST_NESTING = 400

/**
 * Reads an HTML page. Tags cannot be quoted, so here the article's `text` is the text extracted from the page: the
 * article's blocks on lines of their own, entities decoded, without scripts, styles and what is hidden. Throws
 * UnreadableError for a page without article text.
 */
export function readHtml(html: string): Extracted {
  const document = parsePage(html)
  checkNesting(document)
  const facts = readPageFacts(document)
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim()
  removeUnread(document)
  const whole = document.body ? readBlockText(document.body) : ''
  const text = readArticleText(document) ?? whole
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UnreadableError('there is no article text on the page')
  return { text, facts, skip: [], doubtLanguage: true, ...(canonical ? { canonical } : {}) }
}

function parsePage(html: string): PageDocument {
  const page = /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const { document }: { readonly document: PageDocument } = parseHTML(page)
  return document
}

function checkNesting(document: PageDocument): void {
  let level: readonly PageElement[] = document.documentElement ? [document.documentElement] : []
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_NESTING) throw new UnreadableError(`the page is nested over ${DEEPEST_NESTING} elements deep`)
    level = level.flatMap((element) => [...element.childNodes].filter(isElement))
  }
}

/** Readability changes the document it is given. */
function readArticleText(document: PageDocument): string | undefined {
  const article = new Readability<PageElement>(document, { serializer: (node) => node }).parse()
  return article?.content ? readBlockText(article.content) : undefined
}
