/** Retrieval: candidates by vector and by words, all of them reranked. Fusing the two lists by rank loses (design.md). */
import { LRUCache } from 'lru-cache'
import { oncePerList } from '../src/once-per-list.ts'
import type { Embedder } from '../src/ports/embedder.ts'
import type { Hit, IndexedArticle, PassageIndex } from '../src/ports/passage-index.ts'
import type { Retriever } from '../src/ports/retriever.ts'
import { searchableText } from '../src/searchable.ts'
import type { Evidence, Passage } from '../src/types.ts'
import { factsOf } from './article-facts.ts'
import { scoreByLateInteraction } from './late-interaction.ts'
import { createTokenStore, type TokenStore } from './token-store.ts'

/** From each of the two searches. */
const candidateCount = 50
/** The share of normalised BM25 beside the score by meaning: more loses across languages, none loses rare names. */
const lexicalShare = { late: 0.1, cosine: 0.3 }
/** Passages whose token numbers are kept: 4 bytes a token. */
const rememberedPassages = 20_000
/** Different token vectors kept, of 256 × 4 bytes each: 51 MB; then the store begins anew. */
const mostTokens = 50_000

type Remembered = { readonly store: TokenStore; readonly passages: LRUCache<string, Int32Array> }

export function createRetriever(index: PassageIndex, embedder: Embedder): Retriever {
  const begin = (): Remembered => ({
    store: createTokenStore(embedder.dimensions),
    passages: new LRUCache({ max: rememberedPassages }),
  })
  let remembered = begin()

  const tokensOf = async (
    passages: readonly Passage[],
    { store, passages: known }: Remembered,
  ): Promise<Int32Array[]> => {
    const missing = passages.filter(({ id }) => !known.has(id))
    const places = missing.length === 0 ? [] : await placesIn(store, missing.map(searchableText))
    missing.forEach(({ id }, position) => {
      const tokens = places[position]
      if (tokens !== undefined) known.set(id, tokens)
    })
    return passages.map(({ id }) => known.get(id) ?? new Int32Array())
  }

  const placesIn = async (store: TokenStore, texts: readonly string[]): Promise<readonly Int32Array[]> => {
    const { pieces } = embedder
    if (pieces === undefined) return ((await embedder.embedTokens?.(texts, 'passage')) ?? []).map(store.intern)
    const numbers = await pieces.numbersOf(texts, 'passage')
    const unknown = store.unknownOf(numbers)
    if (unknown.length > 0) store.learn(unknown, await pieces.vectorsOf(unknown))
    return numbers.map(store.placesOf)
  }

  /** One score a passage: late interaction where the model allows it, else the cosine. */
  const scoreByMeaning = async (
    question: string,
    passages: readonly Passage[],
    cosines: ReadonlyMap<string, number>,
  ): Promise<readonly number[]> => {
    const [tokens] = (await embedder.embedTokens?.([question], 'query')) ?? []
    // What only the words found is no nearer than the last of the nearest; its own cosine is not known.
    const lowest = cosines.size === 0 ? 0 : Math.min(...cosines.values())
    if (tokens === undefined) return passages.map(({ id }) => cosines.get(id) ?? lowest)
    if (remembered.store.size() > mostTokens) remembered = begin()
    const current = remembered
    return scoreByLateInteraction(tokens, await tokensOf(passages, current), current.store)
  }

  return {
    async retrieve(query, limit, revision) {
      const [vector] = await embedder.embed([query.text], 'query')
      const candidates = candidateCount * (query.reach ?? 1)
      const nearest = hasDirection(vector) ? await index.nearest(vector, candidates, revision) : []
      const matching = await index.matching(query.words, candidates, revision)
      const cosines = byPassage(nearest)
      const words = byPassage(matching)
      const passages = await index.passages([...new Set([...cosines.keys(), ...words.keys()])])
      const articles = byId(await index.articles(revision))
      const meanings = await scoreByMeaning(query.text, passages, cosines)
      const bestWords = Math.max(...words.values(), Number.EPSILON)
      const share = embedder.embedTokens === undefined ? lexicalShare.cosine : lexicalShare.late

      const evidence: Evidence[] = []
      for (const [position, passage] of passages.entries()) {
        const article = articles.get(passage.articleId)
        if (article === undefined) continue
        const meaning = meanings[position] ?? 0
        const lexical = (words.get(passage.id) ?? 0) / bestWords
        evidence.push({
          passage,
          article: factsOf(article),
          score: (1 - share) * meaning + share * lexical,
          signals: { similarity: cosines.get(passage.id) ?? 0, bm25: lexical, meaning },
        })
      }
      return evidence.sort((left, right) => right.score - left.score).slice(0, limit)
    },
  }
}

/** A question of unknown characters alone becomes a vector of zeros, to which nothing is near. */
function hasDirection(vector: Float32Array | undefined): vector is Float32Array {
  return vector?.some((value) => value !== 0) ?? false
}

const byId = oncePerList((articles: readonly IndexedArticle[]) => new Map(articles.map((one) => [one.id, one])))

function byPassage(hits: readonly Hit[]): ReadonlyMap<string, number> {
  return new Map(hits.map(({ passageId, score }) => [passageId, score]))
}
