import { decodeHTML } from 'entities'
import { UnreadableError } from '../decode.ts'
import { isoDate } from '../facts.ts'
import { parseJsonFeed } from './json-feed.ts'
import type { FeedItem, FeedReading } from './types.ts'
import { parseXmlFeed, type RawFeed, type RawItem, type RawLink } from './xml-feed.ts'

/** More entries than any paper writes in a month. */
const mostItems = 2_000
const longestTitle = 300

/**
 * Reads an RSS, Atom, RDF or JSON feed: its items with a web address, in its order.
 * @param address where it was fetched from: what its own addresses are relative to, unless it says otherwise.
 * @throws UnreadableError for what is no feed.
 */
export function readFeed(text: string, address: string): FeedReading {
  const parsed = parse(text, address)
  const home = pageOf(parsed.links)
  const base = absolute(home?.address, home?.base ?? address) ?? address
  const items = parsed.items.slice(0, mostItems).flatMap((item) => toItem(item, base) ?? [])
  const title = plainText(parsed.title)
  return { items, ...(title !== undefined && { title }) }
}

function parse(text: string, address: string): RawFeed {
  const feed = /^[\s\ufeff]*\{/u.test(text) ? parseJsonFeed(text) : parseXmlFeed(text, address)
  if (feed === undefined) throw new UnreadableError('it is no feed that can be read')
  return feed
}

/** @param base of a feed that says nothing: its own page. */
function toItem(item: RawItem, base: string): FeedItem | undefined {
  const { guid } = item
  const link = pageOf(item.links)
  const isAddress = guid !== undefined && item.isPermaLink && /^https?:/iu.test(guid)
  const url = absolute(link?.address ?? (isAddress ? guid : undefined), link?.base ?? base)
  if (url === undefined) return undefined
  const title = plainText(item.title)
  const updated = toIsoDate(item.updated)
  const published = toIsoDate(item.published) ?? toIsoDate(item.issued) ?? updated
  return {
    url,
    ...(guid !== undefined && { guid }),
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
  }
}

/** The page that an entry is about, not its comments or sound file. */
function pageOf(links: readonly RawLink[]): RawLink | undefined {
  return links.find(({ relation }) => relation === 'alternate')
}

function absolute(address: string | undefined, base: string): string | undefined {
  if (address === undefined || !URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}

/** Titles may hold tags and references as text, one in another. */
function plainText(title: string | undefined): string | undefined {
  const words = decodeHTML((title ?? '').replace(/<\/?[a-z][^<>]{0,200}>/giu, ''))
  const cleaned = words.replace(/[\s\u00a0]+/gu, ' ').trim()
  return cleaned === '' || cleaned.length > longestTitle ? undefined : cleaned
}

function toIsoDate(written: string | undefined): string | undefined {
  return written === undefined ? undefined : isoDate(written)
}
