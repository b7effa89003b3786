/** The verdict on parts with ellipses between them. */

import { judgePlaces } from './judge-places.ts'
import { judgeOmission } from './omissions.ts'
import { givenOf, isEnough, type PieceVerdict } from './pieces.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { findExact } from './search/exact-search.ts'
import type { Token } from './tokens.ts'

/**
 * Parts in order that an ellipsis may join are verbatim; where it swallows what changes the sentence they are altered, and
 * stitched where it joins what stands apart. Undefined when a part stands nowhere.
 */
export function judgeParted(
  text: string,
  parts: readonly (readonly Token[])[],
  corpus: VerifyCorpus,
): PieceVerdict | undefined {
  if (!parts.some(isEnough)) return undefined
  const found = parts.map((part) => findExact(part, corpus))
  if (found.some((places) => places.length === 0)) return undefined
  const chain = nearestChain(found, corpus)
  const places = chain ?? found.flatMap((candidates) => candidates[0] ?? [])
  const judged = places.map((place, at) => judgePlaces([place], givenOf(text, parts[at] ?? []), corpus))
  const matches = judged.flatMap((part) => part.matches)
  if (judged.some(({ verdict }) => verdict === 'altered')) return { verdict: 'altered', matches, places: [], share: 1 }
  if (chain === undefined) return { verdict: 'stitched', matches, places: [], share: 1 }
  const omissions = chain.slice(1).map((next, at) => judgeOmission(chain[at] ?? next, next, corpus))
  if (omissions.includes('apart')) return { verdict: 'stitched', matches, places: chain, share: 1, parted: true }
  const marked = matches.map((match, at) => {
    const omission = omissions[at]
    return omission === undefined || typeof omission === 'string' ? match : { ...match, differences: [omission] }
  })
  if (omissions.some((omission) => typeof omission !== 'string'))
    return { verdict: 'altered', matches: marked, places: [], share: 1 }
  return { verdict: 'verbatim', matches, places: chain, share: 1, parted: true }
}

/** The places of the parts in order in one article, as close together as can be. */
function nearestChain(
  found: readonly (readonly TokenRange[])[],
  corpus: VerifyCorpus,
): readonly TokenRange[] | undefined {
  let best: readonly TokenRange[] | undefined
  for (const first of found[0] ?? []) {
    const chain: TokenRange[] = [first]
    for (const places of found.slice(1)) {
      const last = chain.at(-1) ?? first
      const next = places.find(({ from }) => from >= last.to && corpus.textAt(from) === corpus.textAt(first.from))
      if (next === undefined) break
      chain.push(next)
    }
    if (chain.length < found.length) continue
    const span = (candidate: readonly TokenRange[]) => (candidate.at(-1)?.to ?? 0) - (candidate[0]?.from ?? 0)
    if (best === undefined || span(chain) < span(best)) best = chain
  }
  return best
}
