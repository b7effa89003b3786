/** What a question names that the evidence does not speak of: then the rest of its words must not answer for it. */
import { samePlace } from '../../entities/places.ts'
import { dateCovers, datesAgree } from '../../figures/dates.ts'
import { sameNumber } from '../../figures/numbers.ts'
import type { WordMatcher } from '../../match/similarity.ts'
import { asksForWords, type Question } from '../../question/question.ts'
import { extendQuote } from '../quotes/extend-quotes.ts'
import type { RankedUnit } from '../units/rank-units.ts'
import { likenessOfCounted } from '../units/unit-features.ts'
import type { Unit } from '../units/units.ts'
import { missingWhereabouts } from '../units/whereabouts.ts'
import { articleOf, type Coverage, nameFrom } from './coverage.ts'
import { entitiesOf } from './entities-of.ts'
import { missingForm } from './missing-form.ts'
import type { Missing } from './missing-kinds.ts'
import {
  missingObjects,
  missingPredicate,
  missingProperties,
  missingReason,
  missingRelations,
  officeElsewhere,
} from './missing-topics.ts'

/** A name that stands in so many sentences of an article is what the article is about, and need not stand in each. */
const topicSentences = { least: 3, share: 0.2 }
const smallestTellingNumber = 10
/** The noun counted stands beside a number from this likeness. */
const countedFrom = 0.6

/** @param ranked what is missing from the first of them, and what is quoted with it. */
export function findMissing(
  question: Question,
  coverage: Coverage,
  ranked: readonly RankedUnit[],
  matcher: WordMatcher,
): readonly Missing[] {
  const [best] = ranked
  if (best === undefined) return []
  const { unit, row } = best
  const quoted = extendQuote(unit, ranked, asksForWords(question))
  const passage = coverage.units.filter((other) => other.passage.id === unit.passage.id)
  const article = coverage.units.filter((other) => articleOf(other) === articleOf(unit))
  const elsewhere = [
    ...missingNames(question, coverage, row),
    ...missingPlaces(question, coverage.units, aroundOf(unit, passage), article),
  ]
  return [
    ...elsewhere,
    ...officeElsewhere(question, elsewhere),
    ...missingDates(question, coverage.units, unit, passage, article),
    ...missingNumbers(question, coverage.units, isListItem(unit) ? [unit] : passage),
    ...missingPeople(question, unit, matcher),
    ...missingProperties(question, coverage.units, passage),
    ...missingRelations(question, coverage, unit, passage),
    ...missingObjects(question, coverage, row),
    ...missingReason(question, quoted),
    ...missingWhereabouts(question, quoted),
    ...missingPredicate(question, coverage, row),
    ...missingForm(question, quoted, coverage, row, matcher),
  ]
}

/** The sentence and the one before it, which says where; the items of a list speak each of another place. */
function aroundOf(unit: Unit, passage: readonly Unit[]): readonly Unit[] {
  return isListItem(unit)
    ? [unit]
    : passage.filter(({ position }) => position === unit.position || position === unit.position - 1)
}

function isListItem({ context }: Unit): boolean {
  return context?.text.trimEnd().endsWith(':') === true
}

const isAcronym = /^\p{Lu}{2,5}$/u

function isTopic(mentions: number, sentences: number): boolean {
  return mentions >= topicSentences.least && mentions >= topicSentences.share * sentences
}

function missingNames(question: Question, coverage: Coverage, row: number): readonly Missing[] {
  const unit = coverage.units[row]
  const isItem = unit !== undefined && isListItem(unit)
  const passage = (isItem ? coverage.own : coverage.passage)[row] ?? []
  const sentences = coverage.sentences[row] ?? []
  const length = coverage.units.filter((other) => unit !== undefined && articleOf(other) === articleOf(unit)).length
  const missing: Missing[] = []
  for (const name of question.names) {
    // Acronyms change with the language: IMF and FMI, UN and ONU.
    const isPlace = question.places.some(({ start, end }) => start < name.end && end > name.start)
    if (isPlace) continue
    const columns = [...coverage.words.keys()].filter((column) => {
      const word = coverage.words[column]
      return word !== undefined && word.start >= name.start && word.end <= name.end
    })
    // Acronyms change with the language: IMF and FMI, UN and ONU; but one that is written elsewhere is another's.
    const isElsewhere = columns.some((column) => (coverage.anywhere[column] ?? 0) >= nameFrom)
    if (isAcronym.test(name.text) && unit?.language !== question.language && !isElsewhere) continue
    const isFound = (column: number) => (passage[column] ?? 0) >= nameFrom || isTopic(sentences[column] ?? 0, length)
    if (columns.length === 0 || columns.every(isFound)) continue
    const nowhere = columns.some((column) => (coverage.anywhere[column] ?? 0) < nameFrom)
    missing.push({ kind: 'name', text: name.text, nowhere })
  }
  return missing
}

