/** Places in the row of tokens as they are reported: slices of articles, with their passage. */
import { foldString } from '../../figures/folded-text.ts'
import { correctionsBeside } from '../../reading/corrections.ts'
import { blankMarks } from '../../text/source-marks.ts'
import type { Passage, Range } from '../../types.ts'
import { widenSlice } from '../locks/hedges.ts'
import type { Difference, Match } from '../types.ts'
import type { IndexedText, TokenRange, VerifyCorpus } from './corpus.ts'

/** UTF-16 offsets in the article of a stretch of tokens. */
export function sliceOf({ from, to }: TokenRange, corpus: VerifyCorpus): Range {
  return { start: corpus.starts[from] ?? 0, end: corpus.ends[to - 1] ?? 0 }
}

/** @param given the pasted words that were compared, as pasted. */
export function toMatch(
  place: TokenRange,
  given: string,
  differences: readonly Difference[],
  corpus: VerifyCorpus,
  slice = sliceOf(place, corpus),
): Match {
  const found = corpus.textAt(place.from)
  const { article } = found
  const passage = passageOf(found, slice)
  const widened = differences.length === 0 ? widen(found, slice) : undefined
  const corrections = correctionsBeside(article, slice)
  const { version: _version, text, skip: _skip, sha256: _sha256, ...facts } = article
  return {
    passageId: passage?.id ?? `${article.id}@${article.version}.1`,
    paragraph: passage?.ordinal ?? 1,
    article: facts,
    quote: text.slice(slice.start, slice.end),
    start: slice.start,
    end: slice.end,
    given: given.trim(),
    differences,
    cutOff: widened?.cutOff ?? [],
    ...(corrections.length > 0 && { corrections }),
    ...(widened?.sentence !== undefined && { sentence: widened.sentence }),
  }
}

/** The passage with most of the slice; a heading belongs to what follows it. */
function passageOf({ passages }: IndexedText, slice: Range): Passage | undefined {
  let best: Passage | undefined
  let most = 0
  for (const passage of passages) {
    const shared = Math.min(passage.end, slice.end) - Math.max(passage.start, slice.start)
    if (shared > most) {
      best = passage
      most = shared
    }
  }
  return best ?? passages.find(({ start }) => start >= slice.end) ?? passages.at(-1)
}

/** Far enough to hold a long sentence on both sides. UTF-16 units. */
const around = 700

function widen({ article }: IndexedText, slice: Range) {
  const from = Math.max(0, slice.start - around)
  // Blanked, not taken out: offsets stay.
  const text = blankMarks(article.text.slice(from, slice.end + around))
  const inside = { start: slice.start - from, end: slice.end - from }
  const { cutOff, sentence } = widenSlice(text, inside, article.language)
  if (cutOff.length === 0) return { cutOff }
  const range = { start: sentence.start + from, end: sentence.end + from }
  const distinct = cutOff.filter(
    (word, at) => cutOff.findIndex((other) => foldString(other) === foldString(word)) === at,
  )
  return { cutOff: distinct, sentence: { ...range, quote: article.text.slice(range.start, range.end) } }
}

/** Whether a slice begins where a sentence or a line does, quotation marks and bullets aside. */
export function beginsSentence({ article: { text } }: IndexedText, { start }: Range): boolean {
  return /(?:^|[.!?…\n\r:]["”»)]*)[\s"“«(•*–-]*$/u.test(text.slice(Math.max(0, start - 12), start))
}

/** Whether a slice is all there is between two full stops or on its line: an exact short sentence proves itself. */
export function isWholeSentence(indexed: IndexedText, slice: Range): boolean {
  return (
    beginsSentence(indexed, slice) &&
    /^["”»)\s]*(?:[.!?…\n\r]|$)/u.test(indexed.article.text.slice(slice.end, slice.end + 8))
  )
}

/** Whether a slice is all that stands between two quotation marks: its speaker vouches for it, however short it is. */
export function isWholeQuotation({ article: { text } }: IndexedText, { start, end }: Range): boolean {
  return (
    /["“«]\s*$/u.test(text.slice(Math.max(0, start - 3), start)) && /^[.,!?…]?\s*["”»]/u.test(text.slice(end, end + 4))
  )
}
