/** "Is this quote real?": the verdict on a pasted text, whatever surrounds the quote. */

import { foldString } from '../figures/folded-text.ts'
import { seeThroughMarks } from '../text/source-marks.ts'
import type { Range } from '../types.ts'
import { articleSpeech } from './article-speech.ts'
import { countWords, isPureAttribution, isSpeech, readAttribution } from './attribution.ts'
import { givenFor } from './given-speaker.ts'
import { blankListNumbers, judgeLines } from './judge-lines.ts'
import { isShortQuotation, judgeExact, judgeNear } from './judge-piece.ts'
import { withNotes } from './notes.ts'
import { belongsToArticle, continuesExactly, isFoundElsewhere } from './pasted/framing.ts'
import { blankAddresses, findQuotations, joinBrokenWords } from './pasted/pasted-text.ts'
import { findUnshown, isPureLeadIn } from './pasted/shown-lead-in.ts'
import { guessLanguage } from './pasted/text-language.ts'
import { isEnough, notFound, type PieceVerdict, tokensOf } from './pieces.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { findExact } from './search/exact-search.ts'
import { beginsSentence, sliceOf } from './search/matches.ts'
import { checkSpeakers } from './speakers.ts'
import type { Token } from './tokens.ts'
import type { Verdict, Verification } from './types.ts'

/** Longer texts are refused by the command; UTF-16 units. */
export const verifyLimit = 10_000

const order: readonly Verdict[] = ['verbatim', 'stitched', 'altered', 'not-found']

type Judged = {
  readonly verdict: Verdict
  readonly parts: readonly PieceVerdict[]
  /** The person's own words before, between and after the quotes. */
  readonly outside: readonly string[]
  /** Words around the quotes that the article does not show. */
  readonly unshown?: string
}

/**
 * Looks for the words of a pasted text in all articles of the corpus. Quotation marks (also unbalanced), a lead-in, an
 * attribution, ellipses and addresses around the quote are allowed for; several quotes get the worst verdict and all
 * matches. Never throws, whatever the text holds.
 */
export function verifyText(text: string, corpus: VerifyCorpus): Verification {
  if (corpus.texts.length === 0)
    return { verdict: 'not-found', words: 'not-found', speaker: 'not-given', meaning: 'whole', notes: [], matches: [] }
  const readable = openBrackets(blankAddresses(seeThroughMarks(text).plain))
  // A break within a pasted sentence may have cut a word, or put a dash at the beginning of a line.
  const readings = [readable, joinBrokenWords(readable), readable.replace(/[\r\n]/g, ' '), blankListNumbers(readable)]
  let best: Judged = { verdict: 'not-found', parts: [], outside: [] }
  for (const reading of new Set(readings)) {
    const judged = judge(reading, corpus)
    if (best.parts.length === 0 || order.indexOf(judged.verdict) < order.indexOf(best.verdict)) best = judged
    if (best.verdict === 'verbatim') break
  }
  if (best.verdict === 'verbatim') best = withLeadIn(best, readable, corpus)
  const hidden = findHiddenWords(text)
  if (best.verdict === 'verbatim' && hidden !== undefined) best = { ...best, verdict: 'altered', unshown: hidden }
  const lines = best.verdict === 'verbatim' ? undefined : judgeLines(blankListNumbers(readable), corpus)
  return withNotes(lines === undefined ? best : { verdict: 'verbatim', parts: lines, outside: [] }, corpus, text)
}

/** Words that are pasted and yet not to be read so: struck out, behind a spoiler's bars, in a comment. */
const hiddenWords =
  /~~[^~\n]{0,300}\p{L}[^~\n]{0,300}~~|\|\|[^|\n]{0,300}\p{L}[^|\n]{0,300}\|\||<(?<tag>del|s|strike)(?=[\s>])[^<>]{0,100}>[^<]{0,300}\p{L}[^<]{0,300}<\/\k<tag>>|<!--(?:(?!-->)[\s\S]){0,300}\p{L}(?:(?!-->)[\s\S]){0,300}-->/iu

