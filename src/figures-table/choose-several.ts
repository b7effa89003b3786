/** The sentences to quote when one does not do: one a figure, one an article, or one a part of the question. */
import type { Examination } from '../answer/answer-from-evidence.ts'
import { articleOf, type Coverage, shareCovered } from '../answer/missing/coverage.ts'
import { entitiesOf } from '../answer/missing/entities-of.ts'
import type { RankedUnit } from '../answer/units/rank-units.ts'
import type { Unit } from '../answer/units/units.ts'
import { dateCovers, datesAgree } from '../figures/dates.ts'
import type { Question } from '../question/question.ts'
import type { Range } from '../types.ts'
import { findRelevantFigures, lenient } from './relevant-figures.ts'
import { readSeveral, type Several } from './several.ts'
import { readTopic } from './topic.ts'

/** Claims of an answer to such a question. */
export const mostSeveral = 8
/** How far below the best a sentence may be (log-odds). */
const reach = { figures: 16, figuresUnsure: 8, articles: 14, parts: 6.5 }
/** What the fit of a sentence's best figure adds (log-odds). */
const figureShare = 3
/** What covering a part of the question adds (log-odds), and its date fitting or speaking against it. */
const partShare = 6
const dateShare = 2.5
const nameFrom = { near: 0.7, article: 0.8 }
const speaksFrom = 0.65
const unitsPerPart = 2
/** A figure that fits the question so much worse than the best one is only taken from a sentence that ranks high. */
const leastOfBestFit = 0.6

type Examined = Pick<Examination, 'coverage' | 'ranked' | 'matcher'>

/**
 * The sentences for a question that asks for several, best first, at most `mostSeveral`, each once. Undefined for one
 * that does not ask for several; no sentences when it asks for articles about something that none speaks of.
 */
export function chooseSeveral(
  question: Question,
  examined: Examined,
): { readonly kind: Several['kind']; readonly units: readonly Unit[] } | undefined {
  const several = readSeveral(question)
  if (several === undefined) return undefined
  const units =
    several.kind === 'figures'
      ? chooseFigureUnits(question, examined)
      : several.kind === 'articles'
        ? chooseUnitPerArticle(question, examined, several.oneEach)
        : chooseUnitPerPart(question, examined, several.parts)
  if (units === undefined || (units.length === 0 && several.kind !== 'articles')) return undefined
  return { kind: several.kind, units }
}

/** Sentences with a figure that is asked for: the best of each article first, then their next best. */
export function chooseFigureUnits(
  question: Question,
  { coverage, ranked, matcher }: Examined,
  most = mostSeveral,
): readonly Unit[] {
  const fits = new Map<Unit, number>()
  for (const { unit, fit } of findRelevantFigures(question, coverage, matcher, lenient)) {
    fits.set(unit, Math.max(fit, fits.get(unit) ?? 0))
  }
  const fitOf = (unit: Unit): number => fits.get(unit) ?? 0
  const least = leastOfBestFit * Math.max(0, ...fits.values())
  const scored = ranked
    .filter(({ unit }) => fits.has(unit))
    .map(({ unit, score }) => ({ unit, score: score + figureShare * fitOf(unit) }))
  const near = new Set(within(scored, reach.figuresUnsure))
  const chosen = within(scored, reach.figures).filter((item) => fitOf(item.unit) >= least || near.has(item))
  return takeInTurn(chosen, most)
}

/**
 * The best sentence of each article that names whom or what the question names; then, unless one each is enough, their
 * next best. Undefined when the name that is asked for stands nowhere, empty when the topic does.
 */
export function chooseUnitPerArticle(
  question: Question,
  { coverage, ranked }: Examined,
  oneEach = false,
  most = mostSeveral,
): readonly Unit[] | undefined {
  const columns = [...coverage.words.keys()].filter((column) => coverage.words[column]?.inName === true)
  const speaks = columns.length > 0 ? createNaming(coverage, columns) : createSpeaking(question, coverage)
  const speaking = within(ranked.filter(speaks), reach.articles)
  if (speaking.length === 0 && columns.length > 0) return undefined
  const units = takeInTurn(speaking, speaking.length)
  const seen = new Set<string>()
  const isFirst = (unit: Unit): boolean => !seen.has(articleOf(unit)) && seen.add(articleOf(unit)).size > 0
  return (oneEach ? units.filter(isFirst) : units).slice(0, most)
}

