/** Whether the words that a person quotes leave out what turns their meaning. */
import { findMeaningCut } from '../speech/cuts/find-meaning-cut.ts'
import { articleSpeech } from './article-speech.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { sliceOf } from './search/matches.ts'
import type { Match } from './types.ts'

/**
 * A match with the whole sentence and what was left out of it, or as it is.
 * @param isAttributed the person says whose words they are, and the article does not give them to another.
 */
export function withCut(match: Match, place: TokenRange, corpus: VerifyCorpus, isAttributed: boolean): Match {
  const article = articleSpeech(corpus.textAt(place.from))
  const cut = findMeaningCut(article, sliceOf(place, corpus), {
    isAttributed,
    keepsQuestion: match.given.includes('?'),
  })
  const { sentence: _sentence, ...rest } = match
  if (cut === undefined) return { ...rest, cutOff: [] }
  const { text } = corpus.textAt(place.from).article
  const words = cut.leftOut.map(({ start, end }) => text.slice(start, end).trim()).filter((word) => word !== '')
  return {
    ...rest,
    cutOff: [...new Set(words)],
    leftOut: cut.leftOut,
    sentence: { ...cut.sentence, quote: text.slice(cut.sentence.start, cut.sentence.end) },
  }
}
