/** What speaks for a sentence as the one to quote first. Every feature lies between 0 and about 1. */
import { mentionsProperty } from '../../entities/properties.ts'
import { dateCovers, datesAgree } from '../../figures/dates.ts'
import type { WordMatcher } from '../../match/similarity.ts'
import type { Question } from '../../question/question.ts'
import { fold } from '../../text/fold.ts'
import type { Range, Signals } from '../../types.ts'
import type { Features } from '../decision/linear.ts'
import { givesReason } from '../missing/causes.ts'
import { type Coverage, shareCovered } from '../missing/coverage.ts'
import { entitiesOf, expectedIn } from '../missing/entities-of.ts'
import { fitsForm } from '../missing/missing-form.ts'
import { isNew } from './is-new.ts'
import { nearnessOfExpected } from './nearness.ts'
import { readRelation, relationColumns } from './relation.ts'
import type { Unit } from './units.ts'

export const unitFeatureNames = [
  'own',
  'surroundings',
  'passage',
  'article',
  'sharp',
  'weakest',
  'similarity',
  'meaning',
  'bm25',
  'expected',
  'expectedNew',
  'counted',
  'countedNumber',
  'names',
  'relation',
  'relationWeakest',
  'relative',
  'expectedNear',
  'link',
  'dateFits',
  'dateAgainst',
  'places',
  'quotation',
  'first',
  'short',
  'density',
  'property',
  'introduces',
  'reason',
  'fits',
] as const

export type UnitFeatureName = (typeof unitFeatureNames)[number]
export type UnitFeatures = Features<UnitFeatureName>

/** Numbers that tell how many or how much; years, days and names with digits do not. */
const quantities: ReadonlySet<string> = new Set(['count', 'percent', 'money', 'fraction', 'range', 'ratio', 'ordinal'])
/** Kinds of answer that are found by their form. */
const toldByKind: ReadonlySet<string> = new Set(
  'number money age time date duration name person place country organisation quote'.split(' '),
)
const heavyWords = 3
/** A word of the unit is the one asked about from this likeness. */
const askedFrom = 0.9
/** "Hundreds of" answers "how many" less than a figure does. */
const vagueNumber = 0.7
/** Words after a number among which the noun counted stands. */
const countedReach = 4

/**
 * @param position the unit's row in the coverage.
 * @param signals how retrieval found its passage.
 */
