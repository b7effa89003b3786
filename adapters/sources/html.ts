import { UnreadableError } from './decode.ts'
import type { Extracted } from './extracted.ts'
import { chooseArticleLines } from './html/article-lines.ts'
import { readPageFacts } from './html/facts.ts'
import { removeForeign } from './html/foreign.ts'
import { findHeadline } from './html/headline.ts'
import { removeUnseen } from './html/hidden.ts'
import { removeOtherStories } from './html/other-stories.ts'
import { parsePage } from './html/parse-page.ts'
import { removeUnread, writeOutWords } from './html/words.ts'

/** Below this share of a page's prose the maintainer is told that much of it was left out. */
const smallestShare = 0.6

/**
 * Reads an HTML page. Tags cannot be quoted, so here the article's `text` is the text extracted from the page: the
 * article's blocks on lines of their own, entities decoded, without scripts, styles, what is hidden and what is others'.
 * Throws UnreadableError for a page without article text.
 */
export function readHtml(html: string): Extracted {
  const document = parsePage(html)
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim()
  removeUnseen(document)
  writeOutWords(document)
  const headline = findHeadline(document)
  removeForeign(document, headline)
  removeOtherStories(document, headline)
  const facts = readPageFacts(document, headline)
  removeUnread(document)
  const { lines, prose } = chooseArticleLines(document)
  const text = lines.join('\n')
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UnreadableError('there is no article text on the page')
  const share = prose.kept / Math.max(1, prose.whole)
  const note = `only ${Math.round(share * 100)} % of the prose on the page was taken for its article: look whether all of it is there`
  return {
    ...{ text, facts, skip: [], doubtLanguage: true },
    ...(canonical ? { canonical } : {}),
    ...(share < smallestShare ? { note } : {}),
  }
}