function findHiddenWords(text: string): string | undefined {
  return hiddenWords.exec(text)?.[0]
}

/** What a person writes around exact words counts too, once it says whose they are. */
function withLeadIn(judged: Judged, text: string, corpus: VerifyCorpus): Judged {
  const leadIn = judgeLeadIn(text, judged.outside, judged.parts, corpus)
  const unshown = leadIn?.unshown
  return unshown === undefined ? judged : { ...judged, verdict: 'altered', unshown }
}

/** "[T]he", as editors mark a changed first letter; the length stays. */
function openBrackets(text: string): string {
  return text.replace(/\[(\p{L})\](?=\p{L})/gu, '\u00ad$1\u00ad')
}

function judge(text: string, corpus: VerifyCorpus): Judged {
  const whole = { start: 0, end: text.length }
  const exact = judgeExact(text, whole, corpus)
  if (exact !== undefined && exact.matches.length > 0) return { verdict: exact.verdict, parts: [exact], outside: [] }
  const stripped = judgeStripped(text, whole, corpus)
  if (stripped !== undefined) return withOutside(text, stripped)
  const quotations = findQuotations(text).filter(
    (range) => isEnough(tokensOf(text, range)) || isQuoted(text, range, corpus),
  )
  const outside = outsideOf(text, quotations)
  const isAllQuoted = quotations.length === 1 && outside.every((range) => tokensOf(text, range).length === 0)
  if (quotations.length > 0 && !isAllQuoted) {
    const parts = quotations.map((range) => judgePiece(text, range, isOpen(text, range), corpus))
    const verdict = worst(parts)
    if (verdict === 'not-found') {
      // Between or behind quotations that are nowhere a sentence may still be an article's.
      const whole = judgeNear(text, { start: 0, end: text.length }, corpus)
      if (whole.partly === true) return { verdict: whole.verdict, parts: [whole], outside: [] }
    }
    const said = outside.map(({ start, end }) => text.slice(start, end))
    if (verdict !== 'verbatim') return { verdict, parts, outside: said }
    if (judgeLeadIn(text, said, parts, corpus)?.isPure === true || !isFramed(text, outside, parts, corpus))
      return { verdict, parts, outside: said }
    const framed = judgeNear(text, whole, corpus)
    if (framed.verdict !== 'not-found') return { verdict: framed.verdict, parts: [framed], outside: [] }
    // Nothing is close to the whole: the quotation stands so, the words around it do not.
    return { verdict: 'altered', parts, outside: said }
  }
  const inner = isAllQuoted ? (quotations[0] ?? whole) : whole
  return withOutside(text, judgePiece(text, inner, true, corpus))
}

/** A short quotation that an article has in quotation marks too. */
function isQuoted(text: string, range: Range, corpus: VerifyCorpus): boolean {
  const tokens = tokensOf(text, range)
  return findExact(tokens, corpus).some((place) => isShortQuotation(tokens, place, corpus))
}

function withOutside(text: string, piece: PieceVerdict): Judged {
  const first = piece.places.length === 0 ? '' : (piece.matches[0]?.given ?? '')
  const last = piece.matches.at(-1)?.given ?? ''
  const start = first === '' ? -1 : text.indexOf(first)
  const outside = start === -1 ? [] : [text.slice(0, start), text.slice(text.lastIndexOf(last) + last.length)]
  return { verdict: piece.verdict, parts: [piece], outside }
}

function worst(parts: readonly PieceVerdict[]): Verdict {
  return order[Math.max(...parts.map(({ verdict }) => order.indexOf(verdict)))] ?? 'not-found'
}

function outsideOf(text: string, inside: readonly Range[]): readonly Range[] {
  const starts = [0, ...inside.map(({ end }) => end)]
  const ends = [...inside.map(({ start }) => start), text.length]
  return starts.map((start, at) => ({ start, end: ends[at] ?? text.length }))
}

/** A quotation without its second mark: what follows or goes before may be no part of it. */
function isOpen(text: string, { start, end }: Range): boolean {
  return end === text.length || start === 0
}

