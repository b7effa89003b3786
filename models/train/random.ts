/** Seeded randomness: the same seed draws the same pairs, so trains the same weights. */
export type Random = () => number

/** Numbers in [0, 1) from a 32-bit seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 to `limit` − 1. */
export function drawIndex(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

/** One element at random; undefined from an empty list. */
export function drawOne<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[drawIndex(random, items.length)]
}

/** 0 to `size` − 1 in random order. */
export function shuffledIndexes(random: Random, size: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, index) => index)
  for (let last = size - 1; last > 0; last--) {
    const other = drawIndex(random, last + 1)
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
