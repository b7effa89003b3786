/** Finds whether a piece is put together from several places. */

import type { Token } from '../tokens.ts'
import { type TokenRange, type VerifyCorpus, weightOf } from './corpus.ts'
import { formsOfPiece, isJoined, isSameToken } from './exact-search.ts'

/** A run of exact words: `at` is its place in the piece. */
export type Run = TokenRange & { readonly at: number }

export type Stitched = { readonly runs: readonly Run[]; readonly share: number }

const fewestWords = 3
const leastShare = 0.85
/** Two runs that stand so near in order are one place with words left out: altered, not stitched. */
const nearTokens = 12
const mostPlaces = 20_000

/** Runs of different places that together make the piece up; undefined when they do not. */
export function findStitched(piece: readonly Token[], corpus: VerifyCorpus): Stitched | undefined {
  const runs = withoutInsertions(runsOf(piece, corpus))
  const weights = piece.map(weightOf)
  const words = weights.filter((weight) => weight > 0).length
  const covered = runs.reduce((sum, run) => sum + wordsWithin(weights, run), 0)
  const share = covered / words
  if (share < leastShare) return undefined
  const parted = runs.some((run, position) => {
    const next = runs[position + 1]
    return next !== undefined && !isNear(run, next, corpus)
  })
  return parted ? { runs, share } : undefined
}

function isNear(run: Run, next: Run, corpus: VerifyCorpus): boolean {
  const gap = next.from - run.to
  return gap >= 0 && gap <= nearTokens && corpus.textAt(run.from) === corpus.textAt(next.from)
}

/** A few words from elsewhere in the middle of one place are a replacement: they are left out. */
function withoutInsertions(runs: readonly Run[]): readonly Run[] {
  return runs.filter((_, position) => {
    const before = runs[position - 1]
    const after = runs[position + 1]
    if (before === undefined || after === undefined) return true
    const gap = after.from - before.to
    return gap < 0 || gap > nearTokens
  })
}

function wordsWithin(weights: readonly number[], run: Run): number {
  return weights.slice(run.at, run.at + run.to - run.from).filter((weight) => weight > 0).length
}

/** The longest exact run around each word with content, from left to right, not overlapping. */
function runsOf(piece: readonly Token[], corpus: VerifyCorpus): readonly Run[] {
  const forms = formsOfPiece(piece, corpus)
  const weights = piece.map(weightOf)
  const runs: Run[] = []
  let done = 0
  for (let at = 0; at < piece.length; at += 1) {
    if (weights[at] !== 2 || at < done) continue
    const places = corpus.positions(piece[at]?.loose ?? '')
    if (places.length > mostPlaces) continue
    let best: Run | undefined
    for (const position of places) {
      const { unaccented, from: first, to: end } = corpus.textAt(position)
      const same = (offset: number) =>
        position + offset >= first &&
        position + offset < end &&
        isSameToken(forms, at + offset, position + offset, unaccented, corpus)
      if (!same(0)) continue
      let left = 0
      const joined = (offset: number) => isJoined(piece, at + offset, position + offset, corpus)
      while (at + left - 1 >= done && joined(left) && same(left - 1)) left -= 1
      let right = 1
      while (at + right < piece.length && joined(right) && same(right)) right += 1
      const run = { at: at + left, from: position + left, to: position + right }
      const follows = run.from - (runs.at(-1)?.to ?? Number.NEGATIVE_INFINITY)
      const isLonger = best === undefined || run.to - run.from > best.to - best.from
      const isNearer =
        best !== undefined && run.to - run.from === best.to - best.from && follows >= 0 && follows <= nearTokens
      if (isLonger || isNearer) best = run
    }
    if (best === undefined || wordsWithin(weights, best) < fewestWords) continue
    runs.push(best)
    done = best.at + best.to - best.from
  }
  return runs
}
