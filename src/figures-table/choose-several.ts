/** The sentences to quote when one does not do: one a figure, one an article, or one a part of the question. */
import type { Examination } from '../answer/answer-from-evidence.ts'
import { articleOf, type Coverage, shareCovered } from '../answer/missing/coverage.ts'
import { entitiesOf, expectedIn } from '../answer/missing/entities-of.ts'
import type { RankedUnit } from '../answer/units/rank-units.ts'
import { readUnits, type Unit } from '../answer/units/units.ts'
import { expectedAnswer } from '../entities/expected.ts'
import { dateCovers, datesAgree } from '../figures/dates.ts'
import type { Question } from '../question/question.ts'
import type { Range } from '../types.ts'
import { createReading } from './reading.ts'
import { findRelevantFigures, isOfKind, quantitiesOf, type RelevantFigure } from './relevant-figures.ts'
import { readSeveral, type Several } from './several.ts'
import { lenient, strict } from './topic/fit-of-topic.ts'
import { readTopic, type Topic } from './topic.ts'

/** Claims of an answer to such a question. */
export const mostSeveral = 8
/** How far below the best a sentence may be (log-odds). */
const reach = { figures: 16, near: 4, articles: 14, parts: 6.5 }
/** What the fit of a sentence's best figure adds (log-odds). */
const figureShare = 3
/** A table of figures from fewer articles may lack some. */
const fewArticles = 3
/** A sentence that is not in the table comes close from this fit. */
const closeFrom = 0.5
/** What covering a part of the question adds (log-odds), and its date fitting or speaking against it. */
const partShare = 6
const dateShare = 2.5
const nameFrom = { near: 0.7, article: 0.8 }
const speaksFrom = 0.65
const unitsPerPart = 2
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

/**
 * Sentences with a figure that is asked for: what the table has, and from articles of which it has nothing the sentence
 * that comes closest; the best of each article first, then their next best.
 */
export function chooseFigureUnits(
  question: Question,
  { coverage, ranked, matcher }: Examined,
  most = mostSeveral,
): readonly Unit[] {
  const reading = createReading(question, { coverage, matcher })
  const topic = readTopic(question)
  const [table, close] = [strict, lenient].map((least) => bestFits(findRelevantFigures(reading, least)))
  const best = ranked[0]?.score ?? 0
  const scoredBy = (fits: ReadonlyMap<Unit, number> | undefined): readonly Scored[] =>
    within(
      ranked.flatMap(({ unit, score }) => {
        const fit = fits?.get(unit)
        return fit === undefined ? [] : [{ unit, score: score + figureShare * fit }]
      }),
      reach.figures,
    )
  const ofTable = takeInTurn(scoredBy(table), most)
  const inTable = new Set(ofTable.map(articleOf))
  const isNear = new Set(ranked.filter(({ score }) => score >= best - reach.near).map(({ unit }) => unit))
  // Where the table draws on several articles, what the others only come close to is about something else.
  const ofOthers = scoredBy(close).filter(
    ({ unit }) =>
      isNear.has(unit) ||
      (!inTable.has(articleOf(unit)) && (inTable.size < fewArticles || (close?.get(unit) ?? 0) >= closeFrom)),
  )
  const chosen = [...new Set([...ofTable, ...takeInTurn(ofOthers, most)])]
  // "Thirteen were hurt" counts wounded without a word for them: the ranking may know.
  const told = new Set(chosen.map(articleOf))
  const others = ranked.filter(({ unit }) => isNear.has(unit) && !told.has(articleOf(unit)) && holdsFigure(unit, topic))
  const [first] = ranked
  const lead = first !== undefined && !chosen.includes(first.unit) && holdsFigure(first.unit, topic) ? [first.unit] : []
  return [...new Set([...lead, ...chosen, ...takeInTurn(others, most)])].slice(0, most)
}

function bestFits(figures: readonly RelevantFigure[]): ReadonlyMap<Unit, number> {
  const fits = new Map<Unit, number>()
  for (const { unit, fit } of figures) fits.set(unit, Math.max(fit, fits.get(unit) ?? 0))
  return fits
}

function holdsFigure(unit: Unit, topic: Topic): boolean {
  return quantitiesOf(unit).some((number) => isOfKind(number, topic, unit))
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
  return (oneEach ? units.filter(isFirst) : units).slice(0, most).map(withQuotation)
}

/** UTF-16 units of the longest quote of more than one sentence. */
const longestQuote = 400
const marks = { opening: /[“«]|(?<![\p{L}\p{N}.,!?])"/gu, closing: /[”»]|(?<=[\p{L}\p{N}.,!?…])\s?"/gu }

/** '… pas apres", a declare X' ends a quotation that the sentences before it begin: they are quoted with it. */
function withQuotation(unit: Unit): Unit {
  const count = (text: string, mark: RegExp): number => [...text.matchAll(mark)].length
  const isOpen = (text: string): boolean => count(text, marks.closing) > count(text, marks.opening)
  const units = readUnits(unit.passage)
  const textFrom = (first: Unit): string => unit.passage.text.slice(first.start, unit.end)
  let first = unit
  while (isOpen(textFrom(first))) {
    const before = units[first.position - 1]
    if (before === undefined || unit.end - before.start > longestQuote) return unit
    first = before
  }
  if (first === unit) return unit
  return { ...unit, position: first.position, start: first.start, text: textFrom(first) }
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
  const { abouts, counted } = readTopic(question)
  const columns = [...abouts.flat(), ...counted]
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
      tellingKind(question, ranked, part).map((item) => ({
        unit: item.unit,
        score: item.score + fitOfPart(question, coverage, item, part),
      })),
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

const typed: ReadonlySet<string> = new Set(['date', 'person', 'place', 'country', 'money', 'duration', 'age'])

/** "… and when were they flown back": only a sentence with a day answers that part. All, where none has what is asked. */
function tellingKind({ text, language }: Question, ranked: readonly RankedUnit[], part: Range): readonly RankedUnit[] {
  const expected = expectedAnswer(text.slice(part.start, part.end), language)
  const telling = typed.has(expected.type) ? ranked.filter(({ unit }) => expectedIn(unit, expected).length > 0) : []
  return telling.length > 0 ? telling : ranked
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