function missingPlaces(
  question: Question,
  all: readonly Unit[],
  passage: readonly Unit[],
  article: readonly Unit[],
): readonly Missing[] {
  type Place = Question['places'][number]
  const mentions = (unit: Unit, place: Place) => placesOf(unit).some((other) => samePlace(place, other))
  return question.places
    .filter(({ code }) => !code.startsWith('region:'))
    .filter((place) => !passage.some((unit) => mentions(unit, place)))
    .filter((place) => !isTopic(article.filter((unit) => mentions(unit, place)).length, article.length))
    .map((place) => ({
      kind: 'place',
      text: place.text,
      nowhere: !all.some((unit) => mentions(unit, place)),
    }))
}

function placesOf(unit: Unit): Question['places'] {
  const around = unit.context === undefined ? [] : entitiesOf(unit.context).places
  return [...entitiesOf(unit).places, ...around]
}

function missingDates(
  question: Question,
  all: readonly Unit[],
  unit: Unit,
  passage: readonly Unit[],
  article: readonly Unit[],
): readonly Missing[] {
  const asked = question.dates.filter(({ relative }) => relative !== true)
  return asked
    .filter((date) => {
      const own = datesOf(unit)
      if (own.some((other) => dateCovers(date, other))) return false
      const comparable = own.filter((other) => sharesPart(date, other))
      if (comparable.length > 0 && !comparable.some((other) => datesAgree(date, other))) return true
      const near = [...datesOf(...passage), ...datesOf(...article.slice(0, 3))]
      return !near.some((other) => dateCovers(date, other) || (sharesPart(date, other) && datesAgree(date, other)))
    })
    .map((date) => ({
      kind: 'date',
      text: date.text,
      nowhere: !datesOf(...all).some((other) => dateCovers(date, other)),
    }))
}

type Dates = ReturnType<typeof entitiesOf>['dates']

function datesOf(...units: readonly Unit[]): Dates {
  return units.flatMap((unit) => entitiesOf(unit).dates)
}

function sharesPart(left: Dates[number], right: Dates[number]): boolean {
  return (
    (left.year !== undefined && right.year !== undefined) || (left.month !== undefined && right.month !== undefined)
  )
}

function missingNumbers(question: Question, all: readonly Unit[], passage: readonly Unit[]): readonly Missing[] {
  const asked = question.numbers.filter(
    ({ kind, value, text }) =>
      (kind === 'ordinal' && Number(value) > 2) ||
      (['count', 'percent', 'money'].includes(kind) && Number(value) >= smallestTellingNumber && /\d/.test(text)),
  )
  const holds = (units: readonly Unit[], number: (typeof asked)[number]) =>
    units.some((unit) => entitiesOf(unit).numbers.some((other) => sameNumber(number, other)))
  return asked
    .filter((number) => !holds(passage, number))
    .map((number) => ({ kind: 'number', text: number.text, nowhere: !holds(all, number) }))
}

/** "How many Nepalis?" wants a number of Nepalis, and not a number of others in a sentence that names Nepal. */
function missingPeople(question: Question, unit: Unit, matcher: WordMatcher): readonly Missing[] {
  const { counted } = question.expected
  const people = question.places.find(
    ({ as, start, end }) => as === 'people' && counted !== undefined && start < counted.end && end > counted.start,
  )
  if (people === undefined) return []
  const isCounted = likenessOfCounted(question, unit, matcher).besideNumber >= countedFrom
  return isCounted && !isOneOfAList(people, unit) ? [] : [{ kind: 'number', text: people.text, nowhere: false }]
}

/** Between the names of a list: "Thailand, Bangladesh, and Vietnam". */
const between =
  /^(?:,? (?:and|et|ou|or) (?:(?:from|de|du|des|the|la|le|les) |d['’]|l['’])?|, ?(?:(?:from|de|du|des|the|la|le|les) |d['’]|l['’])?)$/u
const ownNumber = /\d\+? $/u

/** "312 suspects from Thailand, Bangladesh and Vietnam" counts them together, "270 Thais, 45 Vietnamese" each. */
function isOneOfAList(people: Question['places'][number], unit: Unit): boolean {
  const places = entitiesOf(unit).places
  const own = places.filter((place) => samePlace(people, place))
  return (
    own.length > 0 &&
    own.every((place) => {
      const isListed = places.some(
        (other) =>
          !samePlace(other, place) &&
          (between.test(unit.text.slice(place.end, other.start)) ||
            between.test(unit.text.slice(other.end, place.start))),
      )
      const before = unit.text.slice(Math.max(0, place.start - 3), place.start)
      return isListed && !ownNumber.test(before)
    })
  )
}
