/** The table of figures: every quantity that the evidence gives for a topic. */

import type { Question } from '../question/question.ts'
import { articleOf } from '../reading/article-of.ts'
import type { ArticleFacts } from '../types.ts'
import { askedPeriod, sortByPeriod } from './asked-period.ts'
import type { Examination } from './examine.ts'
import { foldRows } from './fold-rows.ts'
import { createSourceReader } from './read-source.ts'
import { createReading, inReadingOrder } from './reading.ts'
import { findRelevantFigures } from './relevant-figures.ts'
import { markMainFigures } from './topic/main-figures.ts'
import { isBare, readTopic } from './topic.ts'
import type { FigureTable } from './types.ts'

/** What is known of the articles of a table. */
export type TableArticles = {
  /** By id. */
  readonly facts: ReadonlyMap<string, ArticleFacts>
  /** By `articleOf`, as far as they are at hand. */
  readonly texts?: ReadonlyMap<string, string>
}

/**
 * @param examination the question compared with every sentence of the candidates (`examine`).
 * @returns rows of what the topic is about first, then by date, those of unknown date last in the order of the articles;
 *   none when the corpus gives no figure.
 *   Where the question names a period, figures for another are left out and those of unknown period stand apart.
 */
export function tabulateFigures(
  question: Question,
  examination: Examination,
  { facts, texts }: TableArticles,
): FigureTable {
  const reading = createReading(question, examination, texts)
  const units = inReadingOrder(examination.coverage.units)
  const position = new Map(units.map((unit, row) => [unit, row]))
  const readSource = createSourceReader(units, facts, reading.reader)
  const withSource = (figure: Parameters<typeof readSource>[0] & { readonly isMain: boolean }) => ({
    ...readSource(figure),
    isMain: figure.isMain,
  })
  const figures = [...markMainFigures(findRelevantFigures(reading), reading)]
    .sort(
      (left, right) =>
        (position.get(left.unit) ?? 0) - (position.get(right.unit) ?? 0) || left.number.start - right.number.start,
    )
    .map(withSource)
  const asked = askedPeriod(question)
  if (asked === undefined) return { topic: question.text, rows: foldRows(figures) }
  const { within, unknown } = sortByPeriod(figures, asked)
  // A topic that is a year and nothing else is about the articles that speak of it.
  const speaking = new Set(within.map(({ unit }) => articleOf(unit)))
  const undated = isBare(readTopic(question)) ? unknown.filter(({ unit }) => speaking.has(articleOf(unit))) : unknown
  return {
    topic: question.text,
    rows: foldRows(within),
    period: asked.text,
    ...(undated.length > 0 && { undated: foldRows(undated) }),
  }
}
