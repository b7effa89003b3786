import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBaseKeeper } from '../../index/hnsw/base-keeper.ts'
import { loadGraph } from '../../index/hnsw/graph.ts'
import { inspectIndexFile } from '../../index/hnsw/index-file.ts'
import { buildBase, loadBase } from '../../index/hnsw/vector-base.ts'
import { DIMENSIONS, randomFrom, vectorOf } from '../contracts/corpus-samples.ts'
import { builtFolders, editManifest, identityIn } from './built-folder.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const builtFolder = builtFolders(newFolder)

describe('a vector base on the disk', () => {
  it.each([
    ['has no index file', (folder: string) => rmSync(join(folder, '1.hnsw')), /ENOENT/],
    ['has a manifest that is no JSON', (folder: string) => writeFileSync(join(folder, '1.json'), '{"for'), /JSON/],
    ['has a manifest of another format', (folder: string) => editManifest(folder, { format: 2 }), /format/],
    ['has a manifest of another count', (folder: string) => editManifest(folder, { count: 99 }), /another count/],
    ['has a manifest of another model', (folder: string) => editManifest(folder, { modelId: 'no' }), /another modelId/],
    ['has a manifest of another corpus', (folder: string) => editManifest(folder, { corpus: 'f' }), /another corpus/],
    [
      'is of a revision before a restore',
      (folder: string) => editManifest(folder, { builtAt: 'no' }),
      /another builtAt/,
    ],
  ])('is refused with the reason when it %s', async (_name, damage, said) => {
    const folder = join(await builtFolder(), 'vectors')
    const identity = identityIn(folder)
    damage(folder)
    await expect(loadBase(folder, identity)).rejects.toThrow(said)
  })

  it('notices any byte that changed', async () => {
    const file = join(await builtFolder(), 'vectors', '1.hnsw')
    const whole = readFileSync(file)
    const { sha256 } = inspectIndexFile(file, 100)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (position, flip) => {
        const damaged = Buffer.from(whole)
        damaged[position] = (damaged[position] ?? 0) ^ flip
        writeFileSync(file, damaged)
        expect(() => loadGraph({ file, sha256, count: 100, dimensions: DIMENSIONS })).toThrow(/checksum/)
      }),
      { numRuns: 50 },
    )
  })

  it('sees that a file was not written whole before it is read', async () => {
    const file = join(await builtFolder(), 'vectors', '1.hnsw')
    const whole = readFileSync(file)
    expect(inspectIndexFile(file, 100).whole).toBe(true)
    expect(inspectIndexFile(file, 99).whole).toBe(false)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        writeFileSync(file, whole.subarray(0, length))
        const { sha256 } = inspectIndexFile(file, 100)
        expect(() => loadGraph({ file, sha256, count: 100, dimensions: DIMENSIONS })).toThrow(/length/)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a base keeper', () => {
  it('replaces a worker that died', async () => {
    const dataFolder = await builtFolder()
    const identity = identityIn(join(dataFolder, 'vectors'))
    const messages: string[] = []
    const log = { info: () => undefined, warn: (_fields: unknown, message: string) => void messages.push(message) }
    const source = {
      ...{ newest: () => 1, difference: () => 0 },
      identity: () => identity,
      async *chunks() {},
      ...{ sample: () => [], vector: () => undefined },
    }
    const keeper = createBaseKeeper({ folder: join(dataFolder, 'vectors'), source, from: 1, log })
    await keeper.settle()
    const first = keeper.base()
    await first?.close()
    expect(keeper.base()).toBeUndefined()
    await keeper.settle()
    expect(messages).toEqual(['the vector worker died, it is replaced'])
    expect(keeper.base()).not.toBe(first)
    expect(await keeper.base()?.search(vectorOf('x'), 3)).toHaveLength(3)
    await keeper.close()
  })
})

describe('a vector base', () => {
  const identity = { corpus: 'c', revision: 3, builtAt: 'today', modelId: 'm', dimensions: DIMENSIONS, count: 600 }
  const vectors = Array.from({ length: identity.count }, (_, label) => vectorOf(`vector ${label}`))

  async function* chunks(count = identity.count) {
    for (let start = 0; start < count; start += 250) {
      const part = vectors.slice(start, Math.min(start + 250, count))
      const joined = new Float32Array(part.length * DIMENSIONS)
      for (const [position, vector] of part.entries()) joined.set(vector, position * DIMENSIONS)
      yield { labels: part.map((_, position) => start + position), vectors: joined }
    }
  }

  it('finds the nearest, clips the number asked for, and refuses what cannot be compared', async () => {
    const folder = newFolder()
    await buildBase(folder, identity, chunks(), () => undefined)
    const base = await loadBase(folder, identity)
    const random = randomFrom(1)
    for (let run = 0; run < 20; run += 1) {
      const label = Math.floor(random() * identity.count)
      const [hit] = await base.search(vectors[label] ?? new Float32Array(), 3)
      expect(hit?.label).toBe(label)
      expect(hit?.score).toBeCloseTo(1, 5)
    }
    expect(await base.search(vectorOf('x'), 5_000)).toHaveLength(identity.count)
    await expect(base.search(vectorOf('x').fill(Number.NaN), 1)).rejects.toThrow(/not finite/)
    await expect(base.search(vectorOf('x', 4), 1)).rejects.toThrow(/dimensions/)
    expect(base.isAlive()).toBe(true)
    const underWay = base.search(vectorOf('x'), 1)
    await Promise.all([expect(underWay).rejects.toThrow(/closed/), base.close()])
    expect(base.isAlive()).toBe(false)
    await expect(base.search(vectorOf('x'), 1)).rejects.toThrow(/closed/)
  })

  it('is not put in place when vectors are missing', async () => {
    const folder = newFolder()
    await expect(buildBase(folder, identity, chunks(500), () => undefined)).rejects.toThrow(/500 vectors/)
    expect(readdirSync(folder)).toEqual([])
  })
})
