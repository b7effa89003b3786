/** What tells whether the best sentence answers at all. No feature of the question's shape: those learn a test's style. */
import type { WordMatcher } from '../../match/similarity.ts'
import { asksAdvice } from '../../question/advice.ts'
import type { Question } from '../../question/question.ts'
import { fold } from '../../text/fold.ts'
import { givesReason } from '../missing/causes.ts'
import { articleOf, type Coverage, shareCovered } from '../missing/coverage.ts'
import type { Missing, MissingKind } from '../missing/missing-kinds.ts'
import type { RankedUnit } from '../units/rank-units.ts'
import { readRelation, relationColumns } from '../units/relation.ts'
import { likenessOfCounted, weakestOfHeavy } from '../units/unit-features.ts'
import type { Unit } from '../units/units.ts'
import type { Features } from './linear.ts'

export const decisionFeatureNames = [
  'bias',
  'score',
  'lead',
  'covered',
  'coveredOwn',
  'weakest',
  'weakestPassage',
  'weakestAnywhere',
  'bestAnywhere',
  'unexplained',
  'exact',
  'meaning',
  'relation',
  'relationWeakest',
  'relationPassage',
  'relationAnywhere',
  'relative',
  'expectedNear',
  'link',
  'expectedMissing',
  'countedMissing',
  'reasonMissing',
  'nameMissing',
  'placeMissing',
  'dateMissing',
  'numberMissing',
  'propertyMissing',
  'objectMissing',
  'relationMissing',
  'answerMissing',
  'countedAbsent',
  'advice',
  'nowhere',
] as const

export type DecisionFeatureName = (typeof decisionFeatureNames)[number]
export type DecisionFeatures = Features<DecisionFeatureName>

/** The noun counted stands beside a number from this likeness. */
const besideFrom = 0.5
const exactFrom = 0.95
const scoreScale = 10
const checkable: ReadonlySet<string> = new Set([
  'time',
  'name',
  'number',
  'money',
  'person',
  'date',
  'age',
  'duration',
  'country',
  'place',
])

export function readDecisionFeatures(
  question: Question,
  coverage: Coverage,
  ranked: readonly RankedUnit[],
  missing: readonly Missing[],
  matcher: WordMatcher,
): DecisionFeatures {
  const [best] = ranked
  if (best === undefined) throw new RangeError('nothing was ranked')
  const { weights } = coverage
  const around = coverage.surroundings[best.row] ?? []
  const passage = coverage.passage[best.row] ?? []
  const article = coverage.article[best.row] ?? []
  const other = ranked.find(({ unit }) => articleOf(unit) !== articleOf(best.unit))
  const counted = likenessOfCounted(question, best.unit, matcher)
  const columns = relationColumns(question)
  const has = (kind: MissingKind) => (missing.some((item) => item.kind === kind) ? 1 : 0)
  return {
    bias: 1,
    score: best.score / scoreScale,
    lead: other === undefined ? 0 : Math.min(1, (best.score - other.score) / scoreScale),
    covered: shareCovered(passage, weights),
    coveredOwn: shareCovered(around, weights),
    weakest: weakestOfHeavy(around, weights),
    weakestPassage: weakestOfHeavy(passage, weights),
    weakestAnywhere: weakestOfHeavy(coverage.anywhere, weights),
    bestAnywhere: Math.max(0, ...coverage.anywhere),
    unexplained: 1 - shareCovered(coverage.anywhere, weights),
    exact: shareCovered(
      article.map((value) => (value >= exactFrom ? 1 : 0)),
      weights,
    ),
    meaning: best.features.meaning,
    relation: best.features.relation,
    relationWeakest: best.features.relationWeakest,
    relationPassage: readRelation(columns, passage, weights).weakest,
    relationAnywhere: readRelation(columns, coverage.anywhere, weights).weakest,
    relative: best.features.relative,
    expectedNear: best.features.expectedNear,
    link: best.features.link,
    expectedMissing: checkable.has(question.expected.type) && best.features.expectedNew === 0 ? 1 : 0,
    countedMissing:
      question.expected.counted === undefined ? 0 : 1 - Math.max(counted.besideNumber, 0.5 * counted.anywhere),
    reasonMissing: question.expected.type === 'reason' ? reasonMissing(best.unit) : 0,
    nameMissing: has('name'),
    placeMissing: has('place'),
    dateMissing: has('date'),
    numberMissing: has('number'),
    propertyMissing: has('property'),
    objectMissing: Math.max(has('object'), has('office'), has('event'), has('holder')),
    relationMissing: has('relation'),
    answerMissing: has('answer'),
    countedAbsent:
      has('counted') === 1 || (question.expected.counted !== undefined && counted.besideNumber < besideFrom) ? 1 : 0,
    advice: asksAdvice(question) ? 1 : 0,
    nowhere: missing.some(({ nowhere }) => nowhere) ? 1 : 0,
  }
}

/** 0 when the sentence gives a reason, a half when only its surroundings in the passage do. */
function reasonMissing({ text, passage, language }: Unit): number {
  if (givesReason(fold(text), language)) return 0
  return givesReason(fold(passage.text), language) ? 0.5 : 1
}
