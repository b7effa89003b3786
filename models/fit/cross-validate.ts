/** Fits on all corpora but one and measures on that one, in turn: what the weights do on articles they never saw. */
import { asksWhetherTrue } from '../../src/answer/answer-from-evidence.ts'
import { decideAt } from '../../src/answer/decision/decide.ts'
import {
  type DecisionFeatureName,
  decisionFeatureNames,
  readDecisionFeatures,
} from '../../src/answer/decision/decision-features.ts'
import { findMissing } from '../../src/answer/missing/missing.ts'
import { missingWords } from '../../src/answer/missing/missing-topics.ts'
import { extendQuote } from '../../src/answer/quotes/extend-quotes.ts'
import { type UnitFeatureName, unitFeatureNames } from '../../src/answer/units/unit-features.ts'
import type { Unit } from '../../src/answer/units/units.ts'
import { asksForWords } from '../../src/question/question.ts'
import type { AnswerStatus } from '../../src/types.ts'
import { holdsAnswer } from './collections.ts'
import type { Examined } from './examine-collections.ts'
import { fitDecision, fitRanking, makeTable, type RankingExample, scoreRows, type Table } from './fit-linear.ts'

export type Fitted = {
  readonly unit: Readonly<Record<UnitFeatureName, number>>
  readonly decision: Readonly<Record<DecisionFeatureName, number>>
}

/** What one question came to under weights that were fitted without its corpus. */
export type Judged = {
  readonly examined: Examined
  /** That it is answered, 0 to 1. */
  readonly probability: number
  /** Whether the first claim quotes the answer. */
  readonly right: boolean
  /** As it would be answered. */
  readonly status: AnswerStatus
}

const unitWidth = unitFeatureNames.length
const decisionWidth = decisionFeatureNames.length
/** Candidates below this rank only slow the fitting down. */
const candidates = 60
const pull = { ranking: 0.001, decision: 0.001 }

/** Corpora are told apart by name: two question files over the same articles are one corpus (`seeds:…`). */
function corpusOf({ collection }: Examined): string {
  return collection.split(':')[0] ?? collection
}

export function crossValidate(all: readonly Examined[]): readonly Judged[] {
  const corpora = [...new Set(all.map(corpusOf))]
  return corpora.flatMap((corpus) => {
    const weights = fitBoth(all.filter((item) => corpusOf(item) !== corpus))
    return all.filter((item) => corpusOf(item) === corpus).flatMap((item) => judge(item, weights) ?? [])
  })
}

/** Judges what was never fitted with the weights of everything else. */
export function judgeUnseen(all: readonly Examined[], unseen: readonly Examined[]): readonly Judged[] {
  const weights = fitBoth(all)
  return unseen.flatMap((item) => judge(item, weights) ?? [])
}

export function fitAll(all: readonly Examined[]): Fitted {
  const { unit, decision } = fitBoth(all)
  return { unit: byName(unitFeatureNames, unit), decision: byName(decisionFeatureNames, decision) }
}

type Vectors = { readonly unit: Float64Array; readonly decision: Float64Array }

function fitBoth(examined: readonly Examined[]): Vectors {
  const unit = fitRanking(
    examined.flatMap((item) => rankingExample(item) ?? []),
    unitWidth,
    pull.ranking,
  )
  const examples = examined.flatMap((item) => {
    const best = rerank(item, unit)
    // A wrong sentence for an answerable question is an example of neither.
    if (best === undefined || (item.golden.doc !== null && !best.quoted)) return []
    return [{ row: best.row, label: item.golden.doc !== null, weight: 1 }]
  })
  return { unit, decision: fitDecision(examples, decisionWidth, pull.decision) }
}

function rankingExample({ examination, right }: Examined): RankingExample | undefined {
  if (!right.includes(true)) return undefined
  const kept = examination.ranked.map((item, position) => ({ item, good: right[position] === true }))
  const chosen = kept.filter(({ good }, position) => good || position < candidates)
  const rows = chosen.map(({ item }) => unitFeatureNames.map((name) => item.features[name]))
  return { rows: makeTable(rows, unitWidth), right: chosen.map(({ good }) => good) }
}

function judge(examined: Examined, weights: Vectors): Judged | undefined {
  const best = rerank(examined, weights.unit)
  if (best === undefined) return undefined
  const table: Table = { values: best.row, count: 1, width: decisionWidth }
  const [score = 0] = scoreRows(table, weights.decision)
  // What is no question to the articles is answered before anything is searched.
  const { question } = examined
  if (question.intent !== 'search' || question.foreign) {
    return { examined, probability: 0, right: best.quoted, status: 'not-found' }
  }
  const probability = 1 / (1 + Math.exp(-score))
  const { status } = decideAt(probability, best.features, best.missing, asksWhetherTrue(question))
  return { examined, probability, right: best.quoted, status }
}

function quotes(golden: Examined['golden'], articleId: string | undefined, unit: Unit): boolean {
  return unit.passage.articleId === articleId && holdsAnswer(unit.text, golden.answer)
}

function rerank({ question, examination, right, golden, articleId }: Examined, weights: Float64Array) {
  const table = makeTable(
    examination.ranked.map(({ features }) => unitFeatureNames.map((name) => features[name])),
    unitWidth,
  )
  const scores = scoreRows(table, weights)
  const order = [...scores.keys()].sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0))
  const ranked = order.flatMap((position) => {
    const item = examination.ranked[position]
    return item === undefined ? [] : [{ ...item, score: scores[position] ?? 0 }]
  })
  const [best] = ranked
  const [first] = order
  if (best === undefined || first === undefined) return undefined
  const { coverage, matcher } = examination
  const missing = findMissing(question, coverage, ranked, matcher)
  const features = readDecisionFeatures(question, coverage, ranked, missing, matcher)
  return {
    row: Float64Array.from(decisionFeatureNames, (name) => features[name]),
    right: right[first] === true,
    quoted: quotes(golden, articleId, extendQuote(best.unit, ranked, asksForWords(question))),
    features,
    missing: [...missing, ...missingWords(question, coverage)],
  }
}

function byName<Name extends string>(names: readonly Name[], values: Float64Array): Readonly<Record<Name, number>> {
  const entries = names.map((name, column) => [name, Math.round((values[column] ?? 0) * 1000) / 1000] as const)
  // Object.fromEntries forgets the names; every one of them is there.
  return Object.fromEntries(entries) as Record<Name, number>
}
