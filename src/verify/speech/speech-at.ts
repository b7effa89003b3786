/** Whose words stand at a place in an article of the corpus. */
import { splitSentences } from '../../text/sentences.ts'
import { blankMarks } from '../../text/source-marks.ts'
import type { Range } from '../../types.ts'
import type { IndexedText, TokenRange, VerifyCorpus } from '../search/corpus.ts'
import { sliceOf } from '../search/matches.ts'
import { createSpeechReader, type Speech, type SpokenSentence } from './who-says.ts'

type ReadText = {
  readonly ranges: readonly Range[]
  readonly sentences: readonly SpokenSentence[]
  readonly speech: (at: number) => Speech | undefined
}

const remembered = new WeakMap<IndexedText, ReadText>()

/** The sentences of an article with the paragraphs they stand in; read once. */
export function readText(indexed: IndexedText): ReadText {
  const known = remembered.get(indexed)
  if (known !== undefined) return known
  const { text, skip, language } = indexed.article
  // Blanked, not taken out: offsets stay.
  let readable = blankMarks(text)
  for (const { start, end } of skip)
    readable = readable.slice(0, start) + readable.slice(start, end).replace(/[^\n]/gu, ' ') + readable.slice(end)
  const ranges = splitSentences(readable, language)
  let paragraph = 0
  const sentences = ranges.map(({ start, end }, at) => {
    if (/[\n\r]/.test(readable.slice(ranges[at - 1]?.end ?? start, start))) paragraph += 1
    return { text: readable.slice(start, end), language, paragraph }
  })
  const read = { ranges, sentences, speech: createSpeechReader(sentences) }
  remembered.set(indexed, read)
  return read
}

/** The places of the sentences that a slice of the article touches, in order. */
export function sentencesAt({ ranges }: ReadText, slice: Range): readonly number[] {
  return ranges.flatMap(({ start, end }, at) => (start < slice.end && slice.start < end ? [at] : []))
}

/** Far into its sentence a speaker may be spoken of in the words quoted, and speak elsewhere. UTF-16 units. */
const nearStart = 40

/** Undefined where the article gives the words to nobody. */
export function speechAt(place: TokenRange, corpus: VerifyCorpus): Speech | undefined {
  const indexed = corpus.textAt(place.from)
  const read = readText(indexed)
  const slice = sliceOf(place, corpus)
  for (const at of sentencesAt(read, slice)) {
    const speech = read.speech(at)
    if (speech === undefined) continue
    const start = (read.ranges[speech.sentence]?.start ?? 0) + speech.range.start
    const isWithin = start >= slice.start && start + speech.speaker.length <= slice.end
    if (isWithin && start > slice.start + 3 && speech.range.start > nearStart) continue
    return speech
  }
  return undefined
}
