/** Who says what in an article of the corpus, read once. */
import { namedBy } from '../speech/named-by.ts'
import { type ArticleSpeech, readSpeech } from '../speech/read-speech.ts'
import { splitSentences } from '../text/sentences.ts'
import { blankMarks } from '../text/source-marks.ts'
import type { Range } from '../types.ts'
import type { IndexedText, TokenRange, VerifyCorpus } from './search/corpus.ts'
import { sliceOf } from './search/matches.ts'

/** `paragraph`: a number that the sentences of one paragraph share. */
type ArticleSentence = Range & { readonly paragraph: number }

const speeches = new WeakMap<IndexedText, ArticleSpeech>()
const sentences = new WeakMap<IndexedText, readonly ArticleSentence[]>()

/** Offsets are those of the article's text. */
export function articleSpeech(indexed: IndexedText): ArticleSpeech {
  const known = speeches.get(indexed)
  if (known !== undefined) return known
  const read = readSpeech(readableText(indexed), indexed.article.language)
  speeches.set(indexed, read)
  return read
}

/** Whom the article surely gives the words of a place to, as it writes them; undefined where nobody. */
export function speakerAt(place: TokenRange, corpus: VerifyCorpus): string | undefined {
  const article = articleSpeech(corpus.textAt(place.from))
  const speech = article.speechAt(sliceOf(place, corpus))
  const named = speech === undefined ? undefined : namedBy(speech)
  return named && article.text.slice(named.start, named.end)
}

export function articleSentences(indexed: IndexedText): readonly ArticleSentence[] {
  const known = sentences.get(indexed)
  if (known !== undefined) return known
  const readable = readableText(indexed)
  const ranges = splitSentences(readable, indexed.article.language)
  let paragraph = 0
  const read = ranges.map(({ start, end }, at) => {
    if (/[\n\r]/.test(readable.slice(ranges[at - 1]?.end ?? start, start))) paragraph += 1
    return { start, end, paragraph }
  })
  sentences.set(indexed, read)
  return read
}

/** The numbers of the sentences that a slice of the article touches, in order. */
export function sentencesAt(all: readonly Range[], slice: Range): readonly number[] {
  return all.flatMap(({ start, end }, at) => (start < slice.end && slice.start < end ? [at] : []))
}

/** What is no article, and marks, are blanked, not taken out: offsets stay. */
function readableText({ article: { text, skip } }: IndexedText): string {
  return skip.reduce(
    (readable, { start, end }) =>
      readable.slice(0, start) + readable.slice(start, end).replace(/[^\n]/gu, ' ') + readable.slice(end),
    blankMarks(text),
  )
}
