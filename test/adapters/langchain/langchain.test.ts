import { Embeddings } from '@langchain/core/embeddings'
import { BaseRetriever } from '@langchain/core/retrievers'
import { describe, expect, it } from 'vitest'
import { SourcierEmbeddings } from '../../../adapters/langchain/embeddings.ts'
import { SourcierRetriever } from '../../../adapters/langchain/retriever.ts'
import type { Embedder } from '../../../src/ports/embedder.ts'
import type { Retriever, SearchQuery } from '../../../src/ports/retriever.ts'
import type { Evidence } from '../../../src/types.ts'

const evidence: Evidence = {
  passage: {
    id: 'harbour@0a1b2c3d.2',
    articleId: 'harbour',
    version: '0a1b2c3d',
    ordinal: 2,
    text: 'The harbour reopened after 12 days.',
    language: 'en',
    start: 5,
    end: 40,
  },
  article: { id: 'harbour', title: 'Harbour reopens', language: 'en', path: 'seeds/harbour.txt' },
  score: 0.7,
  signals: { similarity: 0.6 },
}

function createFakeRetriever() {
  const queries: { query: SearchQuery; limit: number; revision: number | undefined }[] = []
  const retriever: Retriever = {
    async retrieve(query, limit, revision) {
      queries.push({ query, limit, revision })
      return [evidence]
    },
  }
  return { retriever, queries }
}

describe('the retriever as LangChain sees it', () => {
  it('returns passages as documents, with what is known of their article', async () => {
    const face = new SourcierRetriever(createFakeRetriever().retriever)
    expect(face).toBeInstanceOf(BaseRetriever)
    const [document] = await face.invoke('When did the harbour reopen?')
    expect(document).toMatchObject({
      id: 'harbour@0a1b2c3d.2',
      pageContent: 'The harbour reopened after 12 days.',
      metadata: {
        passageId: 'harbour@0a1b2c3d.2',
        start: 5,
        end: 40,
        article: evidence.article,
        score: 0.7,
        signals: { similarity: 0.6 },
      },
    })
    expect(document?.metadata).not.toHaveProperty('context')
  })

  it('asks with the folded words, the limit and the revision', async () => {
    const { retriever, queries } = createFakeRetriever()
    await new SourcierRetriever(retriever, { limit: 7, revision: 2 }).invoke("L'état de l'été ?")
    expect(queries).toEqual([
      { query: { text: "L'état de l'été ?", words: ['l', 'etat', 'de', 'ete'] }, limit: 7, revision: 2 },
    ])
  })

  it('works within a chain, and finds nothing for a blank question', async () => {
    const { retriever, queries } = createFakeRetriever()
    const chain = new SourcierRetriever(retriever).pipe((documents) => documents.length)
    expect(await chain.invoke('harbour')).toBe(1)
    expect(await chain.invoke('  ')).toBe(0)
    expect(queries).toHaveLength(1)
  })
})

describe('the embedder as LangChain sees it', () => {
  const roles: string[] = []
  const embedder: Embedder = {
    modelId: 'fake',
    dimensions: 2,
    async embed(texts, role) {
      roles.push(role)
      return texts.map((text) => Float32Array.of(text.length, role === 'query' ? 1 : 0))
    },
    close: async () => undefined,
  }

  it('embeds documents as passages and questions as queries, as plain numbers', async () => {
    const face = new SourcierEmbeddings(embedder)
    expect(face).toBeInstanceOf(Embeddings)
    expect(await face.embedDocuments(['a', 'bb'])).toEqual([
      [1, 0],
      [2, 0],
    ])
    expect(await face.embedQuery('abc')).toEqual([3, 1])
    expect(roles).toEqual(['passage', 'query'])
  })
})
