/** Who says a quote by the article, beside whom a person says it is from. */
import { findNames } from '../entities/names.ts'
import { readSpeaker } from '../figures-table/read-speaker.ts'
import { splitSentences } from '../text/sentences.ts'
import { blankMarks } from '../text/source-marks.ts'
import type { Language, Range } from '../types.ts'
import type { IndexedText, TokenRange, VerifyCorpus } from './search/corpus.ts'
import { sliceOf } from './search/matches.ts'
import { tokenize } from './tokens.ts'
import type { Verification } from './types.ts'

/** How many sentences back "he said" is looked up. */
const reach = 3
/** What is read before and after a quote. UTF-16 units. */
const around = 1_200

/** `real`: as the article names them. Undefined when nothing speaks against the person's words. */
type SpeakerCheck = {
  readonly note: 'speaker' | 'other-speaker'
  readonly speakers: NonNullable<Verification['speakers']>
}

/** @param outside the person's own words around the quote. */
export function checkSpeakers(
  outside: string,
  places: readonly TokenRange[],
  corpus: VerifyCorpus,
): SpeakerCheck | undefined {
  const texts = places.map(({ from }) => corpus.textAt(from))
  const [first] = texts
  if (first === undefined) return undefined
  const names = findNames(outside, first.article.language)
  const [name] = names
  if (name === undefined) return undefined
  const words = nameWords(names.map(({ text }) => text).join(' '))
  const real = places.map((place) => speakerOf(place, corpus))
  const [speaker] = real
  const given = names.map(({ text }) => text).join(', ')
  const speakers = { given, ...(speaker !== undefined && { real: speaker }) }
  const isThere = (word: string) =>
    corpus.positions(word).some((at) => texts.some(({ from, to }) => at >= from && at < to))
  if (!words.some(isThere)) return { note: 'speaker', speakers }
  const contradicts = real.every(
    (other, at) =>
      other !== undefined &&
      isAnother(
        names.map(({ text }) => text),
        other,
        texts[at] ?? first,
      ),
  )
  return contradicts ? { note: 'other-speaker', speakers } : undefined
}

/** Whether the article names the speaker, and by none of the names given. "The minister" may be anyone. */
function isAnother(given: readonly string[], real: string, { article }: IndexedText): boolean {
  const known = new Set(nameWords(real))
  const isNamed = findNames(`… ${real}`, article.language).some(({ kind }) => kind !== 'place')
  return isNamed && !given.some((name) => nameWords(name).some((word) => known.has(word)))
}

function nameWords(text: string): readonly string[] {
  return tokenize(text).flatMap(({ loose, kind }) => (kind === 'word' && loose.length > 2 ? [loose] : []))
}

/** Whom the article gives the words at a place to, as it names them. */
export function speakerOf(place: TokenRange, corpus: VerifyCorpus): string | undefined {
  const { article } = corpus.textAt(place.from)
  const slice = sliceOf(place, corpus)
  const from = Math.max(0, slice.start - around)
  const text = blankMarks(article.text.slice(from, slice.end + around))
  const inside = { start: slice.start - from, end: slice.end - from }
  const sentences = splitSentences(text, article.language)
  const touched = sentences.findIndex(({ end }) => end > inside.start)
  if (touched === -1) return undefined
  return readAt(sentences, touched, inside, text, article.language)
}

function readAt(
  sentences: readonly Range[],
  at: number,
  inside: Range,
  text: string,
  language: Language,
): string | undefined {
  const wordsOf = (position: number) => text.slice(sentences[position]?.start ?? 0, sentences[position]?.end ?? 0)
  const named = (position: number): string | undefined => {
    const words = wordsOf(position)
    const found = words === '' ? undefined : readSpeaker(words, language)
    return found?.kind === 'named' ? words.slice(found.speaker.start, found.speaker.end) : undefined
  }
  const own = readSpeaker(wordsOf(at), language)
  if (own.kind === 'named') {
    const speaker = wordsOf(at).slice(own.speaker.start, own.speaker.end)
    // "The mayor said that …": who is named within the words quoted may be spoken of there, and speak elsewhere.
    const start = (sentences[at]?.start ?? 0) + own.speaker.start
    const isWithin = start >= inside.start && start + speaker.length <= inside.end
    return isWithin && start > inside.start + 3 && own.speaker.start > 40 ? undefined : speaker
  }
  const before = Array.from({ length: reach }, (_, back) => at - 1 - back).filter((position) => position >= 0)
  if (own.kind === 'pronoun') return before.map(named).find((speaker) => speaker !== undefined)
  const isQuoted = /["“«„]\s*$/u.test(text.slice(Math.max(0, inside.start - 3), inside.start))
  if (/:["”»]?$/.test(wordsOf(at - 1).trimEnd())) return named(at - 1)
  const next = readSpeaker(wordsOf(at + 1), language)
  if (isQuoted && next.kind === 'named') return named(at + 1)
  return undefined
}
