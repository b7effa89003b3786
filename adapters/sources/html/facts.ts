import { readDateline } from '../../../src/reading/dateline.ts'
import { splitSiteName } from '../../../src/reading/titles.ts'
import { isoDate, type SourceFacts } from '../facts.ts'
import { readBlockLines } from './block-text.ts'
import { type LinkedArticle, readLinkedArticle } from './linked-data.ts'
import { type PageDocument, type PageElement, wordsOf } from './page.ts'
import { isProse } from './prose.ts'
import { readWriters } from './writers.ts'

/** Between the headline and a date or a name that belongs to it. */
const linesAround = 4

/** What a page says of itself: JSON-LD first, then Open Graph, then its own elements. What is not sure is left out. */
export function readPageFacts(document: PageDocument, headline: PageElement | undefined): SourceFacts {
  const linked = readLinkedArticle(document, headline)
  const meta = (...names: readonly string[]): readonly (string | undefined)[] =>
    names.map((name) => attribute(document, `meta[property="${name}"], meta[name="${name}"]`, 'content'))
  const pageTitle = text(document, 'title')
  const publisher = Array.isArray(linked?.publisher) ? linked.publisher[0] : linked?.publisher
  const outlet = first([publisher?.name, ...meta('og:site_name'), pageTitle && splitSiteName(pageTitle)?.site])
  const titles = [linked?.headline, ...meta('og:title'), wordsOf(headline) || undefined, pageTitle]
  const printed = readPrintedDates(document, headline)
  return {
    title: first(titles.map((title) => title && wholeTitle(title, outlet))),
    author: first([
      authorsOf(linked),
      ...meta('author', 'article:author', 'dc.creator').map(personName),
      readWriters(document, headline),
    ]),
    outlet,
    url: first([attribute(document, 'link[rel="canonical"]', 'href'), ...meta('og:url'), linked?.url].map(webAddress)),
    published: first(
      [
        linked?.datePublished,
        ...meta('article:published_time', 'datePublished', 'date', 'dc.date', 'DC.date.issued', 'pubdate'),
        attribute(document, 'time[pubdate], time[itemprop="datePublished"]', 'datetime'),
        printed.published,
        onlyTime(document),
      ].map((date) => (date ? isoDate(date) : undefined)),
    ),
    updated: first(
      [
        linked?.dateModified,
        ...meta('article:modified_time', 'og:updated_time', 'dateModified'),
        attribute(document, 'time[itemprop="dateModified"]', 'datetime'),
        printed.updated,
      ].map((date) => (date ? isoDate(date) : undefined)),
    ),
    language: first([linked?.inLanguage, attribute(document, 'html', 'lang'), ...meta('og:locale', 'language')]),
  }
}

/** "A. Writer, B. Writer". */
function authorsOf(linked: LinkedArticle | undefined): string | undefined {
  const people = linked?.author === undefined ? [] : [linked.author].flat()
  const names = people.map((person) => personName(typeof person === 'string' ? person : person.name))
  return names.filter((name) => name !== undefined).join(', ')
}

/** Some pages give the address of a profile, which is no name. */
function personName(written: string | undefined): string | undefined {
  return written === undefined || /^https?:|[/@]/u.test(written) || written.length > 200 ? undefined : written
}

/** The title without the site's name; undefined when an ellipsis says that it was cut. */
function wholeTitle(title: string, outlet: string | undefined): string | undefined {
  const parts = splitSiteName(title)
  const suffix = outlet && new RegExp(`\\s+[|·•–—-]\\s+${outlet.replace(/[^\p{L}\p{N}]/gu, '\\$&')}$`, 'i')
  const whole = (parts?.title ?? (suffix ? title.replace(suffix, '') : title)).trim()
  return whole === '' || whole.length > 300 || /(?:…|\.{3})$/u.test(whole) ? undefined : whole
}

/** Around the headline, and where the first paragraph begins. */
function readPrintedDates(document: PageDocument, headline: PageElement | undefined): ReturnType<typeof readDateline> {
  const lines = document.body ? readBlockLines(document.body) : []
  const at = headline === undefined ? -1 : lines.findIndex(({ element }) => headline.contains(element))
  const prose = lines.findIndex((line, index) => index > at && isProse(line))
  const from = Math.max(0, (at === -1 ? prose : at) - linesAround)
  const near = lines.slice(from, prose === -1 ? from + 2 * linesAround : prose + 1)
  const language = /^fr/iu.test(attribute(document, 'html', 'lang') ?? '') ? 'fr' : 'en'
  return readDateline(
    near.map(({ text: line }) => line),
    language,
  )
}

/** The time of a page that holds one only: with several nobody knows which is the article's. */
function onlyTime(document: PageDocument): string | undefined {
  const times = [...document.querySelectorAll('article time[datetime], main time[datetime], header time[datetime]')]
  const dates = new Set(times.map((time) => time.getAttribute('datetime') ?? ''))
  return dates.size === 1 ? [...dates][0] : undefined
}

function attribute(document: PageDocument, selector: string, name: string): string | undefined {
  return clean(document.querySelector(selector)?.getAttribute(name))
}

function text(document: PageDocument, selector: string): string | undefined {
  return clean(document.querySelector(selector)?.textContent)
}

function clean(value: string | null | undefined): string | undefined {
  const cleaned = value?.replace(/\s+/gu, ' ').trim()
  return cleaned === '' ? undefined : cleaned
}

function webAddress(address: string | undefined): string | undefined {
  return address && URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol) ? address : undefined
}

function first(candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.map((candidate) => clean(candidate)).find((candidate) => candidate !== undefined)
}
