/** Who says a quote by the article, beside whom a person says it is from. */
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { findGivenSpeakers } from './speech/given-speakers.ts'
import { descriptionsOf, mayBeSameName, nameWordsOf } from './speech/same-speaker.ts'
import { readText, speechAt } from './speech/speech-at.ts'
import type { Verification } from './types.ts'

type SpeakerCheck = {
  readonly note: 'speaker' | 'other-speaker' | 'no-speaker'
  readonly speakers: NonNullable<Verification['speakers']>
}

/**
 * What speaks against the speaker that a person names; undefined where nothing does.
 * @param outside the person's own words before, between and after the quotes.
 */
export function checkSpeakers(
  outside: readonly string[],
  places: readonly TokenRange[],
  corpus: VerifyCorpus,
): SpeakerCheck | undefined {
  const texts = places.map(({ from }) => corpus.textAt(from))
  const [first] = texts
  if (first === undefined) return undefined
  const found = findGivenSpeakers(outside, first.article.language)
  const isKnown = (name: string) =>
    nameWordsOf(name).some((word) =>
      corpus.positions(word).some((at) => texts.some(({ from, to }) => at >= from && at < to)),
    )
  // In brackets or behind a dash a name that the article does not write is where the quote was found.
  const isWritten = (name: string) => texts.some(({ article }) => article.text.includes(name))
  const names = found.filter(({ name, isSure }) => isSure || isWritten(name)).map(({ name }) => name)
  if (names.length === 0) return undefined
  const given = names.join(', ')
  const checked = places.map((place, at) => {
    const speech = speechAt(place, corpus)
    const text = texts[at] ?? first
    const { sentences } = readText(text)
    const called = speech === undefined ? [] : descriptionsOf(speech.speaker, sentences, text.article.language)
    const isSame = called.some((real) => names.some((name) => mayBeSameName(name, real)))
    return { speech, isSame }
  })
  if (checked.some(({ isSame }) => isSame)) return undefined
  const speech = checked.find((place) => place.speech !== undefined)?.speech
  const isAround = speech !== undefined && (speech.by === 'around' || speech.by === 'continued')
  const speakers = {
    given,
    ...(speech !== undefined && { real: speech.speaker }),
    ...(isAround && { follows: true as const }),
  }
  const isNamedThere = names.some(
    (name) => isKnown(name) || texts.some(({ article }) => abbreviates(name, article.text)),
  )
  if (!isNamedThere) return { note: 'speaker', speakers }
  return { note: speech === undefined ? 'no-speaker' : 'other-speaker', speakers }
}

/** Whether the capitals of a name in the text make up this acronym: "UN" in an article on the United Nations. */
function abbreviates(name: string, text: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(name)) return false
  const runs = text.matchAll(
    /\p{Lu}[\p{L}'’]+(?: (?:(?:of|the|for|and|de|du|des|la|le|l['’]) ?)*\p{Lu}?[\p{L}'’]+){1,6}/gu,
  )
  return [...runs].some(([run]) => mayBeSameName(name, run))
}
