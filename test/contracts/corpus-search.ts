import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedArticle } from '../../src/ports/corpus-writer.ts'
import type { CorpusUnderTest } from './corpus.ts'
import { change, DIMENSIONS, manySamples, model, sample, vectorOf } from './corpus-samples.ts'

/** What every store must find. `open` gives a new empty corpus each time. */
export function corpusSearchContract(name: string, open: () => Promise<CorpusUnderTest>): void {
  describe(`search in ${name}`, () => {
    const port = sample('port', ['The port of Sihanoukville was searched.', 'Police counted 10\u202f444 computers.'])
    const coeur = sample('coeur', ["Au cœur de l'escroquerie, 48,6 milliards d’euros."], { language: 'fr' })

    let corpus: CorpusUnderTest
    beforeEach(async () => {
      corpus = await open()
    })
    afterEach(() => corpus.close())

    const commit = (parts: Parameters<typeof change>[0]) => corpus.writer.commit(change(parts), model)
    const found = async (words: readonly string[], revision?: number) =>
      (await corpus.index.matching(words, 10, revision)).map(({ passageId }) => passageId)
    const near = async (text: string, limit = 10, revision?: number) => {
      await corpus.settle?.()
      return (await corpus.index.nearest(vectorOf(text), limit, revision)).map(({ passageId }) => passageId)
    }
    const idsOf = (...articles: readonly EmbeddedArticle[]) =>
      articles.flatMap(({ passages }) => passages.map(({ id }) => id)).sort()

    it('filters by membership before it cuts to the best', async () => {
      await commit({ add: manySamples(40) })
      await commit({ remove: manySamples(39).map(({ article }) => article.id) })
      const left = manySamples(40).slice(39)
      expect((await near('First paragraph of article 3', 2)).sort()).toEqual(idsOf(...left))
      expect((await corpus.index.matching(['paragraph'], 2)).map(({ passageId }) => passageId).sort()).toEqual(
        idsOf(...left),
      )
    })

    it('finds words whatever their accents, ligatures, elisions and digit groups', async () => {
      await commit({ add: [port, coeur] })
      for (const word of ['coeur', 'CŒUR', 'escroquerie', "l'escroquerie", '48.6', '48,6', 'euros']) {
        expect(await found([word]), word).toEqual(idsOf(coeur))
      }
      for (const word of ['10444', '10 444', '10,444']) expect(await found([word]), word).toEqual([idsOf(port)[1]])
      for (const word of ['444', 'scroquerie', '']) expect(await found([word]), word).toEqual([])
    })

    it('scores words by BM25, rare ones higher, and never below zero', async () => {
      await commit({ add: manySamples(5) })
      await commit({ add: [port] })
      const hits = await corpus.index.matching(['paragraph', 'sihanoukville', 'first'], 100)
      expect(hits[0]?.passageId).toBe(idsOf(port)[0])
      expect(hits).toHaveLength(11)
      expect(hits.every(({ score }, at) => score >= 0 && score <= (hits[at - 1]?.score ?? Infinity))).toBe(true)
    })

    it('takes any words at all', async () => {
      await commit({ add: [port] })
      const hostile = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('"', '""', "'", '*', 'a*', 'NEAR(a b)', 'a AND', 'NOT', '^port', 'words:port', '-port', 'C++'),
        fc.constantFrom('\0', 'a\0b', '\ud800', '🕵️', '(', ')', '{', ' ', 'x'.repeat(2_000)),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(hostile), fc.nat(20), async (words, limit) => {
          expect((await corpus.index.matching(words, limit)).length).toBeLessThanOrEqual(limit)
        }),
        { numRuns: 200 },
      )
      expect(await found(['words:port'])).toEqual(idsOf(port).slice(0, 1))
      const many = Array.from({ length: 10_000 }, (_, number) => `word${number}`)
      expect(await found([...many.slice(0, 900), 'port'])).toHaveLength(1)
      expect(await found(many)).toEqual([])
    })

    it('refuses a query vector that cannot be compared', async () => {
      await commit({ add: [port] })
      for (const vector of [vectorOf('x', 8), new Float32Array(DIMENSIONS), vectorOf('x').fill(Number.NaN)]) {
        await expect(corpus.index.nearest(vector, 1)).rejects.toThrow(/query vector/)
      }
    })

    it('measures nearness as cosine, whatever the length of the query', async () => {
      await commit({ add: [port, coeur] })
      await corpus.settle?.()
      const [hit] = await corpus.index.nearest(
        vectorOf(port.passages[0]?.text ?? '').map((value) => value * 7),
        1,
      )
      expect(hit?.passageId).toBe(idsOf(port)[0])
      expect(hit?.score).toBeCloseTo(1, 5)
      for (const limit of [0, -1, Number.NaN]) expect(await corpus.index.nearest(vectorOf('x'), limit)).toEqual([])
      expect(await corpus.index.nearest(vectorOf('x'), Number.POSITIVE_INFINITY)).toHaveLength(3)
      const farthest = (await corpus.index.nearest(vectorOf('x'), 3)).at(-1)
      expect(farthest?.score).toBeGreaterThanOrEqual(-1)
    })

    it('finds 500 random vectors in the order of their cosines', async () => {
      const articles = manySamples(250)
      await commit({ add: articles })
      await corpus.settle?.()
      const all = articles.flatMap(({ passages, vectors }) =>
        passages.map(({ id }, at) => ({ id, vector: vectors[at] ?? new Float32Array() })),
      )
      let [right, wanted] = [0, 0]
      for (let number = 0; number < 40; number += 1) {
        const query = vectorOf(`query ${number}`)
        const expected = all
          .map(({ id, vector }) => ({
            id,
            score: vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0),
          }))
          .sort((one, other) => other.score - one.score)
          .slice(0, 10)
        const hits = await corpus.index.nearest(query, 10)
        expect(hits).toHaveLength(10)
        const names = new Set(hits.map(({ passageId }) => passageId))
        right += expected.filter(({ id }) => names.has(id)).length
        wanted += expected.length
        for (const { passageId, score } of hits) {
          const same = expected.find(({ id }) => id === passageId)
          if (same !== undefined) expect(score).toBeCloseTo(same.score, 5)
        }
      }
      expect(right / wanted).toBeGreaterThanOrEqual(0.95)
    })
  })
}
