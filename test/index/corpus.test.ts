import { describe, expect, it } from 'vitest'
import { createMemoryCorpus } from '../../index/memory/corpus.ts'
import { openCorpus } from '../../index/open.ts'
import { type CorpusUnderTest, corpusContract } from '../contracts/corpus.ts'
import { change, manySamples, model, sample } from '../contracts/corpus-samples.ts'
import { corpusSearchContract } from '../contracts/corpus-search.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()

const openSqlite = (hnswFrom: number) => async () => {
  const corpus = openCorpus({ dataFolder: newFolder(), hnswFrom })
  return { ...corpus, settle: () => corpus.index.settle() }
}

const corpora: Readonly<Record<string, () => Promise<CorpusUnderTest>>> = {
  memory: async () => ({ ...createMemoryCorpus(), close: async () => undefined }),
  SQLite: openSqlite(Number.POSITIVE_INFINITY),
  'SQLite with a vector index': openSqlite(1),
}
for (const [name, open] of Object.entries(corpora)) {
  corpusContract(name, open)
  corpusSearchContract(name, open)
}

describe('the corpus in SQLite', () => {
  const port = sample('port', [
    'The port of Sihanoukville was searched, and searched again.',
    'Police counted computers.',
  ])

  it('scores words as the naive reference does', async () => {
    const [corpus, reference] = [openCorpus({ dataFolder: newFolder() }), createMemoryCorpus()]
    for (const { writer } of [corpus, reference]) await writer.commit(change({ add: [...manySamples(6), port] }), model)
    for (const words of [['searched'], ['first', 'police', 'article'], ['the', 'of', '3'], ['article']]) {
      const [hits, expected] = await Promise.all([
        corpus.index.matching(words, 100),
        reference.index.matching(words, 100),
      ])
      const scores = new Map(expected.map(({ passageId, score }) => [passageId, score]))
      expect(hits).toHaveLength(expected.length)
      for (const { passageId, score } of hits) expect(score).toBeCloseTo(scores.get(passageId) ?? -1, 6)
    }
    await corpus.close()
  })

  it('is there again after it was closed', async () => {
    const dataFolder = newFolder()
    const first = openCorpus({ dataFolder })
    const revision = await first.writer.commit(change({ add: [port] }), model)
    await first.close()
    for (const readOnly of [false, true]) {
      const again = openCorpus({ dataFolder, readOnly })
      expect(await again.index.revision()).toEqual(revision)
      expect(await again.index.article('port', port.article.version)).toEqual(port.article)
      expect(await again.index.matching(['police'], 5)).toHaveLength(1)
      await again.close()
    }
  })

  it('shows one process what another has committed', async () => {
    const dataFolder = newFolder()
    const [one, other] = [openCorpus({ dataFolder }), openCorpus({ dataFolder })]
    const vector = port.vectors[0] ?? new Float32Array()
    await one.writer.commit(change({ add: manySamples(3) }), model)
    expect(await other.index.nearest(vector, 100)).toHaveLength(6)
    expect(await other.index.articles()).toHaveLength(3)
    await one.writer.commit(change({ add: [port], remove: ['article-0'] }), model)
    expect((await other.index.nearest(vector, 100))[0]?.passageId).toBe(port.passages[0]?.id)
    expect(await other.index.articles()).toHaveLength(3)
    expect(await other.index.matching(['sihanoukville'], 5)).toHaveLength(1)
    const back = await other.writer.rollback(1)
    expect(await one.index.revision()).toEqual(back)
    expect(await one.index.matching(['sihanoukville'], 5)).toEqual([])
    await Promise.all([one.close(), other.close()])
  })
})
