import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContextualVectors } from '../../../src/ports/contextual-vectors.ts'
import { contextualVector, quantisationError, saveAll } from '../../contracts/contextual-samples.ts'
import { type ContextualUnderTest, contextualVectorsContract } from '../../contracts/contextual-vectors.ts'
import { change, manySamples, model, sample, vectorOf } from '../../contracts/corpus-samples.ts'
import { temporaryFolders } from '../temporary-folder.ts'
import { inMemory, onDisk } from './stores.ts'

const newFolder = temporaryFolders()

contextualVectorsContract('memory', inMemory)
contextualVectorsContract('SQLite', () => onDisk(newFolder()))

/** The best ten are those of the reference, but for passages whose cosines differ by less than eight bits can tell. */
async function expectAlike(found: ContextualVectors, reference: ContextualVectors, query: Float32Array, at?: number) {
  const [hits, all] = await Promise.all([found.nearest(query, 10, at), reference.nearest(query, 1_000_000, at)])
  const exact = new Map(all.map(({ passageId, score }) => [passageId, score]))
  expect(hits).toHaveLength(Math.min(10, all.length))
  expect(new Set(hits.map(({ passageId }) => passageId)).size).toBe(hits.length)
  const tenth = all[hits.length - 1]?.score ?? 1
  for (const { passageId, score } of hits) {
    expect(Math.abs(score - (exact.get(passageId) ?? Number.NaN))).toBeLessThan(quantisationError)
    expect(exact.get(passageId)).toBeGreaterThan(tenth - quantisationError)
  }
}

describe('contextual vectors in SQLite', () => {
  it('are those of the naive reference, whatever is added, withdrawn, rolled back and opened again', async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ add: fc.nat(7), words: fc.nat(2), paragraphs: fc.integer({ min: 1, max: 4 }) }),
      },
      fc.record({ remove: fc.nat(7) }),
      fc.record({ rollback: fc.nat(9) }),
      { weight: 4, arbitrary: fc.record({ save: fc.integer({ min: 1, max: 9 }) }) },
      fc.record({ reopen: fc.constant(true) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.string(), async (steps, question) => {
        const [real, naive] = [await onDisk(newFolder()), await inMemory()]
        try {
          let [vectors, reference] = [await real.open(), await naive.open()]
          let last = 0
          const both = async (work: (tested: ContextualUnderTest) => Promise<{ readonly number: number }>) => {
            last = (await work(real)).number
            expect((await work(naive)).number).toBe(last)
          }
          for (const one of steps) {
            if ('add' in one) {
              const texts = Array.from({ length: one.paragraphs }, (_, at) => `${one.words} of ${one.add}, ${at}`)
              const add = [sample(`article-${one.add}`, texts)]
              await both(({ writer }) => writer.commit(change({ add }), model))
            } else if ('remove' in one) {
              await both(({ writer }) => writer.commit(change({ remove: [`article-${one.remove}`] }), model))
            } else if ('rollback' in one) {
              const target = 1 + (one.rollback % Math.max(1, last))
              if (last > 0) await both(({ writer }) => writer.rollback(target))
            } else if ('save' in one) {
              const passages = await vectors.missing(one.save)
              await saveAll(vectors, passages)
              await saveAll(reference, passages)
            } else {
              await vectors.close()
              ;[vectors, reference] = [await real.open(), await naive.open()]
            }
            expect(await vectors.progress()).toEqual(await reference.progress())
            const [left, expected] = await Promise.all([vectors.missing(1_000), reference.missing(1_000)])
            expect(new Set(left.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)))
            await expectAlike(vectors, reference, contextualVector(question))
            if (last > 0)
              await expectAlike(vectors, reference, contextualVector(question), 1 + (question.length % last))
          }
        } finally {
          await real.close()
        }
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('find the same of a thousand vectors of 384 dimensions as float32 does', async () => {
    const wide = { modelId: 'contextual@wide', dimensions: 384 }
    const [real, naive] = [await onDisk(newFolder()), await inMemory()]
    const many = manySamples(500)
    const passages = many.flatMap((one) => one.passages)
    const opened: ContextualVectors[] = []
    for (const tested of [real, naive]) {
      await tested.writer.commit(change({ add: many }), model)
      const vectors = await tested.open(wide)
      await saveAll(vectors, passages, wide)
      opened.push(vectors)
    }
    const [vectors, reference] = opened as [ContextualVectors, ContextualVectors]
    for (let number = 0; number < 20; number += 1) {
      await expectAlike(vectors, reference, vectorOf(`query ${number}`, wide.dimensions))
    }
    await real.close()
  })
})