/** Whether the words outside verbatim quotations are the article's too, so that all must be checked together. */
function isFramed(
  text: string,
  outside: readonly Range[],
  parts: readonly PieceVerdict[],
  corpus: VerifyCorpus,
): boolean {
  return outside.some((range, at) => {
    const tokens = tokensOf(text, range)
    const before = parts[at - 1]
    const after = parts[at]
    if (tokens.length === 0) return false
    const continues = (part: PieceVerdict | undefined, side: 'before' | 'after') =>
      part?.places.some((place) => continuesExactly(tokens, side, place, corpus)) === true
    if (continues(before, 'after') || continues(after, 'before')) return false
    if (isFoundElsewhere(text, range, corpus)) return true
    // Between two quotations a word or two only join them, unless they are the article's own, altered.
    if (before !== undefined && after !== undefined && tokens.length <= 3)
      return altersBetween(tokens, before, after, corpus)
    const belongs = (part: PieceVerdict | undefined, side: 'before' | 'after') =>
      part?.places.every((place) => belongsToArticle(text, range, side, place, corpus, true)) === true
    if (before !== undefined && after !== undefined) return belongs(before, 'after') || belongs(after, 'before')
    return belongs(before, 'after') || belongs(after, 'before')
  })
}

/**
 * The words around quotes that name their speaker: `isPure` where they do nothing else, `unshown` what else
 * they say and the article does not. Undefined where they name nobody.
 */
function judgeLeadIn(
  text: string,
  outside: readonly string[],
  parts: readonly PieceVerdict[],
  corpus: VerifyCorpus,
): { readonly isPure: boolean; readonly unshown?: string } | undefined {
  const language = guessLanguage(text)
  let unshown: string | undefined
  let isNamed = false
  let isPure = true
  for (const [at, part] of parts.entries()) {
    const beside = [outside[at] ?? '', outside[at + 1] ?? ''] as const
    const given = givenFor(text, part.matches[0]?.given ?? '', beside, language)
    if (given === undefined || !given.isSure) continue
    // Between two quotes the words of the one end where those of the other begin.
    const own = parts.length === 1 ? outside : [lastSentence(beside[0]), firstSentence(beside[1])]
    isNamed = true
    isPure &&= part.places.some((place) => isPureLeadIn(own, given, place, corpus, language))
    const missing = part.places.map((place) => findUnshown(own, given, place, corpus, language))
    if (missing.every((words) => words !== undefined)) unshown ??= missing[0]
  }
  if (!isNamed) return undefined
  return { isPure, ...(unshown !== undefined && { unshown }) }
}

/** Tokens between two quotations of an article that the words between two pasted ones may be. */
const between = 8

/** Whether the words between two quotations share some with those that the article has between them. */
function altersBetween(
  outside: readonly Token[],
  before: PieceVerdict,
  after: PieceVerdict,
  corpus: VerifyCorpus,
): boolean {
  return before.places.some(({ to }) =>
    after.places.some(({ from }) => {
      if (from < to || from - to > between || corpus.textAt(from) !== corpus.textAt(to)) return false
      const there = corpus.loose.subarray(to, from)
      return outside.some(({ kind, loose }) => kind !== 'mark' && there.includes(corpus.numberOf(loose) ?? -2))
    }),
  )
}

/** A piece as it is, without what says whose it is, or with its differences. */
function judgePiece(text: string, range: Range, mayStrip: boolean, corpus: VerifyCorpus): PieceVerdict {
  const exact = judgeExact(text, range, corpus)
  if (exact !== undefined && exact.matches.length > 0) return exact
  const inserted = withoutInsertion(text, range)
  for (const variant of inserted) {
    const found = judgeExact(variant, range, corpus)
    if (found?.verdict === 'verbatim') return found
  }
  const stripped = mayStrip ? judgeStripped(text, range, corpus) : undefined
  if (stripped !== undefined) return stripped
  const readings = mayStrip ? readingsOf(text, range) : []
  let best = judgeNear(text, range, corpus)
  for (const { body, lead, joined } of readings) {
    if (joined) continue
    // A name and a colon alone may be the article's label, altered: only words of saying are set aside.
    if (lead.end > lead.start && !isSpeech(text.slice(lead.start, lead.end))) continue
    if (judgeExact(text, body, corpus) !== undefined) continue
    const found = judgeNear(text, body, corpus)
    if (found.share > best.share + 0.05) best = found
  }
  if (best.matches.length > 0) return best
  return exact?.tooShort === true ? { ...notFound, tooShort: true } : best
}

