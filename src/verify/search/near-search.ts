/** Finds the one place that a piece is an altered version of. */
import { type Alignment, align } from '../align.ts'
import type { Token } from '../tokens.ts'
import { type TokenRange, type VerifyCorpus, weightOf } from './corpus.ts'

/** Tokens by which words may have moved and still vote for one place. */
const bucketTokens = 12
const candidates = 4
/** A word that stands in more places says nothing about which; the rarer ones decide. */
const mostPlaces = 4000

/** The closest place, when it is close enough to be called an altered quote. */
export function findNear(piece: readonly Token[], corpus: VerifyCorpus): Alignment | undefined {
  let best: Alignment | undefined
  for (const window of windowsFor(piece, corpus)) {
    const alignment = align(piece, window, corpus)
    if (best === undefined || alignment.score > best.score) best = alignment
  }
  if (best === undefined) return undefined
  return isClose(best) || isReordered(best, piece, corpus) || sharesFigures(best, piece) ? best : undefined
}

/** Tokens beside an alignment in which words that were moved may stand. */
const beside = 3
const fewestMoved = 3

/** Whether nearly all words with content stand there in another order: "65 women and 8 men" for "65 men and 8 women". */
function isReordered(alignment: Alignment, piece: readonly Token[], corpus: VerifyCorpus): boolean {
  const content = piece.filter((token) => weightOf(token) === 2)
  const left: number[] = []
  for (let at = Math.max(1, alignment.from - beside); at < alignment.to + beside; at += 1)
    if (corpus.weights[at] === 2) left.push(corpus.loose[at] ?? -1)
  if (content.length < fewestMoved || alignment.to - alignment.from > 2 * piece.length) return false
  for (const { loose } of content) {
    const at = left.indexOf(corpus.numberOf(loose) ?? -2)
    if (at === -1) return false
    left.splice(at, 1)
  }
  return true
}

/**
 * Most words of the piece in the article's order, and words with content among them: four, or fewer when next to nothing
 * differs. Function words alone never make a match.
 */
function isClose({ words, content, matchedWords, matchedContent }: Alignment): boolean {
  const share = matchedWords / words
  if (share === 1 && matchedContent >= 2) return true
  if (matchedContent / content < 0.5 || share < 0.6) return false
  if (matchedContent >= 4) return true
  if (matchedContent === 3) return share >= 0.7
  return matchedContent === 2 && words >= 5 && share >= 0.75
}

/** A figure that few things have: four digits or more, and no year. */
const distinctive = /^(?!(?:19|20)\d\d$)\d{4,}(?:\.\d+)?$/
/** In so many words one such figure tells the place, in more of them two. */
const figureLimits = { wordsForOne: 4, wordsForTwo: 16 }

/** Whether the figures alone tell the place, as in a translation: "10,444 computers" for "10 444 ordinateurs". */
export function sharesFigures({ words, steps }: Alignment, piece: readonly Token[]): boolean {
  const figures = steps.filter(({ near, given }) => near && distinctive.test(piece[given ?? -1]?.loose ?? '')).length
  return figures > 0 && words <= (figures > 1 ? figureLimits.wordsForTwo : figureLimits.wordsForOne)
}

/** Stretches of articles where words of the piece stand about as far apart as in it. */
function windowsFor(piece: readonly Token[], corpus: VerifyCorpus): readonly TokenRange[] {
  const total = corpus.exact.length
  const votes = new Map<number, { weight: number; last: number; readonly place: number }>()
  const voting = piece.map((token, at) => ({ at, loose: token.loose, weight: weightOf(token) }))
  for (const { at, loose, weight } of voting) {
    if (weight < 2) continue
    const places = corpus.positions(loose)
    if (places.length > mostPlaces) continue
    const rarity = Math.log(1 + total / Math.max(1, places.length))
    for (const position of places) {
      const bucket = Math.floor((position - at) / bucketTokens)
      for (const near of [bucket, bucket + 1]) {
        const vote = votes.get(near)
        if (vote === undefined) votes.set(near, { weight: rarity, last: at, place: position })
        else if (vote.last !== at) {
          vote.weight += rarity
          vote.last = at
        }
      }
    }
  }
  const slack = Math.max(bucketTokens, Math.ceil(piece.length / 2))
  const best: [number, { readonly place: number }][] = []
  for (const vote of [...votes].sort(([, left], [, right]) => right.weight - left.weight)) {
    if (best.length === candidates) break
    // The windows of neighbours hold the same words.
    if (!best.some(([bucket]) => Math.abs(bucket - vote[0]) <= 1)) best.push(vote)
  }
  return best.flatMap(([bucket, { place }]) => {
    const text = corpus.textAt(place)
    const from = Math.max(text.from, (bucket - 1) * bucketTokens - slack)
    const to = Math.min(text.to, (bucket + 1) * bucketTokens + piece.length + slack)
    return from < to ? [{ from, to }] : []
  })
}
