/**
 * Retrieval with the contextual encoder: nearest passages ∪ best by words, ordered by similarity with a small share of
 * the words. Passages that have no vector yet are found through the static vectors, and the most promising embedded now.
 */
import { LRUCache } from 'lru-cache'
import { oncePerList } from '../../src/once-per-list.ts'
import type { ContextualVectors } from '../../src/ports/contextual-vectors.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { Hit, IndexedArticle, PassageIndex } from '../../src/ports/passage-index.ts'
import type { Retriever } from '../../src/ports/retriever.ts'
import type { Evidence, Passage } from '../../src/types.ts'
import { factsOf } from '../article-facts.ts'
import type { ContextualEncoder } from './encoder.ts'
import { retrieval } from './retrieval-settings.ts'
import { quantise, restore } from './vector-matrix.ts'

export type ContextualParts = {
  readonly index: PassageIndex
  readonly vectors: ContextualVectors
  readonly encoder: ContextualEncoder
  /** With which an article is searchable at once. */
  readonly embedder: Embedder
  readonly textOf: (passage: Passage) => Promise<string>
}

export function createContextualRetriever({ index, vectors, encoder, embedder, textOf }: ContextualParts): Retriever {
  const madeNow = new LRUCache<string, Float32Array>({ max: retrieval.rememberedVectors })
  let completeAt: number | undefined

  /** Whether every passage that counts has its contextual vector; told once for a revision. */
  const isComplete = async (revision: number | undefined): Promise<boolean> => {
    const newest = (await index.revision())?.number
    if (revision !== undefined && revision !== newest) return false
    if (completeAt === newest) return true
    const { done, total } = await vectors.progress()
    if (done === total) completeAt = newest
    return done === total
  }

  const similarities = async (
    question: Float32Array,
    passages: readonly Passage[],
    near: ReadonlyMap<string, number>,
    promise: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, number>> => {
    const found = new Map(near)
    const unknown = passages.filter(({ id }) => !found.has(id))
    const kept = await vectors.vectorsOf(unknown.map(({ id }) => id))
    for (const { id } of unknown) {
      const vector = kept.get(id) ?? madeNow.get(id)
      if (vector !== undefined) found.set(id, dot(question, vector))
    }
    const pending = unknown
      .filter(({ id }) => !found.has(id))
      .sort((left, right) => (promise.get(right.id) ?? 0) - (promise.get(left.id) ?? 0))
      .slice(0, retrieval.embeddedNow)
    const made = await encoder.embed(await Promise.all(pending.map(textOf)), 'passage')
    for (const [position, { id }] of pending.entries()) {
      const vector = asKept(made[position])
      if (vector === undefined) continue
      madeNow.set(id, vector)
      found.set(id, dot(question, vector))
    }
    return found
  }

  return {
    async retrieve(query, limit, revision) {
      const [question] = await encoder.embed([query.text], 'query')
      if (question === undefined) return []
      const candidates = retrieval.candidates * (query.reach ?? 1)
      const [near, matching, complete] = await Promise.all([
        vectors.nearest(question, candidates, revision),
        index.matching(query.words, candidates, revision),
        isComplete(revision),
      ])
      const statically = complete ? [] : await nearestStatically(index, embedder, query.text, revision)
      const words = byPassage(matching)
      const nearness = byPassage(near)
      const ids = [...new Set([...near, ...matching, ...statically].map(({ passageId }) => passageId))]
      const passages = await index.passages(ids)
      const articles = byId(await index.articles(revision))
      const bestWords = Math.max(...words.values(), Number.EPSILON)
      const lexical = (id: string) => (words.get(id) ?? 0) / bestWords
      const statical = byPassage(statically)
      const promise = new Map(ids.map((id) => [id, (statical.get(id) ?? 0) + lexical(id)]))
      const found = await similarities(question, passages, nearness, promise)
      const lowest = found.size === 0 ? 0 : Math.min(...found.values())
      return passages
        .flatMap((passage): Evidence[] => {
          const article = articles.get(passage.articleId)
          if (article === undefined) return []
          const similarity = found.get(passage.id) ?? lowest
          const bm25 = lexical(passage.id)
          const signals = { similarity, bm25 }
          return [{ passage, article: factsOf(article), score: similarity + retrieval.lexicalShare * bm25, signals }]
        })
        .sort((left, right) => right.score - left.score)
        .slice(0, limit)
    },
  }
}

/** As it will be once it is kept, so that the same question gets the same answer before and after. */
function asKept(vector: Float32Array | undefined): Float32Array | undefined {
  return vector === undefined ? undefined : restore(quantise(vector), vector.length)
}

async function nearestStatically(
  index: PassageIndex,
  embedder: Embedder,
  text: string,
  revision: number | undefined,
): Promise<readonly Hit[]> {
  const [vector] = await embedder.embed([text], 'query')
  // A question of unknown characters alone becomes a vector of zeros, to which nothing is near.
  return vector?.some((value) => value !== 0) === true
    ? await index.nearest(vector, retrieval.candidates, revision)
    : []
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0)
  return sum
}

const byId = oncePerList((articles: readonly IndexedArticle[]) => new Map(articles.map((one) => [one.id, one])))

function byPassage(hits: readonly Hit[]): ReadonlyMap<string, number> {
  return new Map(hits.map(({ passageId, score }) => [passageId, score]))
}
