import { describe, expect, it } from 'vitest'
import { createRetriever } from '../../index/retriever.ts'
import type { Embedder, TokenVectors } from '../../src/ports/embedder.ts'
import type { Hit, IndexedArticle, PassageIndex } from '../../src/ports/passage-index.ts'
import type { Passage } from '../../src/types.ts'

const article: IndexedArticle = {
  id: 'one',
  version: 'v1',
  sha256: 's',
  passages: 4,
  origin: 'one@v1',
  language: 'en',
  path: 'one.txt',
}

function passage(name: string, articleId = 'one'): Passage {
  return { id: name, articleId, version: 'v1', ordinal: 1, text: `text ${name}`, start: 0, end: 6, language: 'en' }
}

type Asked = { readonly method: string; readonly revision: number | undefined }

function fakeIndex(nearest: readonly Hit[], matching: readonly Hit[], asked: Asked[] = []): PassageIndex {
  const unused = async () => {
    throw new Error('not asked for')
  }
  return {
    revision: unused,
    revisions: unused,
    passagesOf: unused,
    article: unused,
    close: async () => undefined,
    nearest: async (_vector, limit, revision) => {
      asked.push({ method: 'nearest', revision })
      return nearest.slice(0, limit)
    },
    matching: async (_words, limit, revision) => {
      asked.push({ method: 'matching', revision })
      return matching.slice(0, limit)
    },
    articles: async (revision) => {
      asked.push({ method: 'articles', revision })
      return [article]
    },
    passages: async (ids) => ids.map((id) => passage(id, id.startsWith('gone') ? 'gone' : 'one')),
  }
}

/** Tokens by the last word of the text. */
function fakeEmbedder(tokens?: Readonly<Record<string, readonly number[]>>, calls: string[] = []): Embedder {
  const embedder: Embedder = {
    modelId: 'fake',
    dimensions: 2,
    embed: async (texts) => texts.map(() => Float32Array.from([1, 0])),
    close: async () => undefined,
  }
  if (tokens === undefined) return embedder
  const tokensOf = (text: string): TokenVectors => {
    const vector = Float32Array.from(tokens[text.split(' ').at(-1) ?? ''] ?? [0, 0])
    return { vectors: [vector], weights: [vector.reduce((sum, value) => sum + value * value, 0)] }
  }
  return {
    ...embedder,
    embedTokens: async (texts) => {
      calls.push(...texts)
      return texts.map(tokensOf)
    },
  }
}

const hit = (passageId: string, score: number): Hit => ({ passageId, score })
const query = { text: 'question', words: ['question'] }
const ids = (evidence: readonly { readonly passage: Passage }[]) => evidence.map(({ passage: { id } }) => id)

describe('the retriever', () => {
  it('takes the candidates of both searches, each once', async () => {
    const index = fakeIndex([hit('a', 0.9), hit('b', 0.5)], [hit('b', 4), hit('c', 2)])
    const evidence = await createRetriever(index, fakeEmbedder()).retrieve(query, 10)
    expect([...ids(evidence)].sort()).toEqual(['a', 'b', 'c'])
    expect(evidence.find(({ passage: { id } }) => id === 'b')?.signals).toMatchObject({ similarity: 0.5, bm25: 1 })
    expect(evidence[0]?.article).toEqual({ id: 'one', language: 'en', path: 'one.txt' })
  })

  it('orders by late interaction first, and by words where that ties', async () => {
    const index = fakeIndex([hit('far', 0.9), hit('near', 0.1), hit('worded', 0.1)], [hit('worded', 3)])
    const embedder = fakeEmbedder({ question: [2, 0], far: [0, 1], near: [1, 0], worded: [5, 0] })
    const evidence = await createRetriever(index, embedder).retrieve(query, 10)
    expect(ids(evidence)).toEqual(['worded', 'near', 'far'])
    expect(evidence.map(({ score }) => score)).toEqual([expect.closeTo(1), expect.closeTo(0.9), expect.closeTo(0)])
  })

  it('keeps the order of the searches where everything ties', async () => {
    const index = fakeIndex([hit('b', 0.5), hit('a', 0.5)], [hit('d', 1), hit('c', 1)])
    const embedder = fakeEmbedder({ question: [1, 0], a: [1, 0], b: [1, 0], c: [1, 0], d: [1, 0] })
    expect(ids(await createRetriever(index, embedder).retrieve(query, 10))).toEqual(['d', 'c', 'b', 'a'])
  })

  it('embeds the tokens of a passage once', async () => {
    const calls: string[] = []
    const embedder = fakeEmbedder({ question: [1, 0], a: [1, 0] }, calls)
    const retriever = createRetriever(fakeIndex([hit('a', 0.5)], []), embedder)
    const first = await retriever.retrieve(query, 1)
    expect(await retriever.retrieve(query, 1)).toEqual(first)
    expect(calls.filter((text) => text === 'text a')).toHaveLength(1)
  })

  it('orders by cosine with a share of BM25 when the model has no token vectors', async () => {
    const index = fakeIndex([hit('a', 0.9), hit('b', 0.8), hit('c', 0.2)], [hit('b', 7)])
    const evidence = await createRetriever(index, fakeEmbedder()).retrieve(query, 10)
    expect(ids(evidence)).toEqual(['b', 'a', 'c'])
    expect(evidence[0]?.score).toBeCloseTo(0.7 * 0.8 + 0.3)
  })

  // Cosines of e5-like models lie between 0.8 and 0.95: a passage outside of the nearest 50 was counted as 0.
  it('counts a passage that only the words found as no nearer than the last of the nearest', async () => {
    const index = fakeIndex([hit('a', 0.9), hit('b', 0.85)], [hit('c', 5)])
    const evidence = await createRetriever(index, fakeEmbedder()).retrieve(query, 10)
    expect(ids(evidence)).toEqual(['c', 'a', 'b'])
    expect(evidence[0]?.score).toBeCloseTo(0.7 * 0.85 + 0.3)
  })

  it('cuts to the limit after the reranking', async () => {
    const index = fakeIndex([hit('a', 0.9), hit('b', 0.1)], [])
    const embedder = fakeEmbedder({ question: [1, 0], a: [0, 1], b: [1, 0] })
    expect(ids(await createRetriever(index, embedder).retrieve(query, 1))).toEqual(['b'])
  })

  it('passes the revision on, and leaves out passages of articles that do not count at it', async () => {
    const asked: Asked[] = []
    const index = fakeIndex([hit('a', 0.9), hit('gone-b', 0.8)], [], asked)
    expect(ids(await createRetriever(index, fakeEmbedder()).retrieve(query, 5, 3))).toEqual(['a'])
    expect(asked).toEqual(['nearest', 'matching', 'articles'].map((method) => ({ method, revision: 3 })))
  })

  // A question of nothing but an invisible space threw: its vector has no direction.
  it('looks for words alone when the question has no direction', async () => {
    const embedder: Embedder = { ...fakeEmbedder(), embed: async () => [new Float32Array(2)] }
    const asked: Asked[] = []
    const index = fakeIndex([hit('a', 0.9)], [hit('b', 2)], asked)
    expect(ids(await createRetriever(index, embedder).retrieve(query, 5))).toEqual(['b'])
    expect(asked.map(({ method }) => method)).not.toContain('nearest')
  })

  it('finds nothing in an empty index', async () => {
    expect(await createRetriever(fakeIndex([], []), fakeEmbedder()).retrieve(query, 5)).toEqual([])
  })
})
