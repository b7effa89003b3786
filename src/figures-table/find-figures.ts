/** From a topic to its table of figures, on every platform the same. */

import { type AskParts, questionLimit } from '../ask.ts'
import { spreadEvidence } from '../copies/spread-evidence.ts'
import { UserError } from '../errors.ts'
import { interfaceTexts } from '../interface-texts.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import { readQuestion } from '../question/question.ts'
import type { ArticleFacts, Evidence, Language } from '../types.ts'
import { countOrigins } from './count-origins.ts'
import { examine } from './examine.ts'
import { figuresTexts } from './table-texts.ts'
import { tabulateFigures } from './tabulate.ts'
import { isBare, readTopic } from './topic.ts'
import type { FigureTable } from './types.ts'

/** Passages that are read for a table: figures of one topic are spread over more articles than one answer. */
const evidenceLimit = 200
/** Passages that are read where there are no words to search by. */
const passagesLimit = 1_000

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
  const indexed = asOf === undefined ? [] : await index.articles(asOf)
  const isAboutAll = question.content.length > 0 && isBare(readTopic(question))
  const { evidence, articlesRead } = isAboutAll
    ? await readWhole(index, asOf)
    : { evidence: await spreadEvidence(retriever, { text: question.text, words }, evidenceLimit, indexed, asOf) }
  const examination = await examine(question, evidence, index, space)
  const facts = new Map<string, ArticleFacts>(evidence.map(({ article }) => [article.id, article]))
  const texts = await readTexts(index, evidence)
  // A topic of function words or signs only is about nothing.
  const table =
    question.content.length === 0 ? { topic, rows: [] } : tabulateFigures(question, examination, { facts, texts })
  return {
    table: {
      ...table,
      rows: countOrigins(table.rows, indexed),
      ...(table.undated && { undated: countOrigins(table.undated, indexed) }),
      ...(articlesRead !== undefined && { articlesRead }),
    },
    language: options.language ?? question.language,
  }
}

/** "All figures", "amounts", "2025": no words to search by, so the newest articles are read, as many as there is room for. */
async function readWhole(
  index: PassageIndex,
  asOf: number | undefined,
): Promise<{ readonly evidence: readonly Evidence[]; readonly articlesRead?: number }> {
  const articles = [...(await index.articles(asOf))].sort((left, right) =>
    (right.published ?? '').localeCompare(left.published ?? ''),
  )
  const evidence: Evidence[] = []
  for (const [read, article] of articles.entries()) {
    if (read > 0 && evidence.length + article.passages > passagesLimit) return { evidence, articlesRead: read }
    const passages = await index.passagesOf(article.id, article.version)
    evidence.push(...passages.map((passage) => ({ passage, article, score: 0, signals: {} })))
  }
  return { evidence }
}

/** Headings and lines that introduce a list need not stand in a passage: only the article's text tells where they are. */
async function readTexts(index: PassageIndex, evidence: readonly Evidence[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const { passage } of evidence) {
    const { articleId, version, context } = passage
    const key = `${articleId}@${version}`
    if (texts.has(key) || context === undefined || !/\d|:\s*$/u.test(context)) continue
    const article = await index.article(articleId, version)
    if (article !== undefined) texts.set(key, article.text)
  }
  return texts
}

/** @throws UserError when the topic is empty or too long. */
export function refuseTopic(topic: string, language: Language = 'en'): void {
  if (topic.trim() === '') throw new UserError(figuresTexts(language).empty)
  if (topic.length > questionLimit) throw new UserError(interfaceTexts(language).tooLong(questionLimit))
}