export function readUnitFeatures(
  question: Question,
  coverage: Coverage,
  position: number,
  matcher: WordMatcher,
  signals: Signals,
): UnitFeatures {
  const unit = coverage.units[position]
  if (unit === undefined) throw new RangeError(`no unit ${position}`)
  const row = coverage.own[position] ?? []
  const around = coverage.surroundings[position] ?? []
  const { weights } = coverage
  const expected = expectedIn(unit, question.expected)
  const fresh = expected.filter(({ start, end }) => isNew(unit.text.slice(start, end), question))
  const own = shareCovered(row, weights)
  const counted = likenessOfCounted(question, unit, matcher)
  const relation = readRelation(relationColumns(question), around, weights)
  const covered = shareCovered(around, weights)
  const property = shareOfProperties(question, unit)
  const names = shareOfNames(coverage, around)
  const hasNames = coverage.words.some(({ inName }) => inName)
  const coveredAnywhere = shareCovered(coverage.anywhere, weights)
  return {
    own,
    surroundings: covered,
    passage: shareCovered(coverage.passage[position] ?? [], weights),
    article: shareCovered(coverage.article[position] ?? [], weights),
    sharp: shareCovered(
      around.map((value) => value ** 3),
      weights,
    ),
    weakest: weakestOfHeavy(around, weights),
    similarity: signals['similarity'] ?? 0,
    meaning: signals['meaning'] ?? 0,
    bm25: signals['bm25'] ?? 0,
    expected: expected.length > 0 ? 1 : 0,
    expectedNew: fresh.length > 0 ? 1 : 0,
    counted: counted.anywhere,
    countedNumber: counted.besideNumber,
    names,
    relation: relation.share,
    relationWeakest: relation.weakest,
    relative: coveredAnywhere === 0 ? 0 : covered / coveredAnywhere,
    expectedNear: nearnessOfExpected(question, unit, fresh, matcher),
    link: Math.min(
      relation.weakest,
      hasNames ? names : 1,
      tellsKind(question, fresh),
      question.properties.length > 0 ? Math.max(property, withoutKind) : 1,
    ),
    ...fitOfDates(question, unit),
    places: shareOfPlaces(question, unit),
    quotation: question.expected.type === 'quote' && /["“”«»]/.test(unit.text) ? 1 : 0,
    first: unit.passage.ordinal === 1 ? 1 : 0,
    short: 1 / (1 + unit.words.length / 20),
    property,
    reason: question.expected.type === 'reason' && givesReason(fold(unit.text), unit.language) ? 1 : 0,
    fits: fitsForm(question, coverage, position, matcher) ? 1 : 0,
    introduces: question.expected.type === 'definition' && introducesName(unit, question, matcher) ? 1 : 0,
    density: Math.min(1, (own * coverage.words.length * 4) / Math.max(8, unit.vocabulary.length)),
  }
}

/** A kind of answer that is not there makes the link weak; a question of no kind asks for none. */
const withoutKind = 0.3

function tellsKind({ expected }: Question, fresh: readonly Range[]): number {
  return fresh.length > 0 || !toldByKind.has(expected.type) ? 1 : withoutKind
}

/** The least covered of the words that matter most. */
export function weakestOfHeavy(row: readonly number[], weights: readonly number[]): number {
  const heaviest = weights
    .map((weight, column) => ({ weight, value: row[column] ?? 0 }))
    .sort((left, right) => right.weight - left.weight)
    .slice(0, heavyWords)
  return Math.min(1, ...heaviest.map(({ value }) => value))
}

/** For "how many X": how well X is found in the sentence, and right beside one of its numbers. */
export function likenessOfCounted(
  question: Question,
  unit: Unit,
  matcher: WordMatcher,
): { readonly anywhere: number; readonly besideNumber: number } {
  const range = question.expected.counted
  if (range === undefined) return { anywhere: 0, besideNumber: 0 }
  const nouns = question.content.filter(({ start, end }) => start >= range.start && end <= range.end)
  const numbers = entitiesOf(unit).numbers.filter(({ kind }) => quantities.has(kind))
  let anywhere = 0
  let besideNumber = 0
  for (const noun of nouns) {
    const likenessTo = matcher.likenessOf(noun.word, unit.language)
    for (const [position, word] of unit.words.entries()) {
      const likeness = likenessTo(word.word)
      anywhere = Math.max(anywhere, likeness)
      for (const { end, vague } of numbers) {
        if (word.start < end) continue
        const between = unit.words.slice(0, position).filter(({ start }) => start >= end).length
        const exactness = vague === true ? vagueNumber : 1
        if (between < countedReach) besideNumber = Math.max(besideNumber, exactness * likeness)
      }
    }
  }
  return { anywhere, besideNumber }
}

function shareOfNames(coverage: Coverage, row: readonly number[]): number {
  const weights = coverage.weights.map((weight, column) => (coverage.words[column]?.inName === true ? weight : 0))
  return shareCovered(row, weights)
}

function fitOfDates(question: Question, unit: Unit): { readonly dateFits: number; readonly dateAgainst: number } {
  const asked = question.dates.filter(({ relative }) => relative !== true)
  if (asked.length === 0) return { dateFits: 0, dateAgainst: 0 }
  const given = entitiesOf(unit).dates
  const fits = asked.some((date) => given.some((other) => dateCovers(date, other)))
  const against = given.length > 0 && !asked.some((date) => given.some((other) => datesAgree(date, other)))
  return { dateFits: fits ? 1 : 0, dateAgainst: against ? 1 : 0 }
}

function shareOfProperties({ properties }: Question, unit: Unit): number {
  if (properties.length === 0) return 0
  return properties.filter((property) => mentionsProperty(unit.text, property)).length / properties.length
}

/** Whether a word of the question stands beside a bracket, a comma or a dash, as where a name or an acronym is explained. */
function introducesName(unit: Unit, question: Question, matcher: WordMatcher): boolean {
  return unit.words.some(({ word, start, end }) => {
    const isAsked = question.content.some((asked) => matcher.likenessOf(asked.word, unit.language)(word) >= askedFrom)
    return (
      isAsked && (/^[)”"»]?\s*(?:[(,]|[-–—]\s)/.test(unit.text.slice(end)) || /\($/.test(unit.text.slice(0, start)))
    )
  })
}

function shareOfPlaces(question: Question, unit: Unit): number {
  if (question.places.length === 0) return 0
  const given = new Set(entitiesOf(unit).places.map(({ code }) => code))
  return question.places.filter(({ code }) => given.has(code)).length / question.places.length
}
