/** What stands at a configured address: an article, or a list of them. */
import type { Article } from '../../../src/types.ts'
import { decodeText } from '../decode.ts'
import type { Extractor } from '../extraction/extractor.ts'
import { readSitemap } from '../feeds/read-sitemap.ts'
import type { FeedItem } from '../feeds/types.ts'
import type { SourceRemark } from '../files.ts'
import { buildPage } from './build-page.ts'
import { normalAddress, siteOf } from './canonical.ts'
import { type HeldArticle, heldPages } from './choose-items.ts'
import type { Claims } from './claims.ts'
import { isDue } from './due.ts'
import type { SourceMemory, WebMemory } from './memory.ts'
import { kindOf, unpackFile } from './page-kind.ts'
import { reasonOf } from './reason.ts'
import type { FetchedPage, WebFetcher } from './types.ts'

export type ListedItem = FeedItem & {
  /** Names the item in the memory of its list. */
  readonly key: string
  /** The address in its one writing: two lists may have the same article. */
  readonly address: string
}

export type Listing = {
  /** As configured. */
  readonly address: string
  readonly kind: 'page' | 'feed' | 'sitemap'
  readonly isAnswered: boolean
  /** Of a page that was sent. */
  readonly article?: Article
  readonly articleId?: string | undefined
  /** Of a feed or sitemap that was sent. */
  readonly items?: readonly ListedItem[]
  /** Whether nothing of it was left out. */
  readonly isComplete: boolean
  /** Id of the article whose page is gone. */
  readonly gone?: string
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  readonly problems: readonly SourceRemark[]
  readonly notes: readonly SourceRemark[]
}

type ListingParts = {
  readonly fetcher: WebFetcher
  readonly extractor: Extractor
  readonly memory: WebMemory
  readonly claims: Claims
  readonly isKnown: (articleId: string) => boolean
  readonly held: ReadonlyMap<string, HeldArticle>
  readonly now: Date
  readonly signal?: AbortSignal | undefined
}

/** Sitemaps of a sitemap index that are asked for in one run, newest first. */
const mostMaps = 50
const deepestMaps = 2

/** @throws UnreadableError when nothing can be read there. */
export async function listAddress(address: string, parts: ListingParts): Promise<Listing> {
  const before = Object.hasOwn(parts.memory, address) ? parts.memory[address] : undefined
  const articleId = before?.articleId
  // Without its article in the corpus, a page that has not changed is wanted all the same.
  const isCurrent = before !== undefined && (before.kind !== 'page' || parts.isKnown(articleId ?? ''))
  const conditions =
    isCurrent && !wantsItems(before, parts) ? { etag: before.etag, lastModified: before.lastModified } : {}
  const outcome = await parts.fetcher.fetch({ url: address, signal: parts.signal, ...conditions })
  const nothing = { address, problems: [], notes: [], isComplete: true }
  if (outcome.kind === 'unchanged') {
    return { ...nothing, ...conditions, kind: before?.kind ?? 'page', isAnswered: true, articleId }
  }
  if (outcome.kind === 'gone') {
    const isArticle = before?.kind === 'page' && articleId !== undefined
    const reason = `the server answers ${outcome.status}: ${isArticle ? 'the article is withdrawn' : 'there is nothing there (any more)'}`
    const gone = { ...nothing, kind: before?.kind ?? 'page', isAnswered: isArticle, articleId } as const
    return { ...gone, problems: [{ path: address, reason }], ...(isArticle && { gone: articleId }) }
  }
  const { etag, lastModified } = outcome
  const bytes = unpackFile(outcome.bytes)
  const kind = kindOf(outcome, bytes)
  if (kind === 'feed') {
    const { items } = await parts.extractor.readFeed(decodeText(bytes, outcome.charset).text, outcome.url)
    return { ...nothing, kind, isAnswered: true, items: items.map(withKey), etag, lastModified }
  }
  if (kind === 'sitemap') {
    const map = await listSitemap(outcome, parts)
    return { ...nothing, ...map, kind, isAnswered: true, etag, lastModified }
  }
  const own = normalAddress(outcome.url) ?? outcome.url
  const isOthers = (claimed: string) => parts.claims.isOthers(claimed, own, articleId)
  const { article, note } = await buildPage(outcome, parts.extractor, {}, isOthers)
  const notes = note === undefined ? [] : [{ path: address, reason: note }]
  return { ...nothing, kind: 'page', isAnswered: true, article, articleId: article.id, notes, etag, lastModified }
}

/** A list that is not sent again cannot say where its items are: those that are missing, and those that are due. */
function wantsItems({ items }: SourceMemory, { isKnown, held, now }: ListingParts): boolean {
  const pages = heldPages(held)
  return Object.values(items).some((item) => {
    if (item.id === undefined) return false
    return !isKnown(item.id) || (pages.has(item.id) && isDue(item, now.getTime()))
  })
}

type SitemapListing = Pick<Listing, 'problems' | 'notes' | 'isComplete'> & { readonly items: readonly ListedItem[] }

/** All pages of a sitemap and of those that it lists. Pages of other sites are left out: it may not speak for them. */
async function listSitemap(first: FetchedPage, { fetcher, signal }: ListingParts): Promise<SitemapListing> {
  const items = new Map<string, ListedItem>()
  const problems: SourceRemark[] = []
  const site = siteOf(new URL(first.url))
  let elsewhere = 0
  let asked = 0
  let left = 0
  const read = async (page: FetchedPage, depth: number): Promise<void> => {
    const map = readSitemap(decodeText(unpackFile(page.bytes), page.charset).text, page.url)
    for (const item of map.items) {
      if (siteOf(new URL(item.url)) === site) items.set(withKey(item).key, withKey(item))
      else elsewhere += 1
    }
    for (const { url } of depth < deepestMaps ? map.maps : []) {
      if (asked >= mostMaps) {
        left += 1
        continue
      }
      asked += 1
      try {
        const further = await fetcher.fetch({ url, signal })
        if (further.kind === 'page') await read(further, depth + 1)
        else problems.push({ path: url, reason: 'the sitemap is not there' })
      } catch (error) {
        problems.push({ path: url, reason: reasonOf(error) })
      }
    }
  }
  await read(first, 1)
  const notes = [
    ...(elsewhere > 0 ? [`${elsewhere} addresses of other sites were left out`] : []),
    ...(left > 0 ? [`${left} older sitemaps were left out`] : []),
  ].map((reason) => ({ path: first.url, reason }))
  // An index says nothing of what its sitemaps hold: it is always read anew.
  return { items: [...items.values()], problems, notes, isComplete: asked === 0 }
}

function withKey(item: FeedItem): ListedItem {
  const address = normalAddress(item.url) ?? item.url
  return { ...item, address, key: item.guid ?? address }
}
