import { CONTINUATION } from './word-piece.ts'

export type SymbolWord = { readonly symbols: readonly string[]; readonly share: number }

/**
 * Byte-pair merging: joins the most frequent pair of neighbouring symbols, again and again, until `wanted` new pieces
 * are found or no pair is left that occurs in two words. Returns the new pieces in order of discovery.
 */
export function mergePieces(
  words: readonly SymbolWord[],
  wanted: number,
  existing: ReadonlySet<string>,
): readonly string[] {
  const split = words.map((word) => [...word.symbols])
  const pairs = new Map<string, { share: number; readonly words: Set<number> }>()
  const change = (index: number, sign: 1 | -1): void => {
    const symbols = split[index] ?? []
    const share = words[index]?.share ?? 0
    for (let place = 0; place + 1 < symbols.length; place++) {
      const key = `${symbols[place]} ${symbols[place + 1]}`
      const pair = pairs.get(key) ?? { share: 0, words: new Set<number>() }
      pair.share += sign * share
      if (sign > 0) pair.words.add(index)
      else pair.words.delete(index)
      pairs.set(key, pair)
    }
  }
  for (const index of split.keys()) change(index, 1)
  const found = new Set<string>()
  while (found.size < wanted) {
    const best = bestPairs(pairs, 200)
    if (best.length === 0) break
    // Merging many between two scans is what keeps this fast; a pair that an earlier merge used up is skipped.
    for (const [key, shareBefore] of best) {
      const pair = pairs.get(key)
      if (!pair || pair.share < shareBefore * 0.7 || found.size >= wanted) continue
      const [left = '', right = ''] = key.split(' ')
      const joined = left + right.slice(CONTINUATION.length)
      if (!existing.has(joined)) found.add(joined)
      for (const index of [...pair.words]) {
        change(index, -1)
        split[index] = joinPair(split[index] ?? [], left, right, joined)
        change(index, 1)
      }
      pairs.delete(key)
    }
  }
  return [...found]
}

function bestPairs(
  pairs: ReadonlyMap<string, { readonly share: number; readonly words: ReadonlySet<number> }>,
  count: number,
): readonly (readonly [string, number])[] {
  const usable: (readonly [string, number])[] = []
  for (const [key, pair] of pairs) if (pair.words.size >= 2) usable.push([key, pair.share])
  return usable.sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1)).slice(0, count)
}

function joinPair(symbols: readonly string[], left: string, right: string, joined: string): string[] {
  const result: string[] = []
  for (let place = 0; place < symbols.length; place++) {
    const symbol = symbols[place] ?? ''
    if (symbol === left && symbols[place + 1] === right) {
      result.push(joined)
      place++
    } else result.push(symbol)
  }
  return result
}
