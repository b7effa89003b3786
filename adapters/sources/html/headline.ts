/** Which heading of a page is that of its article. */
import { splitSiteName } from '../../../src/reading/titles.ts'
import { fold } from '../../../src/text/fold.ts'
import { type PageDocument, type PageElement, wordsOf } from './page.ts'

/** Of the words of the shorter title, those that the other one has too; as large a share is no accident. */
const sameShare = 0.6

/** Whether two titles may be those of one story. */
export function isSameTitle(title: string, other: string): boolean {
  const [words, others] = [title, other].map((line) => new Set(fold(line).match(/[\p{L}\p{N}]{3,}/gu) ?? []))
  if (words === undefined || others === undefined || words.size === 0 || others.size === 0) return false
  const [fewer, more] = words.size < others.size ? [words, others] : [others, words]
  return [...fewer].filter((word) => more.has(word)).length >= sameShare * fewer.size
}

/** What the page calls itself in its head. */
export function pageTitles(document: PageDocument): readonly string[] {
  const meta = ['og:title', 'twitter:title'].map((name) =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content'),
  )
  const titles = [wordsOf(document.querySelector('title')), ...meta]
  return titles.flatMap((title) => (title?.trim() ? [title.trim()] : []))
}

/**
 * The heading that says what the head of the page says; a heading of the first rank where the head says nothing. None
 * when they have no word in common: it is the name of the site or of a part of it.
 */
export function findHeadline(document: PageDocument): PageElement | undefined {
  const titles = pageTitles(document)
  const site = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')?.trim()
  const headings = ['h1', 'h2', '[itemprop="headline"]'].map((name) =>
    [...document.querySelectorAll(name)].filter((heading) => wordsOf(heading) !== ''),
  )
  const [first = []] = headings
  const isOfSite = (heading: PageElement) => {
    const words = wordsOf(heading)
    return words === site || titles.some((title) => splitSiteName(title)?.site === words)
  }
  if (titles.length === 0) return first.find((heading) => !isOfSite(heading))
  const own = titles.map((title) => splitSiteName(title)?.title ?? title)
  return headings
    .flat()
    .find((heading) => !isOfSite(heading) && own.some((title) => isSameTitle(title, wordsOf(heading))))
}
