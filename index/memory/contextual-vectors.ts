import type { ContextualVectors } from '../../src/ports/contextual-vectors.ts'
import type { Hit, IndexedArticle, PassageIndex } from '../../src/ports/passage-index.ts'
import type { Passage } from '../../src/types.ts'
import { checkUnitVector, type Model } from '../corpus-change.ts'
import { toUnitVector } from '../exact-search.ts'

/**
 * Contextual vectors in memory, written to be obviously right rather than fast: the reference that the contract suite
 * holds the others against.
 * @param kept what is shared by all that are opened over one corpus, whatever their model
 */
export function createMemoryContextualVectors(
  index: Pick<PassageIndex, 'revision' | 'articles' | 'passagesOf'>,
  model: Model,
  kept: Map<string, Float32Array> = new Map(),
): ContextualVectors {
  const keyOf = (passageId: string) => `${model.modelId} ${model.dimensions} ${passageId}`
  const passagesOf = async (articles: readonly IndexedArticle[]): Promise<readonly Passage[]> =>
    (await Promise.all(articles.map(({ id, version }) => index.passagesOf(id, version)))).flat()
  const hasNone = ({ id }: Passage) => !kept.has(keyOf(id))

  /** Those that the newest revision brought, before the others. */
  const newestFirst = async (): Promise<readonly IndexedArticle[]> => {
    const revision = await index.revision()
    if (revision === undefined) return []
    const before = revision.number === 1 ? [] : await index.articles(revision.number - 1)
    const isNew = ({ id, version }: IndexedArticle) =>
      !before.some((earlier) => earlier.id === id && earlier.version === version)
    return [...(await index.articles())].sort((one, other) => Number(isNew(other)) - Number(isNew(one)))
  }

  return {
    async nearest(vector, limit, revision) {
      const articles = await index.articles(revision)
      if (articles.length === 0 || !(limit >= 1)) return []
      const unit = toUnitVector(vector, model.dimensions)
      return (await passagesOf(articles))
        .flatMap(({ id }): Hit[] => {
          const own = kept.get(keyOf(id))
          return own === undefined ? [] : [{ passageId: id, score: cosine(own, unit) }]
        })
        .sort((one, other) => other.score - one.score)
        .slice(0, Math.floor(limit))
    },
    async vectorsOf(passageIds) {
      return new Map(
        passageIds.flatMap((id) => {
          const vector = kept.get(keyOf(id))
          return vector === undefined ? [] : [[id, vector] as const]
        }),
      )
    },
    missing: async (limit) => (await passagesOf(await newestFirst())).filter(hasNone).slice(0, Math.max(0, limit)),
    async save(passageIds, vectors) {
      if (passageIds.length !== vectors.length) {
        throw new Error(`${passageIds.length} passages have ${vectors.length} vectors`)
      }
      // All or nothing: what can be wrong is looked at before anything is written.
      const entries = vectors.map((vector, at) => {
        const id = passageIds[at] ?? ''
        checkUnitVector(vector, model.dimensions, id)
        return [keyOf(id), vector] as const
      })
      for (const [key, vector] of entries) if (!kept.has(key)) kept.set(key, vector)
    },
    async progress() {
      const passages = await passagesOf(await newestFirst())
      return { done: passages.length - passages.filter(hasNone).length, total: passages.length }
    },
    close: async () => undefined,
  }
}

function cosine(one: Float32Array, other: Float32Array): number {
  const sum = one.reduce((before, value, at) => before + value * (other[at] ?? 0), 0)
  return Math.min(1, Math.max(-1, sum))
}
