/** Which addresses are whose: a page may call another address its own, but never one that is another article's. */
import { normalAddress } from './canonical.ts'
import type { HeldArticle } from './choose-items.ts'

export interface Claims {
  /**
   * Whether `address` is another article's than that of the page fetched at `own`, addresses in their one writing: one
   * of the corpus, one that is asked for in this run by itself, or one that another page of this run has.
   * @param knownId of the article that was made of the page before.
   */
  isOthers(address: string, own: string, knownId: string | undefined): boolean
}

/** @param asked addresses that are asked for in this run. */
export function createClaims(held: ReadonlyMap<string, HeldArticle>, asked: Iterable<string>): Claims {
  const listed = new Set([...asked].flatMap((address) => normalAddress(address) ?? []))
  const taken = new Map<string, string>()
  return {
    isOthers(address, own, knownId) {
      if (address === own) return false
      const holder = held.get(address)?.id
      const isOwn = holder !== undefined && (holder === knownId || holder === held.get(own)?.id)
      if ((holder !== undefined || listed.has(address)) && !isOwn) return true
      const first = taken.get(address) ?? own
      taken.set(address, first)
      return first !== own
    },
  }
}
