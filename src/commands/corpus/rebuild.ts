import { embedArticles, type RefusedArticle } from '../../embed-articles.ts'
import type { Article, Revision } from '../../types.ts'
import type { Parts } from '../parts.ts'
import { createProgress } from '../progress.ts'

type RebuildOptions = {
  /** Told of an article that the model can make nothing of: it is left out. */
  readonly onRefused: (refused: RefusedArticle) => void
  /** Of the revision; "rebuild" unless given. */
  readonly note?: string
}

/**
 * Embeds the whole corpus anew with the model that is set, as one revision. An article that was not read stays with the
 * words that the index holds: a rebuild withdraws nothing.
 */
export async function rebuildCorpus(
  parts: Parts,
  read: readonly Article[],
  { onRefused, note }: RebuildOptions,
): Promise<Revision> {
  const { index, writer } = await parts.corpus()
  const embedder = await parts.embedder()
  const ids = new Set(read.map(({ id }) => id))
  const indexed = (await index.revision()) === undefined ? [] : await index.articles()
  const kept = await Promise.all(
    indexed.filter(({ id }) => !ids.has(id)).map(({ id, version }) => index.article(id, version)),
  )
  const articles = [...read, ...kept.filter((article) => article !== undefined)]
  const progress = createProgress({ title: 'Rebuilding', unit: 'passages' })
  try {
    const { embedded, refused } = await embedArticles(articles, embedder, ({ done, total }) =>
      progress.update(done, total),
    )
    for (const one of refused) onRefused(one)
    return await writer.rebuild(embedded, { modelId: embedder.modelId, dimensions: embedder.dimensions }, note)
  } finally {
    progress.stop()
  }
}
