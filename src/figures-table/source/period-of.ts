/** For when a figure is given, where its own sentence says so or one around it. */
import type { Unit } from '../../reading/quotable.ts'
import type { SpeechOf } from '../../speech/unit-speech.ts'
import type { Range } from '../../types.ts'
import { choosePeriod } from '../periods/choose-period.ts'
import { findPeriods, type Period } from '../periods/find-periods.ts'
import { isCompared } from '../periods/governs.ts'
import { isSamePeriod } from '../periods/same-period.ts'
import type { Attached } from '../types.ts'
import type { Surroundings } from './around.ts'
import type { HeadingReader } from './heading-period.ts'
import { leftOutSpans } from './left-out.ts'
import type { ListReader } from './lists.ts'
import { openingDateline } from './opening-dateline.ts'
import { attach, type Sentence, sentenceOf } from './sentence.ts'

export type FigurePeriod = {
  readonly shown?: Attached
  readonly period?: Period
  readonly said?: Period
  /** What "the same period" is the same as. */
  readonly sameAs?: Attached
}

/** How many sentences back "the same period" is looked up. */
const sameReach = 4
/** "The same period last year", "la même période de 2024" say themselves which one. */
const ownYear =
  /^,?\s*(?:(?:of|in|de|en|un)\s+)?(?:the\s+|l['’])?(?:last|previous|past|an |année|annee|year|(?:19|20)\d\d)/iu
const everyTime = /^(?:each|every|per|chaque|par|a |annually|yearly|monthly|weekly|daily)/iu

export function createPeriodReader(
  around: Surroundings,
  lists: ListReader,
  speechOf: SpeechOf,
  headingOf: HeadingReader,
) {
  return (unit: Unit, figure: Range): FigurePeriod => {
    const sentence = sentenceOf(unit)
    const periods = findPeriods(unit.text, unit.language)
    const dateline = openingDateline(unit.text, unit.language)
    const leadIn = leadInWithin(
      unit,
      speechOf(unit, { start: unit.start + figure.start, end: unit.start + figure.end }),
    )
    const { period, said } = choosePeriod(unit.text, periods, figure, leadIn, dateline)
    const saidOn = said === undefined ? {} : { said }
    if (period !== undefined && isSame(unit.text, period))
      return { ...saidOn, ...resolveSame(unit, period, periods, around) }
    if (period !== undefined) return { ...saidOn, period, shown: attach(sentence, period, 'sentence') }
    if (periods.length === 0 && !isCompared(unit.text, figure)) {
      const heading = headingOf(unit)
      if (heading !== undefined)
        return { period: heading.period, shown: attach(heading.sentence, heading.period, 'context') }
    }
    return said === undefined ? periodAround(unit, around, lists) : saidOn
  }
}

/** The words of attribution as a range of the sentence; undefined where they stand in another. */
function leadInWithin({ text, passage, start }: Unit, said: ReturnType<SpeechOf>): Range | undefined {
  const leadIn = said?.speech.leadIn
  const from = passage.start + start
  if (leadIn === undefined || leadIn.start < from || leadIn.end > from + text.length) return undefined
  return { start: leadIn.start - from, end: leadIn.end - from }
}

function isSame(text: string, period: Period): boolean {
  return isSamePeriod(period.text) && !ownYear.test(text.slice(period.end))
}

/** The period named last before it; else the words that it is compared with: "besides the official cases". */
function resolveSame(unit: Unit, period: Period, own: readonly Period[], around: Surroundings): FigurePeriod {
  const sentence = sentenceOf(unit)
  const shown = attach(sentence, period, 'sentence')
  const places = [
    { sentence, periods: own.filter(({ end }) => end <= period.start) },
    ...around
      .before(unit, sameReach)
      .map((other) => ({ sentence: sentenceOf(other), periods: findPeriods(other.text, other.language) })),
  ]
  for (const place of places) {
    const named = place.periods.filter(({ text }) => !isSamePeriod(text) && !everyTime.test(text)).at(-1)
    if (named === undefined) continue
    return { period: named, shown, sameAs: attach(place.sentence, named, 'context') }
  }
  const [compared] = leftOutSpans(unit.text).filter(({ end }) => end <= period.start)
  return { period, shown, ...(compared && { sameAs: attach(sentence, compared, 'sentence') }) }
}

/**
 * An item of a list has the period of the line that introduces it, or of the one event that the article has told of. What
 * another sentence says of its own day says nothing of this one: there the period is not known.
 */
function periodAround(unit: Unit, around: Surroundings, lists: ListReader): FigurePeriod {
  if (lists.itemsOf(unit).length === 0) return {}
  const event = lists.eventOf(unit)
  return onlyPeriod(around.introductionOf(unit)) ?? onlyPeriod(event && sentenceOf(event)) ?? {}
}

/** With several dates in a sentence nothing tells which one goes on. */
function onlyPeriod(sentence: Sentence | undefined): FigurePeriod | undefined {
  const periods = sentence === undefined ? [] : findPeriods(sentence.text, sentence.language)
  const [period] = periods
  if (sentence === undefined || period === undefined || periods.length > 1) return undefined
  return { period, shown: attach(sentence, period, 'context') }
}
