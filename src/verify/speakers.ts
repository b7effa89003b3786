/** Who says a quote by the article, beside whom a person says it is from. */
import { compareSpeaker, type SpeakerVerdict } from '../speech/compare-speaker.ts'
import { type ArticleSpeech, readSpeech } from '../speech/read-speech.ts'
import type { Speech } from '../speech/types.ts'
import type { Language } from '../types.ts'
import { articleSpeech } from './article-speech.ts'
import { type Given, givenOf } from './given-speaker.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { sliceOf } from './search/matches.ts'
import type { Verification } from './types.ts'

export type SpeakerCheck = {
  readonly speaker: SpeakerVerdict | 'not-given'
  readonly note?: 'speaker' | 'other-speaker' | 'no-speaker'
  readonly speakers?: NonNullable<Verification['speakers']>
}

/**
 * @param given whom the person names; undefined for nobody.
 * @param places where the words stand.
 */
export function checkSpeakers(
  given: Given | undefined,
  places: readonly TokenRange[],
  corpus: VerifyCorpus,
  language: Language,
): SpeakerCheck {
  if (places.length === 0) return { speaker: 'not-given' }
  if (given === undefined)
    return { speaker: places.some((place) => holdsLeadIn(place, corpus)) ? 'right' : 'not-given' }
  const isWritten = places.some(({ from }) => corpus.textAt(from).article.text.includes(given.name ?? given.words))
  // In brackets or behind a dash a name that the article does not write is where the quote was found.
  if (!given.isSure && !isWritten) return { speaker: 'not-given' }
  const checked = places.map((place) => {
    const article = articleSpeech(corpus.textAt(place.from))
    const speech = article.speechAt(sliceOf(place, corpus))
    const text = corpus.textAt(place.from).article.text
    return { article, text, speech, verdict: compareSpeaker(given, language, article, speech) }
  })
  if (checked.some(({ verdict }) => verdict === 'right')) return { speaker: 'right' }
  const shown = checked.find(({ speech }) => speech?.speaker !== undefined) ?? checked[0]
  const isOther = checked.every(({ verdict }) => verdict === 'other')
  const isNamed = checked.some(({ article }) => isNamedIn(given, article.registry.entityNamed.bind(article.registry)))
  const real = realOf(shown?.speech)
  const proof = shown?.speech === undefined ? undefined : proofOf(shown.article, shown.text, shown.speech)
  const speakers = {
    given: given.name ?? given.words,
    ...(real !== undefined && { real }),
    ...(real !== undefined && proof !== undefined && { proof }),
    ...(real !== undefined && shown?.speech?.isSure === false && { follows: true as const }),
  }
  const speaker = isOther ? 'other' : 'unknown'
  if (!isNamed && given.name !== undefined) return { speaker, note: 'speaker', speakers }
  // A role that the article does not use says neither yes nor no.
  if (given.name === undefined && speaker === 'unknown') return { speaker, speakers }
  return { speaker, note: real === undefined ? 'no-speaker' : 'other-speaker', speakers }
}

function isNamedIn({ name, words }: Given, entityNamed: (name: string) => unknown): boolean {
  return name === undefined ? words !== '' : entityNamed(name) !== undefined
}

/**
 * Words that hold a quotation with its attribution, and stand so in an article: whose the quotation is there all the same,
 * where it stands in another quotation.
 */
export function checkQuoted(
  words: string,
  places: readonly TokenRange[],
  corpus: VerifyCorpus,
  language: Language,
): SpeakerCheck {
  const [place] = places
  if (place === undefined) return { speaker: 'not-given' }
  const article = articleSpeech(corpus.textAt(place.from))
  const slice = sliceOf(place, corpus)
  for (const { range, speaker, form } of readSpeech(words, language).speeches) {
    const quoted = words.slice(range.start, range.end).replace(/[\s,.;:!?'’]+$/u, '')
    const start = form === 'exact' ? article.text.indexOf(quoted, Math.max(0, slice.start - 1)) : -1
    const given = speaker === undefined ? undefined : givenOf(speaker)
    if (given === undefined || start === -1 || start >= slice.end) continue
    const speech = article.speechAt({ start, end: start + quoted.length })
    if (speech?.within === undefined || compareSpeaker(given, language, article, speech) !== 'other') continue
    const real = realOf(speech)
    const speakers = { given: given.name ?? given.words, ...(real !== undefined && { real }) }
    return { speaker: 'other', note: 'other-speaker', speakers }
  }
  return { speaker: 'not-given' }
}

/** The sentence that gives the words to somebody, as the article writes it. */
function proofOf({ sentences }: ArticleSpeech, text: string, { leadIn, range }: Speech) {
  const at = leadIn ?? range
  const sentence = sentences.find(({ start, end }) => start < at.end && at.start < end)
  if (sentence === undefined) return undefined
  return { ...sentence, quote: text.slice(sentence.start, sentence.end) }
}

/** The article's own words of attribution are quoted along. */
function holdsLeadIn(place: TokenRange, corpus: VerifyCorpus): boolean {
  const { start, end } = sliceOf(place, corpus)
  const { speeches } = articleSpeech(corpus.textAt(place.from))
  return speeches.some(
    ({ leadIn, range }) =>
      leadIn !== undefined &&
      leadIn.start >= start - 1 &&
      leadIn.end <= end + 1 &&
      range.start < end &&
      start < range.end,
  )
}

/** As the article writes them: the name with what it calls them, where the words of attribution hold both. */
function realOf(speech: Speech | undefined): string | undefined {
  const speaker = speech?.speaker
  if (speaker === undefined) return undefined
  const { words, entity } = speaker
  if (entity === undefined)
    return /^(?:\p{L}+-)*(?:he|she|they|it|il|elle|ils|elles|on|who|qui)$/iu.test(words) ? undefined : words
  return words.includes(entity.name) ? words : entity.name
}
