/** Whether two sentences can be about one place, event or group: what one names, the other's article or the question names too. */
import { findNames } from '../entities/names.ts'
import { samePlace } from '../entities/places.ts'
import { entitiesOf } from '../figures-table/topic/entities-of.ts'
import type { Question } from '../question/question.ts'
import { foldWords } from '../text/fold.ts'
import type { QuotedFigure } from './quoted-figure.ts'

export function isSameScope(left: QuotedFigure, right: QuotedFigure, question: Question): boolean {
  return isKnownTo(left, right, question) && isKnownTo(right, left, question)
}

/** Whoever speaks is no part of what is spoken of. */
function isKnownTo(figure: QuotedFigure, other: QuotedFigure, question: Question): boolean {
  const { unit, source, speaker: named = '' } = figure
  const { places } = entitiesOf(unit)
  const offset = unit.passage.start + unit.start
  const { speaker } = source
  const isSpeaker = ({ text, start, end }: { text: string; start: number; end: number }) =>
    (speaker !== undefined &&
      ((start + offset < speaker.end && speaker.start < end + offset) || speaker.text.includes(text))) ||
    named.includes(text)
  const asked = new Set(question.words.map(({ word }) => word))
  const elsewhere = [...question.places, ...other.articleUnits.flatMap((one) => entitiesOf(one).places)]
  const isPlaceThere = (range: { start: number; end: number }) =>
    places.some(
      (place) =>
        place.start <= range.start && range.end <= place.end && elsewhere.some((there) => samePlace(place, there)),
    )
  return findNames(unit.text, unit.language).every(
    (name) =>
      isSpeaker(name) ||
      isPlaceThere(name) ||
      foldWords(name.text).every(({ word }) => asked.has(word) || other.articleWords.has(word)),
  )
}
