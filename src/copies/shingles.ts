/** Which articles are copies of one text: an agency's story that several outlets carry is one origin, not several. */
import { withoutRanges } from '../reading/ranges.ts'
import { foldWords } from '../text/fold.ts'
import type { Article } from '../types.ts'

/** Words in a row: fewer are common phrases, with more a changed word hides too much. */
const wordsOfShingle = 5
/** Shared shingles that two articles need: a quotation of some thirty words in both makes them no copies. */
const leastShared = 30
/** The share of the shorter text's shingles that the other has. Cut, prefaced and lightly edited copies reach it. */
const leastContained = 0.6
/** One shingle in so many is kept to find candidates: chosen by its hash, so that copies keep the same. */
const sampling = 4

/** Distinct hashes (32 bits, unsigned) of every five words in a row of the article's own words, in rising order. */
export function shinglesOf({ text, skip }: Pick<Article, 'text' | 'skip'>): Uint32Array {
  const hashes = new Set<number>()
  const read = withoutRanges({ start: 0, end: text.length }, skip).map(({ start, end }) => text.slice(start, end))
  const words = foldWords(read.join('\n')).map(({ word }) => hashOf(word))
  for (let start = 0; start + wordsOfShingle <= words.length; start += 1) {
    let hash = 0
    for (let at = start; at < start + wordsOfShingle; at += 1) hash = mix(hash ^ (words[at] ?? 0))
    hashes.add(hash)
  }
  return Uint32Array.from(hashes).sort()
}

/** The few by which copies are looked for. */
export function sampleShingles(shingles: Uint32Array): readonly number[] {
  return [...shingles].filter((hash) => hash % sampling === 0)
}

/** Of all shingles of the shorter text, the share that the other has, 0 to 1; 0 when too little is shared to tell. */
export function containment(one: Uint32Array, other: Uint32Array): number {
  let [shared, left, right] = [0, 0, 0]
  while (left < one.length && right < other.length) {
    const difference = (one[left] ?? 0) - (other[right] ?? 0)
    if (difference === 0) shared += 1
    if (difference <= 0) left += 1
    if (difference >= 0) right += 1
  }
  return shared < leastShared ? 0 : shared / Math.min(one.length, other.length)
}

export function areCopies(one: Uint32Array, other: Uint32Array): boolean {
  return containment(one, other) >= leastContained
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** MurmurHash3's finaliser: the order of the words counts, and every bit is used. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
