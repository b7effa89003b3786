/**
 * Words around a quote are the person's own ("Sar Sokha said:") or the article's, taken along and perhaps altered
 * ("the minister denied that “…”"). The second kind must be checked with the quote.
 */
import { findNumbers, isQuantity } from '../../figures/numbers.ts'
import type { Language, Range } from '../../types.ts'
import { isLeadIn, isSpeech, isTrailingAttribution } from '../attribution.ts'
import { tokensOf } from '../pieces.ts'
import type { TokenRange, VerifyCorpus } from '../search/corpus.ts'
import { formsOfPiece, isSameToken } from '../search/exact-search.ts'
import { sliceOf } from '../search/matches.ts'
import { findNear } from '../search/near-search.ts'
import type { Token } from '../tokens.ts'
import { keepsSpeech, namesSpeaker, runsInto, type Side, sentenceBeside } from './own-attribution.ts'

const quotationMark = /["“”„«»‹›″‘’']/u

/** Whether the article itself has a quotation mark at either end of the place. */
function isQuotedThere(place: TokenRange, corpus: VerifyCorpus): boolean {
  const { text } = corpus.textAt(place.from).article
  const { start, end } = sliceOf(place, corpus)
  const before = text
    .slice(Math.max(0, start - 2), start)
    .trimEnd()
    .slice(-1)
  const after = text
    .slice(end, end + 3)
    .replace(/^[\s.,;!?…]+/u, '')
    .charAt(0)
  return quotationMark.test(before) || quotationMark.test(after)
}

/** Fewer words than this, or a smaller share of them in the article's order, are the person's own. */
const limits = { words: 4, wordsAroundOwnMarks: 6, share: 0.6 }

/** Whether the words beside a verbatim quote are the article's own words beside that place, altered. */
function isAlteredNeighbour(
  outside: readonly Token[],
  side: Side,
  place: TokenRange,
  corpus: VerifyCorpus,
  fewestWords: number,
): boolean {
  // "He said: the member for X denounces …": what stands after the last colon goes with the quote.
  const colon = side === 'before' ? outside.slice(0, -1).findLastIndex(({ exact }) => exact === ':') : -1
  const words = outside.slice(colon + 1).filter(({ kind }) => kind !== 'mark')
  const { from, to } = sentenceBeside(side, place, outside.length + 4, corpus)
  const there = Array.from({ length: to - from }, (_, at) => from + at).filter((at) => (corpus.weights[at] ?? 0) > 0)
  const numbers = words.map(({ loose }) => corpus.numberOf(loose) ?? -2)
  const shared = sharedInOrder(
    numbers,
    there.map((at) => corpus.loose[at] ?? -1),
  )
  if (words.length > 1 && shared === words.length) return side === 'after' || !keepsSpeech(outside, from, place, corpus)
  return words.length >= fewestWords && shared / words.length >= limits.share
}

/** Length of the longest common subsequence. */
function sharedInOrder(left: readonly number[], right: readonly number[]): number {
  let previous: readonly number[] = new Array<number>(right.length + 1).fill(0)
  for (const one of left) {
    const current = [0]
    for (const [at, other] of right.entries()) {
      current.push(one === other ? (previous[at] ?? 0) + 1 : Math.max(previous[at + 1] ?? 0, current[at] ?? 0))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}

/** A label ("Poipet:"), a dash or a bracket of the article's own at this end, where the person has another. */
function hasOwnMark(outside: string, side: Side, place: TokenRange, corpus: VerifyCorpus): boolean {
  if (side === 'before' && !/:\s*["“«„'‘]?\s*$/u.test(outside)) return false
  const number = side === 'before' ? corpus.exact[place.from - 1] : corpus.exact[place.to]
  const is = (mark: string) => number === corpus.numberOf(mark)
  const label = outside.split(/:\s/).findLast((part) => part.trim() !== '') ?? ''
  if (side === 'before') return is(':') && !isSpeech(label)
  return (is('-') && /^\s*[-–—]/u.test(outside)) || (is('(') && /^\s*[([]/u.test(outside))
}

/** Whether these are exactly the article's words beside the place: then nothing is altered. */
export function continuesExactly(
  outside: readonly Token[],
  side: Side,
  place: TokenRange,
  corpus: VerifyCorpus,
): boolean {
  const forms = formsOfPiece(outside, corpus)
  const { unaccented } = corpus.textAt(place.from)
  const isMark = (at: number) => corpus.exact[at] !== -1 && corpus.weights[at] === 0
  let from = side === 'before' ? place.from : place.to
  if (side === 'before') while (from > 0 && isMark(from - 1)) from -= 1
  else while (from < corpus.exact.length && isMark(from)) from += 1
  if (side === 'before') from -= outside.length
  return outside.every((_, at) => isSameToken(forms, at, from + at, unaccented, corpus))
}

/** ", a-t-il nié" where the article has ", a-t-il déclaré": its own attribution with other words. */
function altersAttribution(outside: readonly Token[], place: TokenRange, corpus: VerifyCorpus): boolean {
  const { from, to } = sentenceBeside('after', place, outside.length + 4, corpus)
  const numbers = outside.filter(({ kind }) => kind !== 'mark').map(({ loose }) => corpus.numberOf(loose) ?? -2)
  const others = [...corpus.loose.subarray(from, to)].filter((_, at) => (corpus.weights[from + at] ?? 0) > 0)
  return sharedInOrder(numbers, others) > 0
}

/** The word before the colon is the article's own there, and no verb of saying: the rest of the lead-in replaces its words. */
function endsAlike(outside: readonly Token[], place: TokenRange, corpus: VerifyCorpus): boolean {
  const last = outside.findLast(({ kind }) => kind !== 'mark')
  const { from } = sentenceBeside('before', place, 4, corpus)
  const there = [...corpus.loose.subarray(from, place.from)].filter((_, at) => (corpus.weights[from + at] ?? 0) > 0)
  if (last === undefined || isSpeech(last.exact) || corpus.numberOf(last.loose) !== there.at(-1)) return false
  return !keepsSpeech(outside, sentenceBeside('before', place, outside.length + 4, corpus).from, place, corpus)
}

/** Whether the words beside an unquoted or quoted piece must be checked with it. `outside` is a stretch of `text`. */
export function belongsToArticle(
  text: string,
  outside: Range,
  side: Side,
  place: TokenRange,
  corpus: VerifyCorpus,
  quoted: boolean,
): boolean {
  const words = text.slice(outside.start, outside.end)
  const tokens = tokensOf(text, outside)
  if (tokens.length === 0 || continuesExactly(tokens, side, place, corpus)) return false
  if (quoted && side === 'after' && namesSpeaker(words, tokens, place, corpus)) return false
  const own = quoted && !isQuotedThere(place, corpus)
  if (isAlteredNeighbour(tokens, side, place, corpus, own ? limits.wordsAroundOwnMarks : limits.words)) return true
  if (side === 'before' && runsInto(tokens, place, corpus)) return true
  if (!own && side === 'after' && altersAttribution(tokens, place, corpus)) return true
  if (!quoted && side === 'before' && endsAlike(tokens, place, corpus)) return true
  if (!own && hasOwnMark(words, side, place, corpus)) return true
  if (quoted && !own) {
    if (side === 'after') return !isTrailingAttribution(words)
    return !isLeadIn(words) || countsThings(words, corpus.textAt(place.from).article.language)
  }
  return false
}

/** Whoever says whose a quote is counts nothing; a date is no count. */
function countsThings(words: string, language: Language): boolean {
  return findNumbers(words, language).some(
    (number) => isQuantity(number) && /^\d/.test(number.value) && /\d{2}/.test(number.text),
  )
}

const wordsToSearchFor = 8
/** No one takes so many words to say whose a quote is: they are searched for even with a verb of saying among them. */
const longestLeadIn = 12

/** Whether words outside the quotation marks stand, as they are or altered, anywhere in the articles. */
export function isFoundElsewhere(text: string, outside: Range, corpus: VerifyCorpus): boolean {
  const tokens = tokensOf(text, outside)
  const words = tokens.filter(({ kind }) => kind === 'word')
  const saysWhose = words.length < longestLeadIn && isSpeech(text.slice(outside.start, outside.end))
  if (words.length < wordsToSearchFor || saysWhose) return false
  return findNear(tokens, corpus) !== undefined
}
