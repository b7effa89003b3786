/** Fetches what feeds and sitemaps list: what the corpus does not hold yet, and what may have changed since it was read. */
import PQueue from 'p-queue'
import type { Article } from '../../../src/types.ts'
import { UnreachableError, UnreadableError } from '../decode.ts'
import type { Extractor } from '../extraction/extractor.ts'
import type { SourceRemark } from '../files.ts'
import { buildPage } from './build-page.ts'
import { normalAddress } from './canonical.ts'
import { type ChoiceParts, chooseItems, mostTries, type WantedItem } from './choose-items.ts'
import type { Claims } from './claims.ts'
import { listedDate } from './due.ts'
import type { Listing } from './listing.ts'
import type { ItemMemory } from './memory.ts'
import { reasonOf } from './reason.ts'
import type { WebFetcher } from './types.ts'

export type ReadItems = {
  readonly articles: readonly Article[]
  readonly problems: readonly SourceRemark[]
  readonly notes: readonly SourceRemark[]
  /** What is now known of the items that were asked for, by their addresses. */
  readonly items: ReadonlyMap<string, ItemMemory>
  /** Addresses of items that are left for the next run. */
  readonly unfinished: ReadonlySet<string>
  /** The new articles that each list brought. */
  readonly brought: ReadonlyMap<string, readonly Article[]>
  /** Ids of articles whose page is no longer there. */
  readonly gone: readonly string[]
}

type ItemParts = Omit<ChoiceParts, 'mostNew'> & {
  readonly fetcher: WebFetcher
  readonly extractor: Extractor
  readonly claims: Claims
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (done: number, total: number) => void
  readonly mostNew?: number
  readonly longestMs?: number
}

/** Items that wait for their turn at once: enough for several sites, few enough to notice that time is up. */
const waitingAtOnce = 16
const defaultMostNew = 500
const defaultLongestMs = 10 * 60_000

export async function readItems(listings: readonly Listing[], parts: ItemParts): Promise<ReadItems> {
  const { mostNew = defaultMostNew, longestMs = defaultLongestMs, onProgress } = parts
  const { chosen, left } = chooseItems(listings, { ...parts, mostNew })
  const articles: Article[] = []
  const problems: SourceRemark[] = []
  const notes: SourceRemark[] = []
  const gone: string[] = []
  const items = new Map<string, ItemMemory>()
  const brought = new Map<string, Article[]>()
  const late: WantedItem[] = []
  const toTryAgain: string[] = []
  const deadline = Date.now() + longestMs
  let done = 0

  const readOne = async (wanted: WantedItem): Promise<void> => {
    const { item, list, known, why } = wanted
    const { address, url, title, published } = item
    const { id, idle = 0, tries = 0 } = known
    const isThere = why !== 'new' && id !== undefined
    const seen = noteVisit(wanted, parts.now)
    try {
      const conditions = isThere ? { etag: known.etag, lastModified: known.lastModified } : {}
      const outcome = await parts.fetcher.fetch({ url, signal: parts.signal, ...conditions })
      if (outcome.kind === 'unchanged') {
        items.set(address, { ...known, ...seen, idle: idle + 1 })
        return
      }
      if (outcome.kind === 'gone') {
        items.set(address, { ...seen, version: known.version, tries: mostTries })
        if (isThere) gone.push(id)
        const what = isThere
          ? `the server answers ${outcome.status}: the article is withdrawn`
          : 'the page is not there'
        problems.push({ path: url, reason: what })
        return
      }
      refuseFrontPage(url, outcome.url)
      const own = normalAddress(outcome.url) ?? outcome.url
      const isOthers = (claimed: string) => claimed !== address && parts.claims.isOthers(claimed, own, id)
      const { article, note } = await buildPage(outcome, parts.extractor, { title, published }, isOthers)
      const { etag, lastModified } = outcome
      const isSame = article.version === known.version
      items.set(address, {
        ...seen,
        id: article.id,
        version: article.version,
        etag,
        lastModified,
        idle: isSame ? idle + 1 : 0,
      })
      articles.push(article)
      if (!isThere) brought.set(list, [...(brought.get(list) ?? []), article])
      // Its address was corrected with it: under the old one it would stay as it was.
      else if (article.id !== id) gone.push(id)
      if (note !== undefined) notes.push({ path: url, reason: note })
    } catch (error) {
      const isPassing = error instanceof UnreachableError
      problems.push({ path: url, reason: reasonOf(error) })
      const isToldOf = why === 'listed newer' && isPassing
      // A page that was read before stays as it was read.
      if (isThere) items.set(address, isToldOf ? known : { ...known, ...seen })
      else items.set(address, { ...seen, version: known.version, tries: isPassing ? tries + 1 : mostTries })
      if (isToldOf || (isPassing && !isThere && tries + 1 < mostTries)) toTryAgain.push(address)
    }
  }

  const queue = new PQueue({ concurrency: waitingAtOnce })
  await queue.addAll(
    chosen.map((wanted) => async () => {
      if (Date.now() > deadline || parts.signal?.aborted === true) late.push(wanted)
      else await readOne(wanted)
      done += 1
      onProgress?.(done, chosen.length)
    }),
  )
  const unread = [...left, ...late]
  const newUnread = unread.filter(({ why }) => why === 'new').length
  if (newUnread > 0) notes.push({ path: 'web', reason: `${newUnread} new articles are left for the next run` })
  const unfinished = new Set([...unread.map(({ item }) => item.address), ...toTryAgain])
  return { articles, problems, notes, items, unfinished, brought, gone }
}

/** What is remembered of a visit, whatever it brings. */
function noteVisit({ item, known }: WantedItem, now: Date): Pick<ItemMemory, 'checked' | 'listed' | 'dated'> {
  const checked = now.toISOString()
  const listed = listedDate(item)
  const isAhead = Date.parse(listed ?? '') > now.getTime()
  return { checked, listed, dated: listed === undefined || isAhead ? (known.dated ?? checked) : listed }
}

/** Where sites send those who ask for a page that is no more. */
function refuseFrontPage(asked: string, found: string): void {
  const isFront = (address: string) => new URL(address).pathname === '/' && new URL(address).search === ''
  if (isFront(found) && !isFront(asked)) throw new UnreadableError('it leads to the front page of its site')
}
