/** Who says what in an article of the corpus, read once. */
import { type ArticleSpeech, readSpeech } from '../speech/read-speech.ts'
import { blankMarks } from '../text/source-marks.ts'
import type { IndexedText } from './search/corpus.ts'

const remembered = new WeakMap<IndexedText, ArticleSpeech>()

/** Offsets are those of the article's text: what is no article, and marks, are blanked. */
export function articleSpeech(indexed: IndexedText): ArticleSpeech {
  const known = remembered.get(indexed)
  if (known !== undefined) return known
  const { text, skip, language } = indexed.article
  let readable = blankMarks(text)
  for (const { start, end } of skip)
    readable = readable.slice(0, start) + readable.slice(start, end).replace(/[^\n]/gu, ' ') + readable.slice(end)
  const read = readSpeech(readable, language)
  remembered.set(indexed, read)
  return read
}
