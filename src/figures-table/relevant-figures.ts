/** The quantities of the evidence that belong to a topic, and how well each does. */
import type { Coverage } from '../answer/missing/coverage.ts'
import { entitiesOf } from '../answer/missing/entities-of.ts'
import type { Unit } from '../answer/units/units.ts'
import { datesAgree } from '../figures/dates.ts'
import { isQuantity, type NumberMention } from '../figures/numbers.ts'
import type { WordMatcher } from '../match/similarity.ts'
import type { Question } from '../question/question.ts'
import { fold, foldWords } from '../text/fold.ts'
import type { Range } from '../types.ts'
import { fitOfAbout, isItem, type Reading } from './fit-of-topic.ts'
import { meansPeople, readTopic, type Topic } from './topic.ts'

/** A quantity of a sentence that the topic asks for. */
export type RelevantFigure = {
  readonly unit: Unit
  /** The sentence's row in the coverage. */
  readonly row: number
  readonly number: NumberMention
  /** How well the sentence speaks of the topic, and the number counts what is asked, 0 to 1. */
  readonly fit: number
  /** The number counts the very thing that is asked. */
  readonly countsAsked: boolean
}

/** How strictly figures are taken: those of a table must be about the topic, those for an answer are ranked anyway. */
export type Strictness = { readonly about: number; readonly thing: number }
export const strict: Strictness = { about: 0.6, thing: 0.6 }
export const lenient: Strictness = { about: 0.4, thing: 0.5 }
/** Words on either side of a number among which the thing counted may stand when it is not right behind it. */
const reachWords = 8
const besideShare = 0.85
const ellipsisShare = 0.75
const people = { ofAnySort: 0.65, inState: 0.8 }
const sameState = 0.8

export function findRelevantFigures(
  question: Question,
  coverage: Coverage,
  matcher: WordMatcher,
  least: Strictness = strict,
): readonly RelevantFigure[] {
  const topic = readTopic(question)
  const reading = { question, coverage, matcher }
  return coverage.units.flatMap((unit, row) => {
    if (contradictsDates(question, unit)) return []
    const fits = fitOfAbout(topic, reading, row)
    if (Math.max(fits.about, fits.ofCounted) < least.about) return []
    return quantitiesOf(unit)
      .filter((number) => isOfKind(number, topic))
      .flatMap((number): RelevantFigure[] => {
        const thing = fitOfThing(topic, reading, row, number)
        const about = thing.isNoun ? Math.max(fits.about, fits.ofCounted) : fits.about
        if (thing.fit < least.thing || about < least.about) return []
        return [{ unit, row, number, fit: about * thing.fit, countsAsked: thing.isNoun }]
      })
  })
}

/** The quantities of one sentence that count what is asked, whatever the sentence says of it. */
export function figuresOfAnswer(question: Question, coverage: Coverage, matcher: WordMatcher, row: number) {
  const unit = coverage.units[row]
  if (unit === undefined) return []
  const topic = readTopic(question)
  return quantitiesOf(unit)
    .filter((number) => isOfKind(number, topic))
    .flatMap((number): RelevantFigure[] => {
      const { fit, isNoun } = fitOfThing(topic, { question, coverage, matcher }, row, number)
      return fit < lenient.thing ? [] : [{ unit, row, number, fit, countsAsked: isNoun }]
    })
}

/** Numbers that count or measure, without those that are part of a date or a period ("the past two years"). */
export function quantitiesOf(unit: Unit): readonly NumberMention[] {
  const { numbers, dates } = entitiesOf(unit)
  return numbers.filter(
    (number) =>
      isQuantity(number) &&
      number.kind !== 'ordinal' &&
      number.kind !== 'time' &&
      !dates.some(({ start, end }) => number.start < end && start < number.end),
  )
}

const timeUnit =
  /^(?:years?|months?|days?|hours?|weeks?|minutes?|seconds?|decades?|year-olds?|ans?|annees?|mois|jours?|heures?|semaines?|secondes?|decennies?)$/

function isOfKind(number: NumberMention, { kind, counted }: Topic): boolean {
  const isTime = timeUnit.test(fold(number.unit ?? ''))
  if (kind === 'money') return number.kind === 'money'
  if (kind === 'percent') return number.kind === 'percent'
  if (kind === 'time') return isTime
  // "How many workers" is not answered by a sum, a share or an age.
  if (counted.length > 0) return number.kind !== 'money' && number.kind !== 'percent' && !isTime
  return true
}

