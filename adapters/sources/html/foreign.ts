/** Takes the words of others out of a page: readers' comments, lists of other stories, what sells and what steers. */
import { type BlockLine, readBlockLines } from './block-text.ts'
import { headingOver, namesComments, namesFurniture, plainName } from './foreign-names.ts'
import { ancestorsOf, elementsOf, isElement, type PageDocument, type PageElement } from './page.ts'
import { isIn, isProse, proseIn } from './prose.ts'

const never = new Set(['html', 'head', 'body', 'main'])
/** A heading of this rank or a higher one ends what stands under a line that is no heading itself. */
const lowestStop = 3
/** What holds more of the page's prose is the article, whatever its name. */
const largestShare = 0.5

type Page = { readonly lines: readonly BlockLine[]; readonly headline: PageElement | undefined; readonly prose: number }

/** @param headline that of the article, which is never taken out. */
export function removeForeign(document: PageDocument, headline: PageElement | undefined): void {
  const { body } = document
  if (body === null) return
  const lines = readBlockLines(body)
  const page = { lines, headline, prose: proseIn(body, lines) }
  const named = elementsOf(body).flatMap((element) => {
    const kind = kindByName(element)
    const isForeign =
      kind === 'comments' ? mayBeComments(element, page) : kind === 'furniture' && mayBeFurniture(element, page)
    return isForeign ? [element] : []
  })
  if (leavesProse(named, page)) for (const element of named) element.remove()
  removeUnderHeadings(body, headline)
}

/** Where nothing would be left, the names mean something else. */
function leavesProse(elements: readonly PageElement[], { lines, prose }: Page): boolean {
  const taken = new Set(elements)
  const isLeft = (line: BlockLine) => ![line.element, ...ancestorsOf(line.element)].some((above) => taken.has(above))
  return prose === 0 || lines.some((line) => isProse(line) && isLeft(line))
}

function kindByName(element: PageElement): 'comments' | 'furniture' | undefined {
  if (never.has(element.localName.toLowerCase())) return undefined
  if (/schema\.org\/(?:User)?Comments?\b/u.test(element.getAttribute('itemtype') ?? '')) return 'comments'
  if (/^comments?$/u.test(element.getAttribute('itemprop') ?? '')) return 'comments'
  const classes = (element.getAttribute('class') ?? '').split(/\s+/u)
  const written = [
    ...classes,
    element.getAttribute('id'),
    element.getAttribute('aria-label'),
    element.getAttribute('data-component'),
  ]
  const names = written.flatMap((name) => (name ? [plainName(name)] : []))
  if (names.some(namesComments)) return 'comments'
  return names.some(namesFurniture) ? 'furniture' : undefined
}

function mayBeComments(element: PageElement, { lines, headline }: Page): boolean {
  if (headline !== undefined && (element === headline || element.contains(headline))) return false
  // Readers speak after the article, never before it.
  const first = lines.findIndex((line) => isIn(element, line))
  return (
    first === -1 || lines.slice(0, first).some(isProse) || !lines.some((line) => isIn(element, line) && isProse(line))
  )
}

function mayBeFurniture(element: PageElement, { lines, headline, prose }: Page): boolean {
  if (headline !== undefined && (element === headline || element.contains(headline))) return false
  return proseIn(element, lines) <= largestShare * prose
}

/** What stands under "Your comments" or "Most read", however it is marked. */
function removeUnderHeadings(body: PageElement, headline: PageElement | undefined): void {
  for (const line of readBlockLines(body)) {
    const kind = headingOver(line.text.replace(/^(?:## |- |\d+\. )/u, ''))
    if (kind === undefined || line.element === headline || !body.contains(line.element)) continue
    const lines = readBlockLines(body)
    const page = { lines, headline, prose: proseIn(body, lines) }
    const at = lines.findIndex(({ element, text }) => element === line.element && text === line.text)
    if (at === -1) continue
    const region = regionUnder(at, page, kind === 'list')
    if (kind === 'perhaps comments' && !looksLikePosts(region, lines)) continue
    const allowed = region.every((element) =>
      kind === 'list' ? mayBeFurniture(element, page) : mayBeComments(element, page),
    )
    if (allowed) for (const element of region) element.remove()
  }
}

/** The elements that a heading stands over: what it opens, else what follows it. */
function regionUnder(at: number, page: Page, isList: boolean): readonly PageElement[] {
  const { lines, headline } = page
  const line = lines[at]
  if (line === undefined) return []
  let top = line.element
  for (const above of ancestorsOf(line.element)) {
    const isOther = never.has(above.localName.toLowerCase()) || (headline !== undefined && above.contains(headline))
    const first = lines.findIndex((other) => isIn(above, other))
    if (isOther || lines.slice(first, at).some((other) => isProse(other) || other.text.startsWith('## '))) break
    if (first < at - 2) break
    top = above
  }
  const held = lines.filter((other) => isIn(top, other)).length
  return held > 1 ? [top] : [top, ...following(top, lines, isList)]
}

function following(top: PageElement, lines: readonly BlockLine[], isList: boolean): readonly PageElement[] {
  const own = rankOf(top)
  const rank = own === 7 ? lowestStop : own
  const found: PageElement[] = []
  for (let next = top.nextSibling; next !== null; next = next.nextSibling) {
    if (!isElement(next)) continue
    const element = next
    if (rankOf(element) <= rank && (isList || headingOver(element.textContent ?? '') === undefined)) break
    const held = lines.filter((line) => isIn(element, line))
    // A list of links ends where prose begins.
    if (isList && held.some((line) => isProse(line)) && !held.some(({ linked }) => linked > 0.5)) break
    found.push(element)
  }
  return found
}

/** 1 to 6 for headings, the same for a block that holds nothing else; 7 for all others. */
function rankOf(element: PageElement): number {
  const inner = /^h[1-6]$/iu.test(element.localName) ? element : element.querySelector('h1, h2, h3, h4, h5, h6')
  const isAlone = inner !== null && (inner.textContent ?? '').trim() === (element.textContent ?? '').trim()
  return inner !== null && isAlone ? Number(inner.localName.slice(1)) : 7
}

/** Two or more alike, each with a name over what is said. */
function looksLikePosts(region: readonly PageElement[], lines: readonly BlockLine[]): boolean {
  const counts = new Map<string, number>()
  for (const element of region.flatMap((top) => [top, ...elementsOf(top)])) {
    const held = lines.filter((line) => isIn(element, line))
    const [first, ...rest] = held
    if (held.length < 2 || held.length > 8 || first === undefined || isProse(first) || first.text.length > 80) continue
    if (!rest.some(({ text }) => text.length > 30)) continue
    const signature = `${element.localName}.${element.getAttribute('class') ?? ''}`
    counts.set(signature, (counts.get(signature) ?? 0) + 1)
  }
  return [...counts.values()].some((count) => count >= 2)
}
