/** The heart: retrieve → read → decide → quote. Here from evidence to the sentences that answer, or to the honest word that nothing does. */
import { groupByOutlet } from '../copies/one-source.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { Reader } from '../ports/reader.ts'
import type { WordSpace } from '../ports/word-space.ts'
import { asksForWords, type Question } from '../question/question.ts'
import { articleOf } from '../reading/article-of.ts'
import type { Unit } from '../reading/quotable.ts'
import type { AnswerStatus, ArticleFacts, Citation, Claim, DifferingFigure, Evidence } from '../types.ts'
import { correctionsLast } from './corrections-last.ts'
import { decide } from './decide.ts'
import { withoutInstructions } from './instructions.ts'
import { orderEvidence } from './order-evidence.ts'
import { chooseQuotes, mostQuotes } from './quotes/choose-quotes.ts'
import { citeUnits } from './quotes/cite.ts'
import { extendQuotes } from './quotes/extend-quotes.ts'
import { listed } from './quotes/list-items.ts'
import { readOn } from './read-on.ts'
import { chooseStretches } from './stretches.ts'

export type Outcome = {
  readonly status: AnswerStatus
  readonly claims: readonly Claim[]
  readonly citations: readonly Citation[]
  readonly evidence: readonly Evidence[]
  readonly reasons: readonly string[]
  readonly disagreement?: readonly DifferingFigure[]
}

export type AnswerParts = {
  readonly index: Pick<PassageIndex, 'passagesOf'>
  readonly reader: Reader
  /** Marks the words that answer. */
  readonly space: WordSpace
}

/** Milliseconds for reading, unless the reader says otherwise; a platform's first word is due after 3 s. */
export const readingLimitMs = 2_500

/** @param evidence what retrieval found, best first. */
export async function answerFromEvidence(
  question: Question,
  evidence: readonly Evidence[],
  { index, reader, space }: AnswerParts,
  limitMs = reader.patienceMs ?? readingLimitMs,
): Promise<Outcome> {
  const stretches = await chooseStretches(evidence, index)
  const read = await readOn(question.text, stretches, reader, limitMs)
  const readout = correctionsLast(withoutInstructions(read, question))
  const { sentences } = readout
  const { status, reasons } = decide(readout)
  const ordered = orderEvidence(evidence, sentences)
  if (status === 'not-found') return { status, claims: [], citations: [], evidence: ordered, reasons }
  const articles = new Map<string, ArticleFacts>(evidence.map(({ article }) => [article.id, article]))
  const outlets = groupByOutlet([...articles.values()])
  const outletOf = (unit: Unit) => outlets.get(unit.passage.articleId) ?? articleOf(unit)
  const chosen = chooseQuotes(sentences, status === 'answered' ? mostQuotes : 1, outletOf)
  const all = [...new Set([...stretches.first, ...stretches.further].flatMap(({ units }) => units))]
  const units = listed(
    chosen.map(({ unit }) => unit),
    question,
    all,
    sentences,
  )
  const quotes = extendQuotes(units, sentences, asksForWords(question))
  return { status, ...(await citeUnits(quotes, articles, question, space, all)), evidence: ordered, reasons }
}
