import type { EmbeddedArticle } from '../../ports/corpus-writer.ts'
import { splitPassages } from '../../reading/split.ts'
import { searchableText } from '../../searchable.ts'
import type { Article, Revision } from '../../types.ts'
import type { Parts } from '../parts.ts'
import { createProgress } from '../progress.ts'

/**
 * Embeds the whole corpus anew with the model that is set, as one revision. An article that was not read stays with the
 * words that the index holds: a rebuild withdraws nothing.
 */
export async function rebuildCorpus(parts: Parts, read: readonly Article[]): Promise<Revision> {
  const { index, writer } = await parts.corpus()
  const embedder = await parts.embedder()
  const ids = new Set(read.map(({ id }) => id))
  const indexed = (await index.revision()) === undefined ? [] : await index.articles()
  const kept = await Promise.all(
    indexed.filter(({ id }) => !ids.has(id)).map(({ id, version }) => index.article(id, version)),
  )
  const articles = [...read, ...kept.filter((article) => article !== undefined)]
  const split = articles.map((article) => ({ article, passages: splitPassages(article) }))
  const total = split.reduce((sum, { passages }) => sum + passages.length, 0)
  const progress = createProgress({ title: 'Rebuilding', unit: 'passages' })
  try {
    const embedded: EmbeddedArticle[] = []
    let done = 0
    for (const { article, passages } of split) {
      const vectors = await embedder.embed(passages.map(searchableText), 'passage')
      embedded.push({ article, passages, vectors })
      done += passages.length
      progress.update(done, total)
    }
    return await writer.rebuild(embedded, { modelId: embedder.modelId, dimensions: embedder.dimensions })
  } finally {
    progress.stop()
  }
}
