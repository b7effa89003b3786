/** When a question counts something and the articles give several figures for it: no single number may hide the others. */
import type { Examination } from '../answer/answer-from-evidence.ts'
import { readRelation, relationColumns } from '../answer/units/relation.ts'
import type { Unit } from '../answer/units/units.ts'
import { datesAgree } from '../figures/dates.ts'
import { sameNumber } from '../figures/numbers.ts'
import type { Question } from '../question/question.ts'
import { fold } from '../text/fold.ts'
import type { Reading } from './reading.ts'
import { createReading } from './reading.ts'
import { findRelevantFigures, type RelevantFigure } from './relevant-figures.ts'
import { strict } from './topic/fit-of-topic.ts'
import { readTopic } from './topic.ts'

/** Claims of such an answer; with more different figures than that the reader is told where they all are. */
export const mostFigures = 8
/** A figure that fits so much less than the best is about something else. */
const leastOfBestFit = 0.8
/** Citizens and suspects are counted with foreigners: whoever they are, the same was done to them. */
const leastOfPeople = 0.6
/** What is done to those counted must be spoken of in the sentence, or in the one that it leans on. */
const spokenOf = 0.78
/** How far below the best a sentence may rank (log-odds). */
const reach = 8

const none = { units: [], figures: 0 } as const

type Examined = Pick<Examination, 'coverage' | 'ranked' | 'matcher'>

/**
 * The sentence to quote first and one for each other figure of the same thing, best first, with the number of different
 * figures in all; none when the question counts
 * nothing, names a date of its own, or has one figure only.
 */
export function chooseOtherFigures(
  question: Question,
  { coverage, ranked, matcher }: Examined,
): { readonly units: readonly Unit[]; readonly figures: number } {
  const { type, counted } = question.expected
  const [best] = ranked
  if (best === undefined || type !== 'number' || counted === undefined) return none
  if (question.dates.some(({ relative }) => relative !== true) || question.numbers.length > 0) return none
  const scores = new Map(ranked.map((item) => [item.unit, item.score]))
  const columns = relationColumns(question).filter((column) => {
    const word = coverage.words[column]
    return word !== undefined && (word.start < counted.start || word.end > counted.end)
  })
  const isWanted = (unit: Unit, row: number): boolean =>
    (scores.get(unit) ?? Number.NEGATIVE_INFINITY) >= best.score - reach &&
    readRelation(columns, coverage.surroundings[row] ?? [], coverage.weights).weakest >= spokenOf
  const reading = createReading(question, { coverage, matcher })
  const figures = findRelevantFigures(reading, strict, isWanted).filter(({ number }) => number.kind === 'count')
  const own = figures.filter(({ unit }) => unit === best.unit)
  if (own.length === 0) return none
  const { people } = readTopic(question)
  const least = (people ? leastOfPeople : leastOfBestFit) * Math.max(...own.map(({ fit }) => fit))
  const chosen: RelevantFigure[] = [...own]
  const others = figures
    .filter(({ unit, fit }) => unit !== best.unit && fit >= least)
    .sort((left, right) => (scores.get(right.unit) ?? 0) - (scores.get(left.unit) ?? 0))
  for (const figure of others) {
    if (!chosen.some((known) => isSameFigure(known, figure, reading))) chosen.push(figure)
  }
  const units = [...new Set(chosen.map(({ unit }) => unit))]
  return units.length > 1 ? { units: units.slice(0, mostFigures), figures: chosen.length } : none
}

/** The same number for another period is another figure: "15,000 over two years" and "15,000 in this term". */
function isSameFigure(left: RelevantFigure, right: RelevantFigure, { reader }: Reading): boolean {
  if (!sameNumber(left.number, right.number)) return false
  const [one, other] = [left, right].map(({ unit, number }) => reader.periodOf(unit, number).period)
  if (one === undefined || other === undefined || fold(one.text) === fold(other.text)) return true
  return one.date !== undefined && other.date !== undefined && datesAgree(one.date, other.date)
}
