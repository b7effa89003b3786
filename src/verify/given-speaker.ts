/** Whom a pasted text names as the speaker of a quote in it: read as an article would be. */
import { oncePerText } from '../once-per-text.ts'
import type { GivenSpeaker } from '../speech/compare-speaker.ts'
import { readSpeech } from '../speech/read-speech.ts'
import type { Speaker } from '../speech/types.ts'
import { seeThroughMarks } from '../text/source-marks.ts'
import type { Language } from '../types.ts'
import { findGivenSpeakers, isCry } from './given-names.ts'

/** `isSure`: by words of attribution; a name in brackets or behind a dash may be a newspaper. */
export type Given = GivenSpeaker & { readonly isSure: boolean }

/** One pasted text is asked for each of its quotes; the longest that is verified has 10,000 units. */
const room = { longest: 20_000, kept: 2 }
const readPasted = {
  en: oncePerText((text: string) => readSpeech(text, 'en'), room),
  fr: oncePerText((text: string) => readSpeech(text, 'fr'), room),
}

/**
 * Whom a pasted text names as the speaker of one of its quotes.
 * @param text as pasted, `given` the words of the quote in it.
 * @param beside the person's own words before the quote and behind it.
 */
export function givenFor(
  text: string,
  given: string,
  [before, after]: readonly [string, string],
  language: Language,
): Given | undefined {
  const plain = spell(seeThroughMarks(text).plain)
  const start = given === '' ? -1 : plain.indexOf(given)
  if (start !== -1) {
    const speech = readPasted[language](plain).speechAt({ start, end: start + given.length })
    const lead = speech?.leadIn === undefined ? '' : plain.slice(speech.leadIn.start, speech.leadIn.end)
    // Behind a dash or in brackets a name may be a newspaper's.
    const isAround = speech?.form === 'exact' && speech.within === undefined && !/^\s*[-–—―~([]/u.test(lead)
    const found = isAround && speech.speaker !== undefined ? givenOf(speech.speaker) : undefined
    if (found !== undefined) return found
  }
  return readGivenSpeaker(before, after, language)
}

/**
 * @param before the person's own words before the quote, `after` those behind it.
 * @returns undefined where they name nobody; a pronoun names nobody.
 */
function readGivenSpeaker(before: string, after: string, language: Language): Given | undefined {
  const lead = spell(before).replace(/["“«„]\s*$/u, '')
  const trail = spell(after).replace(/^\s*["”»]/u, '')
  if (!/\p{L}/u.test(lead + trail)) return undefined
  // A quotation of no words, so that only what stands around it is read.
  const comma = /^\s*(?:\p{Ll}|\p{Lu})/u.test(trail) ? ',' : ''
  const isPlain = /^[\s"”»'’.,!?…]*[-–—―~([]/u.test(trail)
  if (!isPlain) {
    const text = `${lead.trimEnd()} “It was so${comma}”${trail}`
    const read = readSpeech(text, language)
    const speaker = read.speeches.find(({ form }) => form === 'exact')?.speaker
    const given = speaker === undefined ? undefined : givenOf(speaker)
    if (given !== undefined) return given
  }
  const names = findGivenSpeakers([lead, trail], language)
  const [first] = names
  return first === undefined
    ? undefined
    : { words: names.map(({ name }) => name).join(', '), name: first.name, isSure: first.isSure }
}

/** @returns undefined for a pronoun and for what newsrooms put before a text. */
export function givenOf({ words, entity }: Speaker): Given | undefined {
  if (isCry(words)) return undefined
  if (entity !== undefined)
    return { words: words.includes(entity.name) ? words : entity.name, name: entity.name, isSure: true }
  const isPronoun = /^(?:\p{L}+-(?:t-)?)?(?:he|she|they|it|we|i|il|elle|ils|elles|on|nous|je|who|qui)$/iu.test(
    words.trim(),
  )
  return isPronoun ? undefined : { words, isSure: true }
}

/** "@VictorHale:" as it is meant. */
function spell(words: string): string {
  return words.replace(
    /[@#](\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+)/gu,
    (_, name: string) => ` ${name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')}`,
  )
}