/** Verbatim without the words before or after that say whose it is; undefined when no reading is. */
function judgeStripped(text: string, range: Range, corpus: VerifyCorpus): PieceVerdict | undefined {
  for (const { lead, body, trail, joined } of readingsOf(text, range)) {
    const found = judgeExact(text, body, corpus)
    if (found === undefined || found.verdict !== 'verbatim' || countWords(text.slice(body.start, body.end)) < 4)
      continue
    const own = found.places.filter(
      (place) =>
        // Within a sentence of the article "X said that" may stand for the article's own words.
        (joined && givesToSpeaker(text, lead, trail, place, corpus)) ||
        ((!joined || beginsSentence(corpus.textAt(place.from), sliceOf(place, corpus))) &&
          !belongsToArticle(text, lead, 'before', place, corpus, false) &&
          !belongsToArticle(text, trail, 'after', place, corpus, false)),
    )
    if (own.length === found.places.length) return found
    if (own.length > 0) {
      const ids = own.map(({ from }) => corpus.textAt(from).article.id)
      return { ...found, places: own, matches: found.matches.filter(({ article }) => ids.includes(article.id)) }
    }
  }
  return undefined
}

/** Whether the words around name the one who speaks by the article, at the beginning of what they say there. */
function givesToSpeaker(text: string, lead: Range, trail: Range, place: TokenRange, corpus: VerifyCorpus): boolean {
  const slice = sliceOf(place, corpus)
  const speech = articleSpeech(corpus.textAt(place.from)).speechAt(slice)
  if (speech === undefined || !speech.isSure || Math.abs(speech.range.start - slice.start) > 3) return false
  const language = guessLanguage(text)
  const beside = [text.slice(lead.start, lead.end), text.slice(trail.start, trail.end)] as const
  const given = givenFor('', '', beside, language)
  if (given === undefined || !given.isSure) return false
  if (!isPureLeadIn(beside, given, place, corpus, language)) return false
  return checkSpeakers(given, [place], corpus, language).speaker === 'right'
}

function readingsOf(text: string, range: Range) {
  return readAttribution(text.slice(range.start, range.end))
    .slice(1)
    .map(({ lead, body, trail, joined }) => {
      const start = range.start + lead.length
      const end = start + body.length
      return {
        lead: { start: range.start, end: start },
        body: { start, end },
        trail: { start: end, end: end + trail.length },
        joined,
      }
    })
}

const insertion = /,\s(?=[^,]{2,60},)([^,]{2,60}),\s?/gu

/** "Nous ne pouvons pas, a-t-il déclaré, faire cela": with the words of saying blanked, with and without a comma. */
function withoutInsertion(text: string, range: Range): readonly string[] {
  for (const match of text.slice(range.start, range.end).matchAll(insertion)) {
    if (!isPureAttribution(foldString(match[1] ?? ''))) continue
    const start = range.start + match.index
    // At the end it is an attribution, not an insertion.
    if (countWords(text.slice(start + match[0].length, range.end)) < 2) continue
    const blank = ' '.repeat(match[0].length)
    return ['', ','].map(
      (mark) => text.slice(0, start) + mark + blank.slice(mark.length) + text.slice(start + blank.length),
    )
  }
  return []
}

function firstSentence(words: string): string {
  return /^[\s"”»’.,!?…]*[^\n.!?]*/u.exec(words)?.[0] ?? ''
}

function lastSentence(words: string): string {
  return /[^\n.!?]*$/u.exec(words)?.[0] ?? ''
}
