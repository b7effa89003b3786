/** Whether two sentences can be about one place, event or group: what one names, the other's article or the question names too. */
import { findNames } from '../entities/names.ts'
import { samePlace } from '../entities/places.ts'
import { entitiesOf } from '../figures-table/topic/entities-of.ts'
import type { Question } from '../question/question.ts'
import { foldWords } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Range } from '../types.ts'
import type { QuotedFigure } from './quoted-figure.ts'
import type { SaysTheSame, SpokenWord } from './word-likeness.ts'

/** @param asked the words of the question that carry its topic. */
export function isSameScope(
  left: QuotedFigure,
  right: QuotedFigure,
  question: Question,
  asked: readonly SpokenWord[],
  saysTheSame: SaysTheSame,
): boolean {
  if (!isKnownTo(left, right, question) || !isKnownTo(right, left, question)) return false
  // "In the north" and "in the south": each tells where or of whom, and the other's article knows nothing of it.
  const isOwn = (word: SpokenWord, other: QuotedFigure) =>
    ![...asked, ...articleWords(other)].some((said) => saysTheSame(word, said))
  return !(clauseWords(left).some((word) => isOwn(word, right)) && clauseWords(right).some((word) => isOwn(word, left)))
}

function articleWords({ articleUnits }: QuotedFigure): readonly SpokenWord[] {
  return articleUnits.flatMap(({ vocabulary, language }) => vocabulary.map((word) => ({ word, language })))
}

const clauseEnd = /[;:,]\s|\.\s|\s[-–—]\s|(?<!\p{L})(?:that|que|qu['’])(?!\p{L})/giu
/** A clause of its own that says where or when: "In the north, …"; "according to" opens what somebody says. */
const locating =
  /^\s*(?:in|at|on|near|off|over|after|during|across|dans|en|à|au|aux|sur|près|chez|après|pendant|lors)\s/iu

/** The content words of the clause that gives a figure, and of those that say where. */
function clauseWords({ unit, number, speaker = '' }: QuotedFigure): readonly SpokenWord[] {
  const { text, language, words } = unit
  const cuts = [...text.matchAll(clauseEnd)].map(({ index, 0: mark }) => index + mark.length)
  const starts = [0, ...cuts]
  const clauses = starts.map((start, at) => ({ start, end: cuts[at] ?? text.length }))
  const told = clauses.filter(
    ({ start, end }) => (number.start >= start && number.start < end) || locating.test(text.slice(start, end)),
  )
  const { dates, numbers } = entitiesOf(unit)
  const taken: readonly Range[] = [...dates, ...numbers]
  const said = new Set(foldWords(speaker).map(({ word }) => word))
  return words
    .filter(
      ({ word, start, end }) =>
        told.some((clause) => start >= clause.start && end <= clause.end) &&
        !taken.some((range) => start < range.end && range.start < end) &&
        !said.has(word) &&
        !isStopWord(word, language, text.slice(start, end)),
    )
    .map(({ word }) => ({ word, language }))
}

/** Whoever speaks is no part of what is spoken of. */
function isKnownTo(figure: QuotedFigure, other: QuotedFigure, question: Question): boolean {
  const { unit, speaker = '' } = figure
  const { places } = entitiesOf(unit)
  const asked = new Set(question.words.map(({ word }) => word))
  const elsewhere = [...question.places, ...other.articleUnits.flatMap((one) => entitiesOf(one).places)]
  const isPlaceThere = (range: Range) =>
    places.some(
      (place) =>
        place.start <= range.start && range.end <= place.end && elsewhere.some((there) => samePlace(place, there)),
    )
  return findNames(unit.text, unit.language).every(
    (name) =>
      speaker.includes(name.text) ||
      isPlaceThere(name) ||
      foldWords(name.text).every(({ word }) => asked.has(word) || other.articleWords.has(word)),
  )
}
