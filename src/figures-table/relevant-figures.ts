/** The quantities of the evidence that belong to a topic, and how well each does. */

import { samePlace } from '../entities/places.ts'
import { datesAgree } from '../figures/dates.ts'
import { isQuantity, type NumberMention, sameNumber } from '../figures/numbers.ts'
import type { Question } from '../question/question.ts'
import type { Unit } from '../reading/quotable.ts'
import { foldWords } from '../text/fold.ts'
import type { Range } from '../types.ts'
import type { Reading } from './reading.ts'
import { isListItem } from './source/lists.ts'
import { thingCounted } from './source/thing-counted.ts'
import { entitiesOf } from './topic/entities-of.ts'
import { createTopicFit, type Strictness, strict } from './topic/fit-of-topic.ts'
import { isDeath, isMoney, isTime, isToll } from './topic/kinds.ts'
import { isHuman, meansPeople, readTopic, type Topic } from './topic.ts'

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

/** Words on either side of a number among which the thing counted may stand when it is not right behind it. */
const reachWords = 8
const besideShare = 0.85
const ellipsisShare = 0.75
const people = { ofAnySort: 0.65, inState: 0.8 }
const sameState = 0.8
const sameNoun = 0.9

/**
 * All that the sentences give for the topic of a question, in their order.
 * @param isWanted which sentences are looked at, by unit and row: to read the figures of each is dear.
 */
export function findRelevantFigures(
  reading: Reading,
  least: Strictness = strict,
  isWanted: (unit: Unit, row: number) => boolean = () => true,
): readonly RelevantFigure[] {
  const { question, coverage } = reading
  const topic = readTopic(question)
  const fitOf = createTopicFit(topic, reading, least)
  return coverage.units.flatMap((unit, row) => {
    if (!isWanted(unit, row) || (!least.names && contradictsDates(question, unit))) return []
    const quantities = quantitiesOf(unit).filter(
      (number) =>
        isOfKind(number, topic, unit) && isNamed(number, topic) && !countsOthers(number, unit, reading, topic),
    )
    // An amount that is asked for is found wherever it stands.
    const about = quantities.length === 0 ? 0 : topic.numbers.length > 0 ? 1 : fitOf(row)
    if (about < least.about) return []
    return countingTopic(quantities, topic, reading, row).flatMap((number): RelevantFigure[] => {
      const thing = fitOfThing(topic, reading, row, number)
      return thing.fit < least.thing ? [] : [{ unit, row, number, fit: about * thing.fit, countsAsked: thing.isNoun }]
    })
  })
}

const breakdown =
  /(?<!\p{L})(?:dont|including|parmi|y compris|among (?:them|whom)|of (?:whom|which|them)|soit)(?!\p{L})/iu

/**
 * "58 dead and 33 injured": with "injured" as the topic the figure that counts them, with what it is made up of; all
 * figures of the sentence where none counts the topic itself.
 */
function countingTopic(
  numbers: readonly NumberMention[],
  topic: Topic,
  { coverage, matcher }: Reading,
  row: number,
): readonly NumberMention[] {
  const unit = coverage.units[row]
  const [column, ...others] = topic.abouts.flat()
  if (unit === undefined || column === undefined || others.length > 0 || topic.counted.length > 0) return numbers
  const likeness = matcher.likenessOf(coverage.words[column]?.word ?? '', unit.language)
  const counting = numbers.filter(({ unit: noun, end }) => {
    const words = foldWords(noun ?? unit.text.slice(end).split(/[,;.]/u)[0] ?? '').slice(0, noun === undefined ? 1 : 3)
    return words.some(({ word }) => likeness(word) >= sameNoun)
  })
  if (counting.length === 0) return numbers
  return numbers.filter((number) =>
    counting.some(
      (other) =>
        other === number || (other.end <= number.start && breakdown.test(unit.text.slice(other.end, number.start))),
    ),
  )
}

/** "50 dollars" as a topic means that amount, in that currency. */
function isNamed(number: NumberMention, { numbers }: Topic): boolean {
  if (numbers.length === 0) return true
  return numbers.some(
    (asked) => sameNumber(asked, number) && (asked.currency === undefined || asked.currency === number.currency),
  )
}

/** "85 Danes" is no figure on Finns, though they were counted in one sentence. */
function countsOthers(number: NumberMention, unit: Unit, { question }: Reading, topic: Topic): boolean {
  const asked = question.places.filter(({ as }) => as === 'people')
  if (asked.length === 0 || topic.numbers.length > 0) return false
  const thing = thingCounted(unit.text, unit.language, number)
  if (thing === undefined) return false
  const counted = entitiesOf(unit).places.filter(
    ({ as, start, end }) => as === 'people' && start >= thing.start && end <= thing.end,
  )
  return counted.length > 0 && !counted.some((place) => asked.some((other) => samePlace(place, other)))
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

/** Whether a figure can answer at all: an amount where money is asked for, a count where things are. */
export function isOfKind(number: NumberMention, topic: Topic, unit: Unit): boolean {
  const { kind, counted } = topic
  if (kind === 'money') return isMoney(number, unit)
  if (kind === 'percent') return number.kind === 'percent'
  if (kind === 'time') return isTime(number)
  if (kind === 'toll')
    return isToll(
      foldWords(number.unit ?? '')
        .map(({ word }) => word)
        .concat(wordsBeside(unit, number)),
    )
  // "How many workers" is not answered by a sum, a share or an age.
  if (counted.length > 0) return !isMoney(number, unit) && number.kind !== 'percent' && !isTime(number)
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
  const isDead = topic.counted.some((column) => isDeath(coverage.words[column]?.word ?? '')) && things.some(isDeath)
  const noun = isDead ? sameNoun : highest(topic.counted, things)
  if (noun >= strict.thing) return { fit: noun, isNoun: true }
  // "How many people were displaced": "48 300 déplacés".
  const isOfPeople = topic.people || topic.counted.some((column) => isHuman(coverage.words[column]?.word ?? ''))
  const stated = number.unit === undefined ? wordsBeside(unit, number) : things
  const state = isOfPeople && highest(topic.abouts.flat(), stated) >= sameState ? people.inState : 0
  const isPeople = topic.people && (things.some(meansPeople) || countsPeopleOfPlace(unit, number))
  const beside = besideShare * highest(topic.counted, wordsBeside(unit, number))
  const here = Math.max(0, ...topic.counted.map((column) => coverage.own[row]?.[column] ?? 0))
  const around = Math.max(0, ...topic.counted.map((column) => coverage.surroundings[row]?.[column] ?? 0))
  // "15,000 more were deported" counts what the sentence before counts; an item of a list does not.
  const alone = number.unit === undefined && here < strict.thing && !isListItem(unit) ? around : 0
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
export function wordsBeside(unit: Unit, number: NumberMention): readonly string[] {
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
  if (asked.length === 0) return false
  const given = entitiesOf(unit).dates.filter(({ relative }) => relative !== true)
  if (given.length === 0) return false
  return !asked.some((date) => given.some((other) => datesAgree(date, other)))
}