/** How well the number counts what is asked: its own noun, what stands beside it, or the noun of the sentence before. */
function fitOfThing(
  topic: Topic,
  { coverage, matcher }: Reading,
  row: number,
  number: NumberMention,
): { readonly fit: number; readonly isNoun: boolean } {
  const unit = coverage.units[row]
  if (unit === undefined || topic.counted.length === 0) return { fit: 1, isNoun: false }
  const highest = (columns: readonly number[], words: readonly string[]): number => {
    const likenesses = columns.map((column) => matcher.likenessOf(coverage.words[column]?.word ?? '', unit.language))
    return Math.max(0, ...likenesses.flatMap((likeness) => words.map(likeness)))
  }
  const things = number.unit === undefined ? [] : foldWords(number.unit).map(({ word }) => word)
  const noun = highest(topic.counted, things)
  if (noun >= strict.thing) return { fit: noun, isNoun: true }
  // "How many people were displaced": "48 300 déplacés".
  const state = topic.people && highest(topic.about, things) >= sameState ? people.inState : 0
  const isPeople = topic.people && (things.some(meansPeople) || countsPeopleOfPlace(unit, number))
  const beside = besideShare * highest(topic.counted, wordsBeside(unit, number))
  const here = Math.max(0, ...topic.counted.map((column) => coverage.own[row]?.[column] ?? 0))
  const around = Math.max(0, ...topic.counted.map((column) => coverage.surroundings[row]?.[column] ?? 0))
  // "15,000 more were deported" counts what the sentence before counts; an item of a list does not.
  const alone = number.unit === undefined && here < strict.thing && !isItem(unit) ? around : 0
  // "12,000 people marched according to the police and 30,000 according to the unions": the number before says what.
  const goesOn =
    number.unit === undefined && alike.test(unit.text.slice(number.end))
      ? highest(topic.counted, nounsBefore(unit, number))
      : 0
  const fit = Math.max(noun, beside, alone, ellipsisShare * goesOn, state, isPeople ? people.ofAnySort : 0)
  return { fit, isNoun: isPeople || state > 0 }
}

/** "200 Vietnamese", "312 citoyens chinois". */
function countsPeopleOfPlace(unit: Unit, { end }: NumberMention): boolean {
  const reach = 30
  return entitiesOf(unit).places.some(({ as, start }) => as === 'people' && start >= end && start - end < reach)
}

const alike = /^\s*(?:$|[,;.)]|(?:in|on|at|according|by|from|as|d['’]après|selon|en|à|au|le|pour)(?!\p{L}))/iu

/** The nouns that the numbers before one count, in its sentence. */
function nounsBefore(unit: Unit, { start }: NumberMention): readonly string[] {
  return quantitiesOf(unit)
    .filter((other) => other.end <= start)
    .flatMap((other) => foldWords(other.unit ?? '').map(({ word }) => word))
}

/** Words near a number, not past another number or its noun, or the end of its clause. */
function wordsBeside(unit: Unit, number: NumberMention): readonly string[] {
  const { start, end } = number
  const others = quantitiesOf(unit).filter((other) => other.start !== start)
  // A number with a noun of its own goes with fewer words: "flooded 31 villages and killed 14".
  const ends = number.unit === undefined ? /[.;]\s|\n|\s(?:but|mais)\s/iu : /[.;,]\s|\n|\s(?:but|mais|and|et)\s/iu
  const isApart = (from: number, to: number): boolean =>
    ends.test(unit.text.slice(from, to)) || others.some((other) => other.start >= from && other.end <= to)
  const isTaken = (word: Range): boolean =>
    others.some(
      ({ unitRange }) => unitRange !== undefined && word.start >= unitRange.start && word.end <= unitRange.end,
    )
  const before = unit.words.filter((word) => word.end <= start && !isApart(word.end, start)).slice(-reachWords)
  const after = unit.words.filter((word) => word.start >= end && !isApart(end, word.start)).slice(0, reachWords)
  return [...before, ...after].filter((word) => !isTaken(word)).map(({ word }) => word)
}

/** A sentence whose dates are all others than the one asked for is about another time. */
function contradictsDates(question: Question, unit: Unit): boolean {
  const asked = question.dates.filter(({ relative }) => relative !== true)
  const given = entitiesOf(unit).dates.filter(({ relative }) => relative !== true)
  if (asked.length === 0 || given.length === 0) return false
  return !asked.some((date) => given.some((other) => datesAgree(date, other)))
}
