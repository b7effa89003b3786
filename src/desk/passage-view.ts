import { factsOf } from '../article-facts.ts'
import type { IndexedArticle, PassageIndex } from '../ports/passage-index.ts'
import type { Evidence, Passage, Range } from '../types.ts'
import type { PassageView } from './types.ts'

/**
 * A passage with the paragraphs around it, of whatever version it is; undefined when there is none of this id.
 * @param quote offsets in the article's text, as a citation has them.
 */
export async function viewPassage(index: PassageIndex, id: string, quote?: Range): Promise<PassageView | undefined> {
  const [passage] = await index.passages([id])
  if (passage === undefined) return undefined
  const { articleId, version, ordinal } = passage
  const current = (await currentArticles(index)).get(articleId)
  const isCurrent = current?.version === version
  // What is known of an article may have been put right since; the words of a version never change.
  const article = isCurrent ? current : await index.article(articleId, version)
  if (article === undefined) return undefined
  const around = await index.passagesOf(articleId, version)
  const before = around.find((other) => other.ordinal === ordinal - 1)
  const after = around.find((other) => other.ordinal === ordinal + 1)
  const within = quote === undefined ? undefined : rangeWithin(passage, quote)
  return {
    article: factsOf(article),
    passage,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(within !== undefined && { quote: within }),
    current: isCurrent,
  }
}

/** Evidence as passages to show, without their neighbours. */
export async function viewEvidence(
  index: PassageIndex,
  evidence: readonly Evidence[],
): Promise<readonly PassageView[]> {
  const articles = await currentArticles(index)
  return evidence.map(({ passage, article }) => ({
    article,
    passage,
    current: articles.get(passage.articleId)?.version === passage.version,
  }))
}

/** The part of an article's range that lies in a passage, as offsets of the passage's text; undefined when none does. */
export function rangeWithin(passage: Passage, range: Range): Range | undefined {
  const start = Math.max(0, range.start - passage.start)
  const end = Math.min(passage.text.length, range.end - passage.start)
  return start < end ? { start, end } : undefined
}

async function currentArticles(index: PassageIndex): Promise<ReadonlyMap<string, IndexedArticle>> {
  if ((await index.revision()) === undefined) return new Map()
  return new Map((await index.articles()).map((article) => [article.id, article]))
}
