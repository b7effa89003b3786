/** Takes out the stories that follow the page's own: the next one of an endless page, teasers with their first words. */
import { monthNumber, weekdayNumber } from '../../../src/figures/calendar-words.ts'
import { fold } from '../../../src/text/fold.ts'
import { type BlockLine, readBlockLines } from './block-text.ts'
import { readByline } from './byline.ts'
import { ancestorsOf, elementsOf, isElement, type PageDocument, type PageElement, wordsOf } from './page.ts'
import { isIn, isProse } from './prose.ts'

/** A page that is written on while something happens has many headings, dates and writers of its own. */
const liveName =
  /(?:^|[\s_-])(?:live-?(?:blog|ticker|feed|updates?|posts?|page|text|reporting|coverage|event)?|live|direct|minute|ticker|timeline|chronologie)(?:$|[\s_-])/iu
/** How blocks are named that hold a story each. */
const storyName = /(?:^|[\s_-])(?:story|article|post|entry|news|actu|depeche|brief|breve)(?:$|[\s_-])/iu
const heading = /^h[1-3]$/iu
/** A page of more headings is a list of its own kind. */
const mostHeadings = 200
/** Lines below its heading in which a story names its writer. */
const bylineLines = 4

/** @param headline that of the page's own article; without one nobody knows which story is which. */
export function removeOtherStories(document: PageDocument, headline: PageElement | undefined): void {
  const { body } = document
  if (body === null || headline === undefined || isLive(document, headline)) return
  const headings = elementsOf(body).filter(({ localName }) => heading.test(localName))
  const after = headings.slice(headings.indexOf(headline) + 1, mostHeadings)
  let lines = readBlockLines(body)
  for (const other of after) {
    if (!body.contains(other)) continue
    const region = storyUnder(other, headline, lines)
    const start = lines.findIndex((line) => region.some((element) => isIn(element, line)))
    // Before the first paragraph of its own a page has no other story.
    if (region.length === 0 || !lines.slice(0, start).some(isProse)) continue
    for (const element of region) element.remove()
    lines = readBlockLines(body)
  }
}

function isLive(document: PageDocument, headline: PageElement): boolean {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')]
  if (scripts.some((script) => /"LiveBlogPosting"/u.test(script.textContent ?? ''))) return true
  const around = [
    ...ancestorsOf(headline),
    ...document.querySelectorAll('main, main > *, article, article > *, section'),
  ]
  return around.some((element) =>
    liveName.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`),
  )
}

/** The elements of the story that a heading opens; none when it is a heading of the article. */
function storyUnder(other: PageElement, headline: PageElement, lines: readonly BlockLine[]): readonly PageElement[] {
  const top = highestWithout(other, headline)
  const own = highestWithout(headline, other)
  const at = lines.findIndex((line) => line.element === other || other.contains(line.element))
  const below = lines.slice(at + 1, at + 1 + bylineLines)
  const isBylined = below.some(({ text }) => readByline(text) !== undefined)
  const isArticle = [top, ...elementsOf(top)].some(
    (element) => element.localName.toLowerCase() === 'article' && (element === top || element.contains(other)),
  )
  const isStory = storyName.test(`${top.getAttribute('class') ?? ''}`) && rank(other) <= rank(headline) + 1
  const isAlike = top !== other && signatureOf(top) === signatureOf(own) && (isStory || rank(other) <= rank(headline))
  const isStrange = rank(other) <= rank(headline) && tellsOfOthers(at, headline, lines)
  const holdsMore = top !== other && lines.some((line) => isIn(top, line) && isProse(line))
  if (leadsAway(other)) return holdsMore ? [top] : [other, ...siblingsUntilHeading(top)]
  if (holdsMore && (isBylined || isArticle || isAlike || isStrange)) return [top]
  return (isBylined || isStrange) && !holdsMore ? [top, ...siblingsAfter(top)] : []
}

/** Below a heading as large as the headline: no word of the headline, and nobody and no place named before. */
function tellsOfOthers(at: number, headline: PageElement, lines: readonly BlockLine[]): boolean {
  const text = (part: readonly BlockLine[]) => part.map((line) => line.text).join('\n')
  const [before, after] = [text(lines.slice(0, at)), text(lines.slice(at))]
  const title = new Set(
    wordsOf(headline)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [],
  )
  const names = namesIn(before)
  const isNamed = [...namesIn(after)].some((name) => names.has(name))
  return !isNamed && !(after.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) => title.has(word))
}

/** Words with a capital within a sentence, but for days and months. */
function namesIn(text: string): ReadonlySet<string> {
  const found = text.match(/(?<=[\p{Ll},] )\p{Lu}[\p{L}'’-]{2,}/gu) ?? []
  return new Set(
    found.filter((name) => monthNumber(fold(name)) === undefined && weekdayNumber(fold(name)) === undefined),
  )
}

/** The highest element that holds one heading and not the other. */
function highestWithout(element: PageElement, other: PageElement): PageElement {
  return ancestorsOf(element).findLast((above) => !above.contains(other)) ?? element
}

function rank({ localName }: PageElement): number {
  return Number(localName.slice(1)) || 2
}

function signatureOf(element: PageElement): string {
  return `${element.localName}.${element.getAttribute('class') ?? ''}`
}

/** All of a heading is a link to another page. */
function leadsAway(element: PageElement): boolean {
  const links = [
    ...element.querySelectorAll('a[href]'),
    ...ancestorsOf(element).filter((above) => above.matches('a[href]')),
  ]
  return links.some((link) => {
    const address = link.getAttribute('href') ?? ''
    return !/^(?:#|javascript:)/iu.test(address) && wordsOf(link).length >= 0.8 * wordsOf(element).length
  })
}

function siblingsAfter(element: PageElement): readonly PageElement[] {
  const siblings: PageElement[] = []
  for (let next = element.nextSibling; next !== null; next = next.nextSibling) if (isElement(next)) siblings.push(next)
  return siblings
}

function siblingsUntilHeading(element: PageElement): readonly PageElement[] {
  const siblings = siblingsAfter(element)
  const end = siblings.findIndex((sibling) => /^h[1-6]$/iu.test(sibling.localName))
  return end === -1 ? siblings.slice(0, 2) : siblings.slice(0, end)
}
