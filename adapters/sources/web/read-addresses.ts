/** From web addresses to articles: pages, and what is new or has changed in feeds and sitemaps. */
import type { Article } from '../../../src/types.ts'
import type { Extractor } from '../extraction/extractor.ts'
import type { SourceRemark } from '../files.ts'
import type { HeldArticle } from './choose-items.ts'
import { createClaims } from './claims.ts'
import { readItems } from './items.ts'
import { type Listing, listAddress } from './listing.ts'
import type { SourceMemory, WebMemory } from './memory.ts'
import { reasonOf } from './reason.ts'
import type { WebFetcher } from './types.ts'

export type AddressReading = {
  /** Each id once. What has not changed since the last run is not among them. */
  readonly articles: readonly Article[]
  readonly problems: readonly SourceRemark[]
  readonly notes: readonly SourceRemark[]
  /** Ids of articles whose page the publisher has taken away. */
  readonly gone: readonly string[]
  /** Addresses that could be read, changed or not. */
  readonly answered: readonly string[]
  /** To be written once the articles are in the corpus. */
  readonly memory: WebMemory
}

export type WebParts = {
  readonly fetcher: WebFetcher
  readonly extractor: Extractor
  readonly memory: WebMemory
  /** Whether an article is in the corpus, or was taken out of it by hand. */
  readonly isKnown: (articleId: string) => boolean
  /** The articles of the corpus by their addresses, in their one writing. */
  readonly held: ReadonlyMap<string, HeldArticle>
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (done: number, total: number) => void
  readonly now?: Date
  /** New articles in one run, over all feeds and sitemaps. */
  readonly mostNew?: number
  /** After which no further page is asked for in one run, in milliseconds. */
  readonly longestMs?: number
}

/** What cannot be read is listed with its reason; what was read from it before stays. */
export async function readAddresses(addresses: readonly string[], given: WebParts): Promise<AddressReading> {
  const parts = { ...given, now: given.now ?? new Date(), claims: createClaims(given.held, addresses) }
  const problems: SourceRemark[] = []
  const notes: SourceRemark[] = []
  const listed = await Promise.all(
    addresses.map(async (address): Promise<Listing | undefined> => {
      try {
        return await listAddress(address, parts)
      } catch (error) {
        problems.push({ path: address, reason: reasonOf(error) })
        return undefined
      }
    }),
  )
  const listings = listed.filter((listing) => listing !== undefined)
  const listedAddresses = listings.flatMap(({ items }) => (items ?? []).map(({ address }) => address))
  const claims = createClaims(given.held, [...addresses, ...listedAddresses])
  const read = await readItems(listings, { ...parts, claims })
  const articles = new Map<string, Article>()
  for (const article of [...listings.flatMap(({ article }) => article ?? []), ...read.articles]) {
    if (!articles.has(article.id)) articles.set(article.id, article)
  }
  const now = parts.now.toISOString()
  const remembered = listings.map((listing) => [listing.address, remember(listing, read, parts, now)] as const)
  return {
    articles: [...articles.values()],
    problems: [...problems, ...listings.flatMap(({ problems }) => problems), ...read.problems],
    notes: [...notes, ...listings.flatMap(({ notes }) => notes), ...read.notes],
    gone: [...listings.flatMap(({ gone }) => gone ?? []), ...read.gone],
    answered: listings.filter(({ isAnswered }) => isAnswered).map(({ address }) => address),
    memory: { ...parts.memory, ...Object.fromEntries(remembered) },
  }
}

const datesKept = 40

function remember(
  { address, kind, etag, lastModified, articleId, items, isComplete }: Listing,
  read: Awaited<ReturnType<typeof readItems>>,
  { memory }: WebParts,
  now: string,
): SourceMemory {
  const before = Object.hasOwn(memory, address) ? memory[address] : undefined
  // A server that says "unchanged" lists nothing: what is known of its items stays.
  const kept = items === undefined ? (before?.items ?? {}) : {}
  const known = (items ?? []).flatMap((item) => {
    const memory = read.items.get(item.address) ?? (before !== undefined ? before.items[item.key] : undefined)
    return memory === undefined ? [] : [[item.key, memory] as const]
  })
  const brought = read.brought.get(address) ?? []
  const dates = [...(before?.dates ?? []), ...brought.map(({ published }) => published ?? now)]
  const lastNew = brought.length > 0 ? now : before?.lastNew
  const isAll = isComplete && !(items ?? []).some(({ address }) => read.unfinished.has(address))
  return {
    kind,
    items: { ...kept, ...Object.fromEntries(known) },
    dates: dates.toSorted().slice(-datesKept),
    ...(lastNew !== undefined && { lastNew }),
    ...(articleId !== undefined && { articleId }),
    // Said to be unchanged, it would not be read for what is left of it.
    ...(isAll && etag !== undefined && { etag }),
    ...(isAll && lastModified !== undefined && { lastModified }),
  }
}
