/** Which of the items that feeds and sitemaps list are asked for in a run: what is new, and what may have changed. */
import type { FeedItem } from '../feeds/types.ts'
import { isDue, isListedNewer, isYoung, listedDate } from './due.ts'
import type { ListedItem, Listing } from './listing.ts'
import type { ItemMemory, WebMemory } from './memory.ts'

/** An article of the corpus, as a list may name it. */
export type HeldArticle = {
  readonly id: string
  /** Whether its words were read at a web address, and so may change there. */
  readonly isPage: boolean
}

export type WantedItem = {
  readonly item: ListedItem
  /** Address of the feed or sitemap. */
  readonly list: string
  /** What is remembered of it. */
  readonly known: ItemMemory
  /** `again`: its article is in the corpus and may have changed. */
  readonly why: 'new' | 'listed newer' | 'again'
}

export type ChoiceParts = {
  readonly memory: WebMemory
  /** Whether an article is in the corpus, or was taken out of it by hand. */
  readonly isKnown: (articleId: string) => boolean
  /** The articles of the corpus by their addresses, in their one writing. */
  readonly held: ReadonlyMap<string, HeldArticle>
  readonly now: Date
  /** New articles in one run. */
  readonly mostNew: number
}

/** An item that could not be had this often is given up, until its list says that it was changed. */
export const mostTries = 3
/** Pages asked for again in one run. */
const mostAgain = 200

export function chooseItems(
  listings: readonly Listing[],
  parts: ChoiceParts,
): { readonly chosen: readonly WantedItem[]; readonly left: readonly WantedItem[] } {
  const pages = heldPages(parts.held)
  const wanted = new Map<string, WantedItem>()
  for (const { address, items = [] } of listings) {
    const before = Object.hasOwn(parts.memory, address) ? parts.memory[address]?.items : undefined
    for (const item of items) {
      if (wanted.has(item.address)) continue
      const known = before !== undefined && Object.hasOwn(before, item.key) ? before[item.key] : undefined
      const one = lookAt(item, known, pages, parts)
      if (one !== undefined) wanted.set(item.address, { item, list: address, ...one })
    }
  }
  const of = (reason: WantedItem['why']) => [...wanted.values()].filter(({ why }) => why === reason)
  const fresh = of('new')
  const newer = of('listed newer')
  // What was asked for longest ago goes first, so that a long list is gone through.
  const again = of('again').toSorted((one, other) => ((one.known.checked ?? '') < (other.known.checked ?? '') ? -1 : 1))
  const chosen = [...fresh.slice(0, parts.mostNew), ...[...newer, ...again].slice(0, mostAgain)]
  // What is only asked for again when its time has come will be due the next time as well.
  return { chosen, left: [...fresh.slice(parts.mostNew), ...newer.slice(mostAgain)] }
}

/** Ids of the articles that may be asked for again. */
export function heldPages(held: ReadonlyMap<string, HeldArticle>): ReadonlySet<string> {
  return new Set([...held.values()].filter(({ isPage }) => isPage).map(({ id }) => id))
}

function lookAt(
  item: ListedItem,
  known: ItemMemory | undefined,
  pages: ReadonlySet<string>,
  parts: ChoiceParts,
): Pick<WantedItem, 'known' | 'why'> | undefined {
  const { address } = item
  // A page that is a source of its own is asked for as such.
  if (Object.hasOwn(parts.memory, address) && parts.memory[address]?.kind === 'page') return undefined
  const now = parts.now.getTime()
  const { id, tries = 0 } = known ?? {}
  if (known !== undefined && id !== undefined && parts.isKnown(id)) {
    if (!pages.has(id)) return undefined
    if (isListedNewer(item, known)) return { known, why: 'listed newer' }
    return isDue(known, now) ? { known, why: 'again' } : undefined
  }
  const holder = parts.held.get(address)
  if (holder !== undefined) return adopt(item, holder, now)
  const isGivenUp = tries >= mostTries && !isListedNewer(item, known ?? {}) && !mayReturn(known, now)
  return isGivenUp ? undefined : { known: known ?? {}, why: 'new' }
}

/** A page that was read once and then gone: sites lose pages for a day, too. */
function mayReturn(known: ItemMemory | undefined, now: number): boolean {
  return known?.version !== undefined && isDue(known, now)
}

/** An article of the corpus of which nothing is remembered: read under another name, or what was known is lost. */
function adopt(
  item: FeedItem,
  { id, isPage }: HeldArticle,
  now: number,
): Pick<WantedItem, 'known' | 'why'> | undefined {
  return isPage && isYoung(listedDate(item), now) ? { known: { id }, why: 'again' } : undefined
}
