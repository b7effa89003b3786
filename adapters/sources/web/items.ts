/** Fetches what feeds and sitemaps list and the corpus does not hold yet. */
import PQueue from 'p-queue'
import type { Article } from '../../../src/types.ts'
import { UnreachableError } from '../decode.ts'
import type { Extractor } from '../extraction/extractor.ts'
import type { SourceRemark } from '../files.ts'
import { buildPage } from './build-page.ts'
import { normalAddress } from './canonical.ts'
import type { ListedItem, Listing } from './listing.ts'
import type { ItemMemory, WebMemory } from './memory.ts'
import { reasonOf } from './reason.ts'
import type { WebFetcher } from './types.ts'

export type ReadItems = {
  readonly articles: readonly Article[]
  readonly problems: readonly SourceRemark[]
  readonly notes: readonly SourceRemark[]
  /** What is now known of the items that were asked for, by key. */
  readonly items: ReadonlyMap<string, ItemMemory>
  /** Keys of items that are left for the next run. */
  readonly unfinished: ReadonlySet<string>
  /** The articles that each address brought. */
  readonly brought: ReadonlyMap<string, readonly Article[]>
}

type ItemParts = {
  readonly fetcher: WebFetcher
  readonly extractor: Extractor
  readonly memory: WebMemory
  readonly isKnown: (articleId: string) => boolean
  readonly knownAddresses: ReadonlySet<string>
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (done: number, total: number) => void
  readonly mostNew?: number
  readonly longestMs?: number
}

/** An item that could not be had this often is given up. */
const mostTries = 3
/** Items that wait for their turn at once: enough for several sites, few enough to notice that time is up. */
const waitingAtOnce = 16
const defaultMostNew = 500
const defaultLongestMs = 10 * 60_000

export async function readItems(listings: readonly Listing[], parts: ItemParts): Promise<ReadItems> {
  const { mostNew = defaultMostNew, longestMs = defaultLongestMs, onProgress } = parts
  const wanted = new Map<string, { readonly item: ListedItem; readonly address: string; readonly tries: number }>()
  for (const { address, items = [] } of listings) {
    const before = Object.hasOwn(parts.memory, address) ? parts.memory[address]?.items : undefined
    for (const item of items) {
      const known = before !== undefined && Object.hasOwn(before, item.key) ? before[item.key] : undefined
      if (!isWanted(item, known, parts) || wanted.has(item.key)) continue
      wanted.set(item.key, { item, address, tries: known?.tries ?? 0 })
    }
  }
  const chosen = [...wanted.values()].slice(0, mostNew)
  const articles: Article[] = []
  const problems: SourceRemark[] = []
  const notes: SourceRemark[] = []
  const items = new Map<string, ItemMemory>()
  const unfinished = new Set([...wanted.keys()].slice(mostNew))
  const brought = new Map<string, Article[]>()
  const deadline = Date.now() + longestMs
  let done = 0
  const queue = new PQueue({ concurrency: waitingAtOnce })
  await queue.addAll(
    chosen.map(({ item, address, tries }) => async () => {
      const { key, url, title, published } = item
      try {
        if (Date.now() > deadline || parts.signal?.aborted === true) {
          unfinished.add(key)
          return
        }
        const outcome = await parts.fetcher.fetch({ url, signal: parts.signal })
        if (outcome.kind !== 'page') {
          items.set(key, { tries: mostTries })
          problems.push({ path: url, reason: 'the page is not there' })
          return
        }
        const { article, note } = await buildPage(outcome, parts.extractor, { title, published })
        items.set(key, { id: article.id })
        articles.push(article)
        brought.set(address, [...(brought.get(address) ?? []), article])
        if (note !== undefined) notes.push({ path: url, reason: note })
      } catch (error) {
        const isPassing = error instanceof UnreachableError
        items.set(key, { tries: isPassing ? tries + 1 : mostTries })
        if (isPassing && tries + 1 < mostTries) unfinished.add(key)
        problems.push({ path: url, reason: reasonOf(error) })
      } finally {
        done += 1
        onProgress?.(done, chosen.length)
      }
    }),
  )
  const left = [...unfinished].filter((key) => !items.has(key)).length
  if (left > 0) notes.push({ path: 'web', reason: `${left} new articles are left for the next run` })
  return { articles, problems, notes, items, unfinished, brought }
}

function isWanted(item: ListedItem, known: ItemMemory | undefined, { isKnown, knownAddresses }: ItemParts): boolean {
  if (known?.id !== undefined && isKnown(known.id)) return false
  if ((known?.tries ?? 0) >= mostTries) return false
  return !knownAddresses.has(normalAddress(item.url) ?? item.url)
}
