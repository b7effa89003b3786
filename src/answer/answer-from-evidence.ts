/** The heart: from evidence to the sentences that answer, or to the honest word that nothing does. */

import { chooseSeveral } from '../figures-table/choose-several.ts'
import { chooseOtherFigures, mostFigures } from '../figures-table/other-figures.ts'
import { prepareMatcher, type WordMatcher } from '../match/similarity.ts'
import type { PassageIndex, WordSpace } from '../ports.ts'
import { asksForWords, type Question } from '../question/question.ts'
import type { AnswerStatus, ArticleFacts, Citation, Claim, Evidence } from '../types.ts'
import { decide } from './decision/decide.ts'
import { type DecisionFeatures, readDecisionFeatures } from './decision/decision-features.ts'
import { type Coverage, measureCoverage } from './missing/coverage.ts'
import { findMissing } from './missing/missing.ts'
import type { Missing } from './missing/missing-kinds.ts'
import { missingWords } from './missing/missing-topics.ts'
import { orderEvidence } from './order-evidence.ts'
import { chooseQuotes } from './quotes/choose-quotes.ts'
import { citeUnits } from './quotes/cite.ts'
import { extendQuotes } from './quotes/extend-quotes.ts'
import { listed } from './quotes/list-items.ts'
import { type RankedUnit, rankUnits } from './units/rank-units.ts'
import { readUnits, type Unit } from './units/units.ts'
import { preferWhereabouts } from './units/whereabouts.ts'

export type Outcome = {
  readonly status: AnswerStatus
  readonly claims: readonly Claim[]
  readonly citations: readonly Citation[]
  readonly evidence: readonly Evidence[]
  readonly reasons: readonly string[]
  /** Different figures that the articles give, where they are more than are quoted. */
  readonly figures?: number
}

/** What was found out about a question before anything was decided; the fitting of the weights works on this. */
export type Examination = {
  readonly coverage: Coverage
  readonly ranked: readonly RankedUnit[]
  readonly matcher: WordMatcher
}

const nothing = { status: 'not-found', claims: [], citations: [] } as const

/** How many articles are read whole, to know what they are about. */
const articlesRead = 12

/** Compares a question with every sentence of the candidate passages and of the articles around them. */
export async function examine(
  question: Question,
  evidence: readonly Evidence[],
  index: Pick<PassageIndex, 'passagesOf'>,
  space: WordSpace,
): Promise<Examination> {
  const units = await readScope(evidence, index)
  const vocabulary = new Set<string>()
  for (const list of new Set(units.flatMap((unit) => [unit.vocabulary, unit.surroundings])))
    for (const word of list) vocabulary.add(word)
  const matcher = await prepareMatcher(
    space,
    question.language,
    question.content.map(({ word }) => word),
    vocabulary,
  )
  const coverage = measureCoverage(question, units, matcher, space)
  const ranked = preferWhereabouts(question, coverage, rankUnits(question, coverage, matcher, evidence))
  return { coverage, ranked, matcher }
}

/** What the decision rests on; undefined when there is no sentence at all. */
export function weighDecision(
  question: Question,
  { coverage, ranked, matcher }: Examination,
): { readonly features: DecisionFeatures; readonly missing: readonly Missing[] } | undefined {
  if (ranked.length === 0) return undefined
  const missing = findMissing(question, coverage, ranked, matcher)
  const features = readDecisionFeatures(question, coverage, ranked, missing, matcher)
  return { features, missing: [...missing, ...missingWords(question, coverage)] }
}

export async function answerFromEvidence(
  question: Question,
  evidence: readonly Evidence[],
  index: Pick<PassageIndex, 'passagesOf'>,
  space: WordSpace,
): Promise<Outcome> {
  const examination = await examine(question, evidence, index, space)
  const weighed = weighDecision(question, examination)
  if (weighed === undefined) {
    return { ...nothing, evidence, reasons: ['no passage was found'] }
  }
  const { ranked, matcher } = examination
  const { status, reasons } = decide(weighed.features, weighed.missing, asksWhetherTrue(question))
  const ordered = orderEvidence(evidence, ranked)
  if (status === 'not-found') return { ...nothing, evidence: ordered, reasons }
  const articles = new Map<string, ArticleFacts>(evidence.map(({ article }) => [article.id, article]))
  const several = chooseSeveral(question, examination)
  if (several?.units.length === 0) {
    return {
      ...nothing,
      evidence: ordered,
      reasons: [...reasons, 'it asks for articles about something that none speaks of'],
    }
  }
  const single = several === undefined ? chooseQuotes(ranked).map(({ unit }) => unit) : []
  const others = several === undefined ? chooseOtherFigures(question, examination) : { units: [], figures: 0 }
  const other = others.units
  const units = several?.units ?? listed(other.length > 0 ? other : single, question, examination)
  const isList = several === undefined && units.length > Math.max(other.length, single.length)
  const kind = several?.kind ?? (other.length > 0 ? 'figures' : isList ? 'items' : undefined)
  return {
    status,
    ...citeUnits(
      extendQuotes(units, kind === undefined ? ranked : [], asksForWords(question)),
      articles,
      question,
      matcher,
      examination.coverage.units,
    ),
    evidence: ordered,
    ...(status === 'answered' && others.figures > mostFigures && { figures: others.figures }),
    reasons: kind === undefined ? reasons : [...reasons, `it asks for several: ${kind}`],
  }
}

/** "Is it true that …?": another figure than the one asked about is worth showing. */
export function asksWhetherTrue({ expected, numbers }: Question): boolean {
  return expected.type === 'yes-no' && numbers.length > 0
}

async function readScope(
  evidence: readonly Evidence[],
  index: Pick<PassageIndex, 'passagesOf'>,
): Promise<readonly Unit[]> {
  const passages = new Map(evidence.map(({ passage }) => [passage.id, passage]))
  const articles = [
    ...new Map(evidence.map(({ passage }) => [`${passage.articleId}@${passage.version}`, passage])).values(),
  ]
  for (const { articleId, version } of articles.slice(0, articlesRead)) {
    for (const passage of await index.passagesOf(articleId, version)) passages.set(passage.id, passage)
  }
  return [...passages.values()].flatMap(readUnits)
}
