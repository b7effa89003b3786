/** Which lines of a page are its article: what Readability finds, and what it leaves out of the same text. */
import { Readability } from '@mozilla/readability'
import { type BlockLine, readBlockLines } from './block-text.ts'
import { ancestorsOf, type PageDocument, type PageElement } from './page.ts'
import { isIn, isProse, proseIn } from './prose.ts'

export type ArticleLines = {
  readonly lines: readonly string[]
  /** Letters of prose that the page has, and those of them that were kept. */
  readonly prose: { readonly whole: number; readonly kept: number }
}

const besides = /^(?:aside|footer|nav|header)$/iu
/** A list or table line with more of it in links leads elsewhere. */
const mostLinked = 0.5
/** Less than this share of the prose is a line of the page's furniture, not its article. */
const missedShare = 0.2
const mostShare = 0.8

/** Readability changes the document it is given. */
export function chooseArticleLines(document: PageDocument): ArticleLines {
  const { body } = document
  const whole = body ? readBlockLines(body) : []
  const places = whole.map(placeOf)
  const found = readArticle(document)
  const chosen = found === undefined ? whole.map(() => true) : completeLines(whole, places, markFound(whole, found))
  const own = whole.filter((_, index) => places[index]?.isBeside !== true)
  const kept = proseOf(whole.filter((_, index) => chosen[index]))
  const isMissed = found !== undefined && kept < missedShare * proseOf(own)
  const lines = isMissed ? linesOfMost(own) : whole.filter((_, index) => chosen[index])
  return { lines: lines.map(({ text }) => text), prose: { whole: proseOf(whole), kept: proseOf(lines) } }
}

/** Letters. */
function proseOf(lines: readonly BlockLine[]): number {
  return lines.reduce((sum, line) => sum + (isProse(line) ? line.text.length : 0), 0)
}

/** The text that Readability took for none: the lines of the innermost element that holds most of the prose. */
function linesOfMost(own: readonly BlockLine[]): readonly BlockLine[] {
  const enough = mostShare * proseOf(own)
  const [first] = own.filter(isProse)
  const holder = (first === undefined ? [] : [first.element, ...ancestorsOf(first.element)]).find(
    (element) => proseIn(element, own) >= enough,
  )
  return own.filter((line) => line.linked <= mostLinked && (holder === undefined || isIn(holder, line)))
}

function readArticle(document: PageDocument): readonly string[] | undefined {
  const article = new Readability<PageElement>(document, { serializer: (node) => node }).parse()
  return article?.content ? readBlockLines(article.content).map(({ text }) => text) : undefined
}

/** The found lines in the page: each as often as it was found, in their order. */
function markFound(whole: readonly BlockLine[], found: readonly string[]): readonly boolean[] {
  const plain = (text: string) => text.replace(/^(?:## |- |\d+\. )/u, '').replace(/\s+/gu, '')
  const counts = new Map<string, number>()
  for (const text of found) counts.set(plain(text), (counts.get(plain(text)) ?? 0) + 1)
  // Where Readability made one paragraph of several lines, they are in it.
  const long = found.map(plain).filter((text) => text.length > 80)
  return whole.map(({ text }) => {
    const key = plain(text)
    const left = counts.get(key) ?? 0
    if (left > 0) counts.set(key, left - 1)
    return left > 0 || (key.length > 30 && long.some((paragraph) => paragraph !== key && paragraph.includes(key)))
  })
}

type Place = {
  /** The block that the line's own block stands in. */
  readonly parent: PageElement | undefined
  /** Names of the line's block and of two blocks above it: the other half of a text is set like this one. */
  readonly signature: string
  readonly isBeside: boolean
}

function placeOf({ element }: BlockLine): Place {
  const above = ancestorsOf(element)
  const name = (one: PageElement | undefined) =>
    one === undefined ? '' : `${one.localName}.${one.getAttribute('class') ?? ''}`
  return {
    parent: above[0],
    signature: [element, ...above.slice(0, 1)].map(name).join('<'),
    isBeside: [element, ...above].some(({ localName }) => besides.test(localName)),
  }
}

/** Adds what stands among the found lines, or is set like them. */
function completeLines(
  whole: readonly BlockLine[],
  places: readonly Place[],
  found: readonly boolean[],
): readonly boolean[] {
  const of = (index: number): Place | undefined => places[index]
  const anchors = whole.flatMap((line, index) => (found[index] && isProse(line) ? [index] : []))
  const parents = new Set(anchors.map((index) => of(index)?.parent))
  const signatures = new Set(anchors.map((index) => of(index)?.signature))
  const [first = 0, last = -1] = [anchors[0], anchors.at(-1)]
  const isAmong = (index: number): boolean => {
    const line = whole[index]
    const place = of(index)
    if (line === undefined || place === undefined || place.isBeside || line.linked > mostLinked) return false
    if (isProse(line))
      return parents.has(place.parent) || signatures.has(place.signature) || (index > first && index < last)
    // Headings, items of lists and rows of tables between two paragraphs of one text.
    return index > first && index < last && (parents.has(place.parent) || isHeldByParent(line.element, parents))
  }
  return whole.map((_, index) => found[index] || isAmong(index))
}

/** An item is one block further in than the paragraphs around its list. */
function isHeldByParent(element: PageElement, parents: ReadonlySet<PageElement | undefined>): boolean {
  return ancestorsOf(element)
    .slice(0, 3)
    .some((above) => parents.has(above))
}
