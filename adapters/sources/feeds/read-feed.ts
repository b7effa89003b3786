import { parseFeed } from 'feedsmith'
import { UnreadableError } from '../decode.ts'
import { isoDate } from '../facts.ts'
import type { FeedItem, FeedReading } from './types.ts'

type Link = { readonly href?: string | undefined; readonly rel?: string | undefined }
type LooseItem = {
  readonly link?: string | undefined
  readonly guid?: string | undefined
  readonly title?: string | undefined
  readonly published?: string | undefined
  readonly updated?: string | undefined
}

/** More entries than any paper writes in a month. */
const mostItems = 2_000
const longestTitle = 300

/**
 * Reads an RSS, Atom, RDF or JSON feed: its items with a web address, in its order.
 * @param address where it was fetched from: what its own addresses are relative to, unless it says otherwise.
 * @throws UnreadableError for what is no feed.
 */
export function readFeed(text: string, address: string): FeedReading {
  const parsed = parse(text)
  const base = absolute(parsed.base, address) ?? address
  const items = parsed.items.slice(0, mostItems).flatMap((item): FeedItem[] => {
    const { guid } = item
    const url = absolute(item.link ?? (guid !== undefined && /^https?:/iu.test(guid) ? guid : undefined), base)
    if (url === undefined) return []
    const title = clean(item.title)
    const published = toIsoDate(item.published)
    const updated = toIsoDate(item.updated)
    return [
      {
        url,
        ...(guid !== undefined && { guid }),
        ...(title !== undefined && { title }),
        ...(published !== undefined && { published }),
        ...(updated !== undefined && { updated }),
      },
    ]
  })
  const title = clean(parsed.title)
  return { items, ...(title !== undefined && { title }) }
}

function parse(text: string): { title?: string | undefined; base: string | undefined; items: readonly LooseItem[] } {
  const { format, feed } = parseOrRefuse(text)
  if (format === 'atom') {
    const items = (feed.entries ?? []).map(({ id, links, title, published, updated }) => ({
      link: pageOf(links ?? []),
      guid: id,
      title: plainText(title),
      published: published ?? updated,
      updated,
    }))
    return { title: plainText(feed.title), base: pageOf(feed.links ?? []), items }
  }
  if (format === 'json') {
    const items = (feed.items ?? []).map(({ id, url, external_url, title, date_published, date_modified }) => ({
      link: url ?? external_url,
      guid: id,
      title,
      published: date_published,
      updated: date_modified,
    }))
    return { title: feed.title, base: feed.home_page_url, items }
  }
  if (format === 'rdf') {
    const items = (feed.items ?? []).map(({ link, title, dc, dcterms }) => ({
      link,
      title,
      published: dc?.dates?.[0] ?? dc?.date,
      updated: dcterms?.modified,
    }))
    return { title: feed.title, base: feed.link, items }
  }
  const items = (feed.items ?? []).map(({ link, guid, title, pubDate, dc, dcterms, atom }) => ({
    link: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
    guid: guid?.value,
    title: plainText(title),
    published: pubDate ?? dc?.dates?.[0],
    updated: atom?.updated ?? dcterms?.modified,
  }))
  return { title: feed.title, base: feed.link, items }
}

function parseOrRefuse(text: string) {
  try {
    return parseFeed(text)
  } catch {
    throw new UnreadableError('it is no feed that can be read')
  }
}

/** The page that an entry is about, not its comments or sound file. */
function pageOf(links: readonly Link[]): string | undefined {
  return (links.find(({ rel }) => rel === 'alternate') ?? links.find(({ rel }) => rel === undefined))?.href
}

function absolute(address: string | undefined, base: string): string | undefined {
  if (address === undefined || !URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}

/** Titles may hold tags and references as text. */
function plainText(title: string | undefined): string | undefined {
  return title
    ?.replace(/<\/?[a-z][^<>]{0,200}>/giu, '')
    .replace(/&(amp|quot|#39|#039|apos|lt|gt|nbsp);/giu, (written, name) => {
      return (
        { amp: '&', quot: '"', '#39': "'", '#039': "'", apos: "'", lt: '<', gt: '>', nbsp: ' ' }[
          String(name).toLowerCase()
        ] ?? written
      )
    })
}

function clean(title: string | undefined): string | undefined {
  const cleaned = title?.replace(/\s+/gu, ' ').trim()
  return cleaned === undefined || cleaned === '' || cleaned.length > longestTitle ? undefined : cleaned
}

/** Feeds write `Mon, 9 Feb 2026 10:00 EST`; only a whole date counts. */
function toIsoDate(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const date = isoDate(written)
  if (date !== undefined) return date
  if (!/\b\d{4}\b/u.test(written) || written.length > 60) return undefined
  const parsed = new Date(written)
  return Number.isNaN(parsed.getTime()) ? undefined : `${parsed.toISOString().slice(0, 19)}Z`
}
