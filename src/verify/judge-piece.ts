/** The verdict on one piece: words that are said to stand so in an article. */
import type { Range } from '../types.ts'
import { type Alignment, differencesOf } from './align.ts'
import { findHedges } from './locks/hedges.ts'
import { findCutFigures } from './pasted/cut-figures.ts'
import { splitAtEllipses } from './pasted/pasted-text.ts'
import { type TokenRange, type VerifyCorpus, weightOf } from './search/corpus.ts'
import { findExact } from './search/exact-search.ts'
import { isWholeSentence, sliceOf, toMatch } from './search/matches.ts'
import { findNear, sharesFigures } from './search/near-search.ts'
import { findStitched } from './search/stitched-search.ts'
import { type Token, tokenize, trimMarks } from './tokens.ts'
import type { Match, Verdict } from './types.ts'

export type PieceVerdict = {
  readonly verdict: Verdict
  readonly matches: readonly Match[]
  /** Where a verbatim piece stands. */
  readonly places: readonly TokenRange[]
  /** The share of the piece's words that stand in the article, 0 to 1. */
  readonly share: number
  readonly tooShort?: true
  /** The places are those of parts with ellipses between them, in order. */
  readonly parted?: true
  /** Only the figures tell the place. */
  readonly figuresOnly?: true
}

export const notFound: PieceVerdict = { verdict: 'not-found', matches: [], places: [], share: 0 }

/** The same sentence may stand in several articles. */
const mostMatches = 5

/** The tokens of a stretch of the pasted text, offsets as in the whole, without the marks at its ends. */
export function tokensOf(text: string, { start, end }: Range): readonly Token[] {
  const tokens = tokenize(text.slice(start, end))
  return trimMarks(
    start === 0 ? tokens : tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start })),
  )
}

/** Five words, three with content among them, or two with a figure: less is no evidence of anything. */
export function isEnough(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word')
  if (words.length >= 5) return true
  if (words.length >= 3) return words.some((word) => weightOf(word) === 2)
  return words.length === 2 && words.some(({ loose }) => /\d/.test(loose))
}

function givenOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
}

/** Verbatim, or altered by a figure cut short or a negation left out; undefined when the words stand nowhere so. */
export function judgeExact(text: string, range: Range, corpus: VerifyCorpus): PieceVerdict | undefined {
  const tokens = tokensOf(text, range)
  const places = findExact(tokens, corpus)
  if (places.length > 0) {
    const enough = places.filter(
      (place) => isEnough(tokens) || isWholeSentence(corpus.textAt(place.from), sliceOf(place, corpus)),
    )
    if (enough.length === 0) return { ...notFound, tooShort: true }
    return judgePlaces(enough, givenOf(text, tokens), corpus)
  }
  const parts = splitAtEllipses(text.slice(range.start, range.end)).map(({ start, end }) =>
    tokensOf(text, { start: start + range.start, end: end + range.start }),
  )
  return parts.length < 2 ? undefined : judgeParted(text, parts, corpus)
}

function judgePlaces(places: readonly TokenRange[], given: string, corpus: VerifyCorpus): PieceVerdict {
  const judged = places.slice(0, 50).map((place) => {
    const { article } = corpus.textAt(place.from)
    const slice = sliceOf(place, corpus)
    return { place, slice, text: article.text, cut: findCutFigures(article.text, slice, article.language) }
  })
  const whole = judged.filter(({ cut }) => cut.length === 0)
  if (whole.length > 0) {
    const matches = whole.slice(0, mostMatches).map(({ place }) => toMatch(place, given, [], corpus))
    return { verdict: 'verbatim', matches, places: whole.map(({ place }) => place), share: 1 }
  }
  const matches = judged.slice(0, mostMatches).map(({ place, slice, text, cut }) => {
    const start = Math.min(slice.start, ...cut.map((figure) => figure.start))
    const end = Math.max(slice.end, ...cut.map((figure) => figure.end))
    const differences = [
      { start, end: slice.start },
      { start: slice.end, end },
    ]
      .filter((at) => at.end > at.start)
      .map((at) => ({ kind: 'missing' as const, given: '', original: text.slice(at.start, at.end).trim(), at }))
    return toMatch(place, given, differences, corpus, { start, end })
  })
  return { verdict: 'altered', matches, places: [], share: 1 }
}

