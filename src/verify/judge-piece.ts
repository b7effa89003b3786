/** The verdict on one piece: words that are said to stand so in an article. */

import { splitSentences } from '../text/sentences.ts'
import type { Range } from '../types.ts'
import { type Alignment, differencesOf } from './align.ts'
import { judgeParted } from './judge-parted.ts'
import { judgePlaces } from './judge-places.ts'
import { splitAtEllipses } from './pasted/pasted-text.ts'
import { guessLanguage } from './pasted/text-language.ts'
import { givenOf, isEnough, notFound, type PieceVerdict, tokensOf } from './pieces.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { findExact } from './search/exact-search.ts'
import { isWholeQuotation, isWholeSentence, sliceOf, toMatch } from './search/matches.ts'
import { findNear, sharesFigures } from './search/near-search.ts'
import { findStitched } from './search/stitched-search.ts'
import type { Token } from './tokens.ts'

/** Verbatim, or altered by a figure cut short or a negation left out; undefined when the words stand nowhere so. */
export function judgeExact(text: string, range: Range, corpus: VerifyCorpus): PieceVerdict | undefined {
  const tokens = tokensOf(text, range)
  const places = findExact(tokens, corpus)
  if (places.length > 0) {
    const isWhole = (place: TokenRange) => isShortQuotation(tokens, place, corpus)
    const enough = places.filter(
      (place) =>
        isEnough(tokens) || isWholeSentence(corpus.textAt(place.from), sliceOf(place, corpus)) || isWhole(place),
    )
    if (enough.length === 0) return { ...notFound, tooShort: true }
    return judgePlaces(enough, givenOf(text, tokens), corpus)
  }
  const parts = splitAtEllipses(text.slice(range.start, range.end)).map(({ start, end }) =>
    tokensOf(text, { start: start + range.start, end: end + range.start }),
  )
  return parts.length < 2 ? undefined : judgeParted(text, parts, corpus)
}

/** Two words or more that an article quotes, and nothing beside them in its quotation marks. */
export function isShortQuotation(tokens: readonly Token[], place: TokenRange, corpus: VerifyCorpus): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word')
  return words.length >= 2 && isWholeQuotation(corpus.textAt(place.from), sliceOf(place, corpus))
}

/** In so few words a figure with what it counts is the article's in another writing; in more they are a translation. */
const figureAlone = 4

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
    const found = judged.filter(({ verdict }) => verdict !== 'not-found')
    const share = judged.reduce((sum, part) => sum + part.share, 0) / judged.length
    if (found.length > 0 && share >= 0.6) {
      const matches = found.flatMap((part) => part.matches)
      const stitched =
        found.length === judged.length &&
        judged.every(({ verdict }) => verdict === 'stitched' || verdict === 'verbatim')
      return { verdict: stitched ? 'stitched' : 'altered', matches, places: [], share }
    }
  }
  const whole = judgeContiguous(text, range, corpus)
  const bySentence = whole.share > closeEnough ? undefined : judgeSentences(text, range, corpus)
  return bySentence !== undefined && bySentence.share > whole.share + stitchedLead ? bySentence : whole
}

/** Above this share of its words in one place a piece is not taken apart. */
const closeEnough = 0.8
/** A shorter sentence proves too little to be shown for the whole. */
const fewestWords = 5
const mostSentences = 20

/** Several sentences of which some stand in articles and others nowhere: those that do are shown. */
function judgeSentences(text: string, { start, end }: Range, corpus: VerifyCorpus): PieceVerdict | undefined {
  const pasted = text.slice(start, end)
  const sentences = splitSentences(pasted, guessLanguage(pasted)).map((range) =>
    tokensOf(text, { start: range.start + start, end: range.end + start }),
  )
  if (sentences.length < 2 || sentences.length > mostSentences) return undefined
  const judged = sentences.map((tokens) => {
    const [first, last] = [tokens[0], tokens.at(-1)]
    if (first === undefined || last === undefined) return notFound
    const words = tokens.filter(({ kind }) => kind === 'word').length
    const exact = words < fewestWords ? undefined : judgeExact(text, { start: first.start, end: last.end }, corpus)
    return exact?.verdict === 'verbatim' ? exact : notFound
  })
  const found = judged.flatMap(({ matches }) => matches[0] ?? [])
  const [shown, ...others] = found
  if (shown === undefined) return undefined
  const added = sentences
    .filter((_, at) => judged[at]?.matches.length === 0)
    .map((tokens) => ({
      kind: 'added' as const,
      given: givenOf(text, tokens),
      original: '',
      at: { start: shown.start, end: shown.start },
    }))
    .filter(({ given }) => given !== '')
  const words = (tokens: readonly Token[]) => tokens.filter(({ kind }) => kind === 'word').length
  const all = sentences.reduce((sum, tokens) => sum + words(tokens), 0)
  const known = sentences.reduce((sum, tokens, at) => sum + (judged[at]?.matches.length === 0 ? 0 : words(tokens)), 0)
  const matches = [{ ...shown, differences: added }, ...others]
  return { verdict: 'altered', matches, places: [], share: known / all, partly: true }
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
  if (nearShare < 0.6 && near.words > figureAlone && sharesFigures(near, tokens)) {
    const match = toMatch(near, givenOf(text, tokens), [], corpus)
    return { ...notFound, matches: [match], share: nearShare, figuresOnly: true }
  }
  const differences = differencesOf(heard(near, tokens), tokens, text, corpus)
  return {
    verdict: 'altered',
    matches: [toMatch(near, givenOf(text, tokens), differences, corpus)],
    places: [],
    share: nearShare,
  }
}

/** Words all in capitals differ in their letters only where they are other words; where none is, in their case. */
function heard(near: Alignment, tokens: readonly Token[]): Alignment {
  const isShouted = tokens.every(({ exact }) => exact === exact.toUpperCase())
  if (!isShouted || near.steps.every(({ same, near }) => same || near)) return near
  return { ...near, steps: near.steps.map((step) => ({ ...step, same: step.same || step.near })) }
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
