/**
 * Whether a slice of an article leaves out what turns its meaning: a negation, a condition, a concession, a doubt, a denial,
 * a question, who only claims it, the other half of a contrast. Guards the quotes of others and our own.
 */
import { foldString } from '../../figures/folded-text.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { Range } from '../../types.ts'
import { findHedges } from '../../verify/locks/hedges.ts'
import type { ArticleSpeech } from '../read-speech.ts'
import type { Speech } from '../types.ts'
import { turnAfter } from './turn-after.ts'
import { turnBefore } from './turn-before.ts'
import { irony, label, takesBack } from './turning-words.ts'

/** `sentence`: all that must be shown with the slice; `leftOut`: the words in it, outside the slice, that turn it. */
export type MeaningCut = { readonly sentence: Range; readonly leftOut: readonly Range[] }

export type CutOptions = {
  /** Whoever quotes says whose words they are, and rightly so: an attribution is not left out. */
  readonly isAttributed: boolean
  /** The question mark at the end is kept. */
  readonly keepsQuestion: boolean
}

/** @param slice UTF-16 offsets in the article's text. @returns undefined when the slice may stand alone. */
export function findMeaningCut(article: ArticleSpeech, slice: Range, options: CutOptions): MeaningCut | undefined {
  const speech = article.speechAt(slice)
  const quoted = speech?.form === 'exact' && holds(speech.range, slice) ? speech : undefined
  const sentence = sentenceAround(article, slice, quoted)
  if (sentence === undefined) return undefined
  const { text, language } = article
  const before = text.slice(sentence.start, slice.start)
  const after = text.slice(slice.end, sentence.end)
  const words = text.slice(slice.start, slice.end)
  const found = [
    ...turnBefore(before, words, language, options.isAttributed).map(shift(sentence.start)),
    ...turnAfter(after, words, options.isAttributed).map(shift(slice.end)),
    ...questionLeft(text, sentence, slice, options.keepsQuestion),
    ...(quoted === undefined ? reportedLeft(article, slice, speech, options) : leadInLeft(article, quoted, options)),
    ...aroundSentence(article, sentence, quoted === undefined),
  ]
  if (found.length === 0) return undefined
  const leftOut = withoutOverlaps(found)
  const start = Math.min(sentence.start, ...leftOut.map((range) => range.start))
  const end = Math.max(sentence.end, ...leftOut.map((range) => range.end))
  return { sentence: { start, end }, leftOut }
}

function holds(outer: Range, inner: Range): boolean {
  return inner.start >= outer.start - 2 && inner.end <= outer.end + 2
}

function shift(by: number) {
  return ({ start, end }: Range): Range => ({ start: start + by, end: end + by })
}

/** The sentences that the slice touches; within a quotation those of the quotation. */
function sentenceAround({ text, sentences, language }: ArticleSpeech, slice: Range, quoted: Speech | undefined) {
  const list =
    quoted === undefined
      ? sentences
      : splitSentences(text.slice(quoted.range.start, quoted.range.end), language).map(shift(quoted.range.start))
  const touched = list.filter(({ start, end }) => start < slice.end && slice.start < end)
  const [first] = touched
  const last = touched.at(-1)
  if (first === undefined || last === undefined) return undefined
  return { start: Math.min(first.start, slice.start), end: Math.max(last.end, slice.end) }
}

function questionLeft(text: string, sentence: Range, slice: Range, isKept: boolean): readonly Range[] {
  if (isKept || text.slice(slice.start, slice.end).includes('?')) return []
  const mark = /\?["”»’'\s)]*$/u.exec(text.slice(sentence.start, sentence.end))
  if (mark === null) return []
  const start = sentence.start + mark.index
  return start >= slice.end ? [{ start, end: start + 1 }] : []
}

/** Words that are somebody's only by report: whose they are is a part of them, unless the article vouches for it itself. */
function reportedLeft(
  { text, language }: ArticleSpeech,
  slice: Range,
  speech: Speech | undefined,
  { isAttributed }: CutOptions,
): readonly Range[] {
  if (speech?.form !== 'reported' || speech.leadIn === undefined || holds(slice, speech.leadIn)) return []
  const { leadIn, hedge } = speech
  if (slice.start < leadIn.end && leadIn.start < slice.end) return []
  const words = foldString(text.slice(leadIn.start, leadIn.end))
  const isStrong = hedge !== undefined && hedge !== 'alleged'
  if (isStrong) return [leadIn]
  if (isAttributed) return []
  const vouches =
    /(?<!\p{L})(?:announc|confirm|reveal|show|admit|acknowledg|disclos|annonc|revel|montr|reconn|precis|indiqu|rappel)/u
  const isNegated = findHedges(text.slice(leadIn.start, leadIn.end), language).some(({ kind }) => kind === 'negation')
  return vouches.test(words) && !isNegated ? [] : [leadIn]
}

/** "“The city is bankrupt,” the mayor joked": irony and denial are said of the quotation, wherever it is repeated. */
function leadInLeft(
  { text }: ArticleSpeech,
  { leadIn, hedge }: Speech,
  { isAttributed }: CutOptions,
): readonly Range[] {
  if (leadIn === undefined) return []
  if (hedge === 'joke') return isAttributed ? [] : [leadIn]
  if (hedge === 'denied' || hedge === 'doubted') {
    // "Pillai denied that he was “a cheat”", but "“No,” he denied" is his own word.
    return /(?<!\p{L})(?:that|que|qu['’]|being|having|d['’]|de)\s*["“«]?\s*$/iu.test(
      text.slice(leadIn.start, leadIn.end),
    )
      ? [leadIn]
      : []
  }
  return []
}

/** A label before it ("Myth:"), a frame of fiction, a short sentence behind that takes it back. */
function aroundSentence({ text, sentences }: ArticleSpeech, sentence: Range, isPlain: boolean): readonly Range[] {
  const found: Range[] = []
  const at = sentences.findIndex(({ start, end }) => start <= sentence.start && sentence.start < end)
  const [before, next] = [sentences[at - 1], sentences.find(({ start }) => start >= sentence.end)]
  if (before !== undefined) {
    const words = text.slice(before.start, before.end)
    if (label.test(foldString(words)) || (/:\s*$/u.test(words) && irony.test(foldString(words)))) found.push(before)
  }
  if (isPlain && next !== undefined && takesBack.test(foldString(text.slice(next.start, next.end)))) found.push(next)
  return found
}

function withoutOverlaps(ranges: readonly Range[]): readonly Range[] {
  const kept: Range[] = []
  for (const range of ranges.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    const last = kept.at(-1)
    if (last === undefined || range.start >= last.end) kept.push(range)
  }
  return kept
}
