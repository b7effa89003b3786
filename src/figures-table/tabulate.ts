/** The table of figures: every quantity that the evidence gives for a topic. */
import { type Examination, weighDecision } from '../answer/answer-from-evidence.ts'
import { decide } from '../answer/decision/decide.ts'
import { articleOf } from '../answer/missing/coverage.ts'
import type { Question } from '../question/question.ts'
import type { ArticleFacts } from '../types.ts'
import { foldRows } from './fold-rows.ts'
import { createSourceReader } from './read-source.ts'
import { figuresOfAnswer, findRelevantFigures, type RelevantFigure } from './relevant-figures.ts'
import type { FigureTable } from './types.ts'

/**
 * @param examination the question compared with every sentence of the candidates (`examine`).
 * @param articles the facts of their articles, by id.
 * @returns rows by date, those of unknown date last in the order of the articles; none when the corpus gives no figure.
 */
export function tabulateFigures(
  question: Question,
  examination: Examination,
  articles: ReadonlyMap<string, ArticleFacts>,
): FigureTable {
  const { coverage, matcher } = examination
  const order = new Map([...new Set(coverage.units.map(articleOf))].sort().map((id, position) => [id, position]))
  const units = [...coverage.units].sort(
    (left, right) =>
      (order.get(articleOf(left)) ?? 0) - (order.get(articleOf(right)) ?? 0) ||
      left.passage.start + left.start - (right.passage.start + right.start),
  )
  const position = new Map(units.map((unit, row) => [unit, row]))
  const read = createSourceReader(units, articles)
  const figures = [...withAnswer(question, examination, findRelevantFigures(question, coverage, matcher))].sort(
    (left, right) =>
      (position.get(left.unit) ?? 0) - (position.get(right.unit) ?? 0) || left.number.start - right.number.start,
  )
  return { topic: question.text, rows: foldRows(figures.map(read)) }
}

const asksFor: ReadonlySet<string> = new Set(['number', 'money', 'duration', 'age'])

/** A question that is answered with a figure finds that figure in its table. */
function withAnswer(
  question: Question,
  examination: Examination,
  figures: readonly RelevantFigure[],
): readonly RelevantFigure[] {
  const { coverage, matcher, ranked } = examination
  const [best] = ranked
  const weighed = asksFor.has(question.expected.type) ? weighDecision(question, examination) : undefined
  if (best === undefined || weighed === undefined || figures.some(({ unit }) => unit === best.unit)) return figures
  if (decide(weighed.features, weighed.missing).status !== 'answered') return figures
  return [...figures, ...figuresOfAnswer(question, coverage, matcher, best.row)]
}