const leaning =
  /^[\s"“”«'’]*(?:he|she|they|his|her|their|it|its|il|elle|ils|elles|son|sa|ses|leurs?|lui|ce dernier|cette derniere)(?![\p{L}])/iu

/** A later sentence says only the family name, or leans on the one before; the article gives the whole name. */
function createNaming(coverage: Coverage, columns: readonly number[]): (item: RankedUnit) => boolean {
  return ({ row, unit }) => {
    const near = leaning.test(unit.text) ? coverage.surroundings[row] : coverage.own[row]
    return (
      columns.some((column) => (near?.[column] ?? 0) >= nameFrom.near) &&
      columns.every((column) => (coverage.article[row]?.[column] ?? 0) >= nameFrom.article)
    )
  }
}

/** Without a name: the sentence speaks of most of what is asked about. */
function createSpeaking(question: Question, coverage: Coverage): (item: RankedUnit) => boolean {
  const { about, counted } = readTopic(question)
  const columns = [...about, ...counted]
  const weights = columns.map((column) => coverage.weights[column] ?? 0)
  return ({ row }) =>
    shareCovered(
      columns.map((column) => coverage.surroundings[row]?.[column] ?? 0),
      weights,
    ) >= speaksFrom
}

/** For each part of the question the sentences that answer it best. */
export function chooseUnitPerPart(
  question: Question,
  { coverage, ranked }: Examined,
  parts: readonly Range[],
  most = mostSeveral,
): readonly Unit[] {
  const lists = parts.map((part) =>
    within(
      ranked.map((item) => ({ unit: item.unit, score: item.score + fitOfPart(question, coverage, item, part) })),
      reach.parts,
    ).slice(0, unitsPerPart),
  )
  const [best] = ranked
  const inTurn = Array.from({ length: unitsPerPart }, (_, turn) =>
    lists.flatMap((list) => list[turn]?.unit ?? []),
  ).flat()
  const chosen = new Set(best !== undefined && inTurn.includes(best.unit) ? [best.unit, ...inTurn] : inTurn)
  return [...chosen].slice(0, most)
}

function fitOfPart(question: Question, coverage: Coverage, { row, unit }: RankedUnit, part: Range): number {
  const inPart = ({ start, end }: Range): boolean => start >= part.start && end <= part.end
  const columns = [...coverage.words.keys()].filter((column) => {
    const word = coverage.words[column]
    return word !== undefined && inPart(word)
  })
  const share = shareCovered(
    columns.map((column) => coverage.surroundings[row]?.[column] ?? 0),
    columns.map((column) => coverage.weights[column] ?? 0),
  )
  const asked = question.dates.filter((date) => date.relative !== true && inPart(date))
  const given = entitiesOf(unit).dates
  const fits = asked.some((date) => given.some((other) => dateCovers(date, other)))
  const against =
    asked.length > 0 && given.length > 0 && !asked.some((date) => given.some((other) => datesAgree(date, other)))
  return partShare * share + dateShare * ((fits ? 1 : 0) - (against ? 1 : 0))
}

type Scored = { readonly unit: Unit; readonly score: number }

/** Best first, without what lies too far below the best. */
function within<Item extends Scored>(items: readonly Item[], far: number): readonly Item[] {
  const sorted = [...items].sort((left, right) => right.score - left.score)
  const best = sorted[0]?.score ?? 0
  return sorted.filter(({ score }) => score >= best - far)
}

/** The best of each article in the order given, then the second best of each … */
function takeInTurn(items: readonly Scored[], most: number): readonly Unit[] {
  const byArticle = new Map<string, Unit[]>()
  for (const { unit } of items) byArticle.set(articleOf(unit), [...(byArticle.get(articleOf(unit)) ?? []), unit])
  const lists = [...byArticle.values()]
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? []))
    .flat()
    .slice(0, most)
}
