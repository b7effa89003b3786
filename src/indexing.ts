/** One indexing run: what was read is compared with what the corpus holds, and only the difference is embedded. */
import { factsOf } from './article-facts.ts'
import { type EmbeddingProgress, embedArticles, type RefusedArticle } from './embed-articles.ts'
import { UserError } from './errors.ts'
import type { CorpusWriter } from './ports/corpus-writer.ts'
import type { Embedder } from './ports/embedder.ts'
import type { IndexedArticle, PassageIndex } from './ports/passage-index.ts'
import type { Article, ArticleFacts, Revision } from './types.ts'

export type IndexingParts = {
  readonly index: PassageIndex
  readonly writer: CorpusWriter
  readonly embedder: Embedder
}

/** What a run would change: ids of articles. */
export type IndexingPlan = {
  readonly added: readonly Article[]
  readonly changed: readonly Article[]
  readonly described: readonly ArticleFacts[]
  readonly withdrawn: readonly IndexedArticle[]
  readonly unchanged: number
}

/** More than this share vanishing at once is more likely a wrong folder than a wish. */
const withdrawnShareToConfirm = 0.2

/**
 * Compares.
 * @param read all articles of all sources.
 * @param keep whether an article that was not read stays all the same: its file is there but cannot be read now.
 */
export async function planIndexing(
  index: PassageIndex,
  read: readonly Article[],
  keep: (article: IndexedArticle) => boolean,
): Promise<IndexingPlan> {
  const current = (await index.revision()) === undefined ? [] : await index.articles()
  const indexed = new Map(current.map((article) => [article.id, article]))
  const seen = new Set(read.map(({ id }) => id))
  const known = (article: Article) => indexed.get(article.id)
  const same = read.filter((article) => known(article)?.version === article.version)
  return {
    added: read.filter((article) => known(article) === undefined),
    changed: read.filter((article) => known(article) !== undefined && known(article)?.version !== article.version),
    described: same.filter((article) => describe(article) !== describe(known(article))).map(storedFacts),
    withdrawn: current.filter((article) => !seen.has(article.id) && !keep(article)),
    unchanged: same.length,
  }
}

/**
 * Embeds and commits a plan: one transaction, one revision, or none when nothing changes. An article that cannot be
 * embedded does not keep the others out.
 * @throws UserError when more than a fifth of the articles would vanish and nobody confirmed it.
 */
export async function carryOut(
  plan: IndexingPlan,
  parts: IndexingParts,
  options: {
    readonly confirmed: boolean
    readonly note?: string
    readonly onProgress?: (progress: EmbeddingProgress) => void
    /** Told of an article that stays out; one that was there before stays as it was. */
    readonly onRefused?: (refused: RefusedArticle) => void
  },
): Promise<Revision> {
  refuseMassWithdrawal(plan, options.confirmed)
  const { embedded, refused } = await embedArticles(
    [...plan.added, ...plan.changed],
    parts.embedder,
    options.onProgress,
  )
  for (const one of refused) options.onRefused?.(one)
  const change = {
    add: embedded,
    remove: plan.withdrawn.map(({ id }) => id),
    describe: plan.described,
    note: options.note ?? 'index',
  }
  return await parts.writer.commit(change, { modelId: parts.embedder.modelId, dimensions: parts.embedder.dimensions })
}

function refuseMassWithdrawal(plan: IndexingPlan, confirmed: boolean): void {
  const before = plan.withdrawn.length + plan.changed.length + plan.unchanged
  if (confirmed || plan.withdrawn.length <= withdrawnShareToConfirm * before) return
  throw new UserError(
    `${plan.withdrawn.length} of ${before} articles have vanished from their sources: ` +
      'nothing was changed; repeat with --yes to withdraw them',
  )
}

function describe(article: ArticleFacts | undefined): string {
  return article === undefined ? '' : JSON.stringify(storedFacts(article))
}

/** What is kept of an article beside its words: its facts, and what its source claims in vain. */
function storedFacts(article: ArticleFacts): ArticleFacts {
  const { doubts } = article
  return { ...factsOf(article), ...(doubts !== undefined && { doubts }) }
}
