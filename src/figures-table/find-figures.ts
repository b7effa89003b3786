/** From a topic to its table of figures, on every platform the same. */
import { examine } from '../answer/answer-from-evidence.ts'
import { type AskParts, questionLimit } from '../ask.ts'
import { UserError } from '../errors.ts'
import { interfaceTexts } from '../interface-texts.ts'
import { readQuestion } from '../question/question.ts'
import type { ArticleFacts, Language } from '../types.ts'
import { countOrigins } from './count-origins.ts'
import { figuresTexts } from './table-texts.ts'
import { tabulateFigures } from './tabulate.ts'
import type { FigureTable } from './types.ts'

/** Passages that are read for a table: figures of one topic are spread over more articles than one answer. */
const evidenceLimit = 200

/**
 * Every figure that the corpus gives for a topic or a question.
 * @returns the table, and the language to show it in.
 * @throws UserError when the topic is empty or too long, or when there is no such revision.
 */
export async function findFigures(
  { index, retriever, space }: AskParts,
  topic: string,
  options: { readonly language?: Language; readonly asOf?: number } = {},
): Promise<{ readonly table: FigureTable; readonly language: Language }> {
  refuseTopic(topic, options.language)
  if (options.asOf !== undefined && (await index.revision(options.asOf)) === undefined)
    throw new UserError(`there is no revision ${options.asOf}: "sourcier revisions" lists them`)
  const question = await readQuestion(topic, space)
  const words = question.content.map(({ word }) => word)
  const asOf = options.asOf ?? (await index.revision())?.number
  const evidence = await retriever.retrieve({ text: question.text, words }, evidenceLimit, asOf)
  const examination = await examine(question, evidence, index, space)
  const articles = new Map<string, ArticleFacts>(evidence.map(({ article }) => [article.id, article]))
  // A topic of function words or signs only is about nothing.
  const table = question.content.length === 0 ? { topic, rows: [] } : tabulateFigures(question, examination, articles)
  const indexed = asOf === undefined ? [] : await index.articles(asOf)
  return {
    table: { topic: table.topic, rows: countOrigins(table.rows, indexed) },
    language: options.language ?? question.language,
  }
}

/** @throws UserError when the topic is empty or too long. */
export function refuseTopic(topic: string, language: Language = 'en'): void {
  if (topic.trim() === '') throw new UserError(figuresTexts(language).empty)
  if (topic.length > questionLimit) throw new UserError(interfaceTexts(language).tooLong(questionLimit))
}
