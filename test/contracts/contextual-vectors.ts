import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Model, RebuildingWriter } from '../../index/corpus-change.ts'
import { UserError } from '../../src/errors.ts'
import type { ContextualVectors } from '../../src/ports/contextual-vectors.ts'
import type { EmbeddedArticle } from '../../src/ports/corpus-writer.ts'
import { contextual, contextualVector, quantisationError, saveAll } from './contextual-samples.ts'
import { change, manySamples, model, sample, vectorOf } from './corpus-samples.ts'

export type ContextualUnderTest = {
  readonly writer: RebuildingWriter
  /** Opens the vectors of a model over the one corpus, as another process would: each call a connection of its own. */
  open(model?: Model): Promise<ContextualVectors>
  close(): Promise<void>
}

/** What every store of contextual vectors must do. `make` gives a new empty corpus each time. */
export function contextualVectorsContract(name: string, make: () => Promise<ContextualUnderTest>): void {
  describe(`contextual vectors in ${name}`, () => {
    const port = sample('port', ['The port was searched.', 'Police counted computers.', 'Nobody was hurt.'])
    const coeur = sample('coeur', ['Au cœur de l’escroquerie.', 'Des milliards d’euros.'], { language: 'fr' })
    const portEdited = sample('port', ['The port was searched twice.', 'Police counted computers again.'])

    let tested: ContextualUnderTest
    let vectors: ContextualVectors
    beforeEach(async () => {
      tested = await make()
      vectors = await tested.open()
    })
    afterEach(() => tested.close())

    const commit = (parts: Parameters<typeof change>[0]) => tested.writer.commit(change(parts), model)
    const idsOf = (...articles: readonly EmbeddedArticle[]) =>
      articles.flatMap(({ passages }) => passages.map(({ id }) => id)).sort()
    const near = async (text: string, limit = 10, revision?: number, from = vectors) =>
      (await from.nearest(contextualVector(text), limit, revision)).map(({ passageId }) => passageId)
    const missing = async (limit = 100, from = vectors) => (await from.missing(limit)).map(({ id }) => id)

    it('are none while nothing is indexed', async () => {
      expect(await near('anything')).toEqual([])
      expect(await missing()).toEqual([])
      expect(await vectors.vectorsOf(['nobody@0.1'])).toEqual(new Map())
      expect(await vectors.progress()).toEqual({ done: 0, total: 0 })
      await vectors.save([], [])
    })

    it('are missing until they are saved, and then found, best first', async () => {
      await commit({ add: [port, coeur] })
      expect(await near('anything')).toEqual([])
      expect((await missing()).sort()).toEqual(idsOf(port, coeur))
      expect((await vectors.missing(100)).find(({ id }) => id === port.passages[1]?.id)).toEqual(port.passages[1])
      await saveAll(vectors, port.passages.slice(0, 2))
      expect((await missing()).sort()).toEqual([...idsOf(coeur), port.passages[2]?.id].sort())
      expect(await vectors.progress()).toEqual({ done: 2, total: 5 })
      await saveAll(vectors, [...port.passages.slice(2), ...coeur.passages])
      expect(await missing()).toEqual([])
      expect(await vectors.progress()).toEqual({ done: 5, total: 5 })
      for (const { id, text } of [...port.passages, ...coeur.passages]) {
        const hits = await vectors.nearest(contextualVector(text), 10)
        expect(hits).toHaveLength(5)
        expect(hits[0]?.passageId).toBe(id)
        expect(hits[0]?.score).toBeGreaterThan(1 - quantisationError)
        expect(hits[0]?.score).toBeLessThanOrEqual(1)
        expect(hits.every(({ score }, at) => score >= -1 && score <= (hits[at - 1]?.score ?? 1))).toBe(true)
      }
    })

    it('are given back as the unit vectors they were, whichever version they are of', async () => {
      await commit({ add: [port] })
      await saveAll(vectors, port.passages)
      await commit({ add: [portEdited] })
      const ids = [...idsOf(port), ...idsOf(portEdited), 'nobody@0.1']
      const found = await vectors.vectorsOf(ids)
      expect([...found.keys()].sort()).toEqual(idsOf(port))
      for (const { id, text } of port.passages) {
        const wanted = contextualVector(text)
        const off = wanted.map((value, at) => value - (found.get(id)?.[at] ?? Number.NaN))
        expect(Math.hypot(...off)).toBeLessThan(quantisationError)
        expect(Math.hypot(...(found.get(id) ?? []))).toBeCloseTo(1, 2)
      }
    })

    it('are cut to the limit, and none is none', async () => {
      await commit({ add: [port, coeur] })
      await saveAll(vectors, port.passages)
      expect(await missing(1)).toHaveLength(1)
      expect(await near('anything', 2)).toHaveLength(2)
      expect(await near('anything', 2.5)).toHaveLength(2)
      expect(await near('anything', Number.POSITIVE_INFINITY)).toHaveLength(3)
      for (const limit of [0, -1, Number.NaN]) expect(await near('anything', limit), String(limit)).toEqual([])
      for (const limit of [0, -1]) expect(await missing(limit), String(limit)).toEqual([])
    })

    it('count by membership, before the cut to the best', async () => {
      const many = manySamples(40)
      await commit({ add: many })
      await saveAll(
        vectors,
        many.flatMap(({ passages }) => passages),
      )
      await commit({ remove: many.slice(0, 39).map(({ article }) => article.id) })
      expect((await near('First paragraph of article 3', 2)).sort()).toEqual(idsOf(...many.slice(39)))
      expect(await vectors.progress()).toEqual({ done: 2, total: 2 })
    })

    it('answer as of an old revision, and refuse one that never was', async () => {
      await commit({ add: [port, coeur] })
      await saveAll(vectors, [...port.passages, ...coeur.passages])
      await commit({ add: [portEdited], remove: ['coeur'] })
      expect(await near('anything')).toEqual([])
      expect(await missing()).toEqual(portEdited.passages.map(({ id }) => id))
      await saveAll(vectors, portEdited.passages)
      expect((await near('anything')).sort()).toEqual(idsOf(portEdited))
      expect((await near('anything', 10, 1)).sort()).toEqual(idsOf(port, coeur))
      await expect(near('anything', 10, 3)).rejects.toThrow(UserError)
    })

    it('are not made again after a rollback or a rebuild', async () => {
      await commit({ add: [port] })
      await saveAll(vectors, port.passages)
      await commit({ add: [portEdited] })
      await tested.writer.rollback(1)
      expect(await missing()).toEqual([])
      expect((await near('anything')).sort()).toEqual(idsOf(port))
      await tested.writer.rebuild([port, coeur], model)
      expect((await missing()).sort()).toEqual(idsOf(coeur))
      expect(await vectors.progress()).toEqual({ done: 3, total: 5 })
    })

    it('are made for what came last first', async () => {
      await commit({ add: [sample('middle', ['In the middle.']), port] })
      await commit({ add: [sample('zebra', ['Striped.', 'And fast.'])] })
      expect((await missing(2)).map((id) => id.split('@')[0])).toEqual(['zebra', 'zebra'])
      await commit({ add: [coeur] })
      expect((await missing(2)).sort()).toEqual(idsOf(coeur))
    })

    it('are refused whole when one cannot be right', async () => {
      await commit({ add: [port] })
      const [first = '', second = ''] = port.passages.map(({ id }) => id)
      const good = contextualVector('good')
      const bad = {
        NaN: good.map(() => Number.NaN),
        zero: new Float32Array(contextual.dimensions),
        long: good.map((value) => value * 1.2),
        narrow: vectorOf('narrow', 8),
        infinite: good.map((value, at) => (at === 3 ? Number.POSITIVE_INFINITY : value)),
      }
      for (const [kind, vector] of Object.entries(bad)) {
        await expect(vectors.save([first, second], [good, vector]), kind).rejects.toThrow()
      }
      await expect(vectors.save([first, second], [good])).rejects.toThrow()
      await expect(vectors.save([first], [good, good])).rejects.toThrow()
      expect(await missing()).toHaveLength(3)
      expect(await vectors.progress()).toEqual({ done: 0, total: 3 })
    })

    it('refuse a query that cannot be compared', async () => {
      await commit({ add: [port] })
      await saveAll(vectors, port.passages)
      const nothing = new Float32Array(contextual.dimensions)
      for (const query of [vectorOf('x', 8), nothing, contextualVector('x').fill(Number.NaN)]) {
        await expect(vectors.nearest(query, 1)).rejects.toThrow(/query vector/)
      }
    })

    it('stay as they are when they are saved again', async () => {
      await commit({ add: [port] })
      await saveAll(vectors, port.passages)
      const ids = port.passages.map(({ id }) => id)
      const others = ids.map((id) => contextualVector(`something else ${id}`))
      await vectors.save(ids, others)
      // One that has not looked since, and one that is new.
      const late = await tested.open()
      await late.save(ids, others)
      for (const from of [vectors, late, await tested.open()]) {
        expect((await near(port.passages[1]?.text ?? '', 10, undefined, from)).sort()).toEqual(idsOf(port))
        expect((await near(port.passages[1]?.text ?? '', 1, undefined, from))[0]).toBe(ids[1])
        expect(await from.progress()).toEqual({ done: 3, total: 3 })
      }
    })

    it('go on where they were left when they are opened again', async () => {
      await commit({ add: [port, coeur] })
      await saveAll(vectors, port.passages.slice(0, 1))
      await vectors.close()
      const again = await tested.open()
      expect(await again.progress()).toEqual({ done: 1, total: 5 })
      await saveAll(again, await again.missing(100))
      expect(await missing(100, again)).toEqual([])
      expect(await near('anything', 10, undefined, again)).toHaveLength(5)
    })

    it('made twice at once count once', async () => {
      await commit({ add: [port, coeur] })
      const other = await tested.open()
      const [mine, theirs] = [await vectors.missing(100), await other.missing(100)]
      await saveAll(vectors, mine.slice(0, 3))
      expect(await near('anything', 100)).toHaveLength(3)
      await saveAll(other, theirs.slice(1))
      for (const from of [vectors, other]) {
        expect((await near('anything', 100, undefined, from)).sort()).toEqual(idsOf(port, coeur))
        expect(await from.progress()).toEqual({ done: 5, total: 5 })
        expect(await missing(100, from)).toEqual([])
      }
    })

    it('of another model are as good as none', async () => {
      await commit({ add: [port] })
      await saveAll(vectors, port.passages)
      for (const newer of [
        { ...contextual, modelId: 'contextual@2' },
        { modelId: 'contextual@3', dimensions: 8 },
      ]) {
        const other = await tested.open(newer)
        expect(await other.progress()).toEqual({ done: 0, total: 3 })
        expect(await other.vectorsOf(idsOf(port))).toEqual(new Map())
        expect(await other.nearest(contextualVector('x', newer), 10)).toEqual([])
        await saveAll(other, port.passages, newer)
        expect(await other.nearest(contextualVector('x', newer), 10)).toHaveLength(3)
        // The first may have lost its own; what it finds is never the other's.
        const hits = await vectors.nearest(contextualVector(port.passages[0]?.text ?? ''), 1)
        for (const { passageId, score } of hits) {
          expect(passageId).toBe(port.passages[0]?.id)
          expect(score).toBeGreaterThan(1 - quantisationError)
        }
        await other.close()
      }
    })

    it('of a model that was taken over are not mixed with those of the next', async () => {
      await commit({ add: [port] })
      const next = { ...contextual, modelId: 'contextual@2' }
      await saveAll(vectors, port.passages.slice(0, 1))
      const other = await tested.open(next)
      await other.progress()
      // A process of the earlier model that still runs.
      await saveAll(vectors, port.passages.slice(1)).catch(() => undefined)
      expect(await missing(9, other)).toHaveLength(3)
      await saveAll(other, port.passages, next)
      for (const { id, text } of port.passages) {
        const [hit] = await other.nearest(contextualVector(text, next), 1)
        expect(hit?.passageId).toBe(id)
        expect(hit?.score).toBeGreaterThan(1 - quantisationError)
      }
    })
  })
}
