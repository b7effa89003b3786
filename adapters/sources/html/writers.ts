/** Who wrote the article, as the page shows it. */
import { readBlockLines } from './block-text.ts'
import { readByline } from './byline.ts'
import { ancestorsOf, elementsOf, type PageDocument, type PageElement, wordsOf } from './page.ts'
import { isProse } from './prose.ts'

const marked = '[rel~="author"], [itemprop="author"], [itemprop="author"] [itemprop="name"]'
/** Lists of stories and what stands beside the article name the writers of others. */
const elsewhere = /^(?:li|aside|footer|nav|dl|dd)$/iu
const linesAround = 6
const longestName = 80

/** Undefined when nobody is named, or nobody knows which of several it is. */
export function readWriters(document: PageDocument, headline: PageElement | undefined): string | undefined {
  const own = ownPart(document, headline)
  const named =
    own === undefined
      ? []
      : [...own.querySelectorAll(marked)].filter(
          (element) => !ancestorsOf(element).some(({ localName }) => elsewhere.test(localName)),
        )
  const names = new Set(named.flatMap((element) => nameIn(wordsOf(element))))
  const [name] = names
  if (names.size > 0) return names.size > 3 ? undefined : (shortest(named) ?? name)
  return readPrinted(document, headline)
}

/** An element may hold another one that gives the name alone. */
function shortest(named: readonly PageElement[]): string | undefined {
  const inner = named.filter((element) => !named.some((other) => other !== element && element.contains(other)))
  const names = [...new Set(inner.flatMap((element) => nameIn(wordsOf(element))))]
  return names.length === 0 ? undefined : names.join(', ')
}

function nameIn(words: string): readonly string[] {
  const printed = readByline(words) ?? words
  return printed === '' || printed.length > longestName ? [] : [printed]
}

/** The article as it is marked, else the whole page. */
function ownPart(document: PageDocument, headline: PageElement | undefined): PageElement | undefined {
  const articles = elementsOf(document).filter(({ localName }) => localName.toLowerCase() === 'article')
  const holding = headline === undefined ? undefined : articles.find((article) => article.contains(headline))
  if (holding !== undefined) return holding
  if (articles.length === 1) return articles[0]?.parentElement ?? undefined
  return document.body ?? undefined
}

/** The line around the headline that says "By …". */
function readPrinted(document: PageDocument, headline: PageElement | undefined): string | undefined {
  const lines = document.body ? readBlockLines(document.body) : []
  const at =
    headline === undefined ? -1 : lines.findIndex(({ element }) => element === headline || headline.contains(element))
  const first = lines.findIndex(isProse)
  const from = at === -1 ? Math.max(0, first - linesAround) : Math.max(0, at - linesAround)
  const near = lines.slice(from, Math.max(at, first, 0) + linesAround)
  const names = near.flatMap((line) => (isProse(line) ? [] : (readByline(line.text) ?? [])))
  return new Set(names).size === 1 ? names[0] : undefined
}