/** Parts with ellipses between them: in order within one article they are verbatim, else stitched. */
function judgeParted(
  text: string,
  parts: readonly (readonly Token[])[],
  corpus: VerifyCorpus,
): PieceVerdict | undefined {
  if (!parts.some(isEnough)) return undefined
  const found = parts.map((part) => findExact(part, corpus))
  if (found.some((places) => places.length === 0)) return undefined
  const chain = nearestChain(found, corpus)
  const places = chain ?? found.flatMap((candidates) => candidates[0] ?? [])
  const cuts = places.map((place, at) => judgePlaces([place], givenOf(text, parts[at] ?? []), corpus))
  const dropped = chain === undefined ? [] : droppedNegations(chain, corpus)
  const matches = cuts.flatMap((cut) => cut.matches)
  if (cuts.some(({ verdict }) => verdict === 'altered')) return { verdict: 'altered', matches, places: [], share: 1 }
  if (dropped.length > 0) {
    const [first] = matches
    const marked = first === undefined ? [] : [{ ...first, differences: dropped }, ...matches.slice(1)]
    return { verdict: 'altered', matches: marked, places: [], share: 1 }
  }
  if (chain === undefined) return { verdict: 'stitched', matches, places: [], share: 1 }
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

/** An ellipsis for a word or three must not swallow the negation between its neighbours. UTF-16 units. */
const shortOmission = 28

function droppedNegations(chain: readonly TokenRange[], corpus: VerifyCorpus) {
  return chain.slice(1).flatMap((next, at) => {
    const before = chain[at]
    if (before === undefined) return []
    const { article } = corpus.textAt(next.from)
    const range = { start: sliceOf(before, corpus).end, end: sliceOf(next, corpus).start }
    const omitted = article.text.slice(range.start, range.end)
    if (omitted.length > shortOmission) return []
    const negated = findHedges(omitted, article.language).some(({ kind }) => kind === 'negation')
    return negated ? [{ kind: 'missing' as const, given: '', original: omitted.trim(), at: range }] : []
  })
}

/** How much more of a piece its parts must explain than its closest place, before it is called stitched. */
const stitchedLead = 0.1

/** Altered, stitched or not found, for words that stand nowhere exactly so. */
export function judgeNear(text: string, range: Range, corpus: VerifyCorpus): PieceVerdict {
  const parts = splitAtEllipses(text.slice(range.start, range.end))
  if (parts.length > 1 && parts.length < 9) {
    const judged = parts.map(({ start, end }) => {
      const part = { start: start + range.start, end: end + range.start }
      return judgeExact(text, part, corpus) ?? judgeContiguous(text, part, corpus)
    })
    const found = judged.filter(({ matches }) => matches.length > 0)
    const share = judged.reduce((sum, part) => sum + part.share, 0) / judged.length
    if (found.length > 0 && share >= 0.6) {
      const matches = judged.flatMap((part) => part.matches)
      const stitched =
        found.length === judged.length &&
        judged.every(({ verdict }) => verdict === 'stitched' || verdict === 'verbatim')
      return { verdict: stitched ? 'stitched' : 'altered', matches, places: [], share }
    }
  }
  return judgeContiguous(text, range, corpus)
}

function judgeContiguous(text: string, range: Range, corpus: VerifyCorpus): PieceVerdict {
  const tokens = tokensOf(text, range)
  if (!isEnough(tokens)) return { ...notFound, ...(tokens.length > 0 && { tooShort: true as const }) }
  const near = findNear(tokens, corpus)
  const glued = near === undefined ? [] : gluedParts(near, corpus)
  if (glued.length > 1) {
    const matches = glued.map((part) => toMatch(part, sliceText(part, corpus), [], corpus))
    return { verdict: 'stitched', matches, places: [], share: 1 }
  }
  const nearShare = near === undefined ? 0 : near.matchedWords / near.words
  const stitched = nearShare > 0.97 ? undefined : findStitched(tokens, corpus)
  if (stitched !== undefined && stitched.share > nearShare + stitchedLead) {
    const matches = stitched.runs.map((run) => {
      const words = tokens.slice(run.at, run.at + run.to - run.from)
      return toMatch(run, givenOf(text, words), [], corpus)
    })
    return { verdict: 'stitched', matches, places: [], share: stitched.share }
  }
  if (near === undefined) return notFound
  const differences = differencesOf(near, tokens, text, corpus)
  return {
    verdict: 'altered',
    matches: [toMatch(near, givenOf(text, tokens), differences, corpus)],
    places: [],
    share: nearShare,
    ...(nearShare < 0.6 && sharesFigures(near, tokens) && { figuresOnly: true as const }),
  }
}

/** A heading and the words under it run together: all words are there, and yet no sentence of the article. */
function gluedParts(near: Alignment, corpus: VerifyCorpus): readonly TokenRange[] {
  if (near.steps.some(({ same }) => !same)) return []
  const cuts = Array.from({ length: near.to - near.from - 1 }, (_, at) => near.from + at + 1)
  const starts = [near.from, ...cuts.filter((position) => corpus.apart[position] === 1)]
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? near.to }))
}

function sliceText(place: TokenRange, corpus: VerifyCorpus): string {
  const { start, end } = sliceOf(place, corpus)
  return corpus.textAt(place.from).article.text.slice(start, end)
}
