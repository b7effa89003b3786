import { beforeAll, describe, expect, test } from 'vitest'
import { type BuiltModel, buildModel } from '../../models/train/build-model.ts'
import { measureSentences } from '../../models/train/evaluate.ts'
import { modelBytes } from '../../models/train/export-model.ts'
import { restoreRows } from '../../models/train/quantize.ts'
import { createStaticModel, type StaticModel } from '../../models/train/static-model.ts'
import { smallData, smallOptions, unseenPairs } from './small-data.ts'

function asModel(built: BuiltModel): StaticModel {
  return createStaticModel(built.pieces, restoreRows(built.table))
}

async function translationFirst(model: StaticModel): Promise<number> {
  const measure = await measureSentences(model, 'unseen', unseenPairs, 1)
  return measure.figures['en→fr'] ?? 0
}

describe('a small training run', () => {
  const losses: number[] = []
  let built: BuiltModel

  beforeAll(async () => {
    built = await buildModel(smallData(), smallOptions, {
      onStep: () => {},
      onBatch: (_batch, kind, loss) => {
        if (kind === 'tatoeba') losses.push(loss)
      },
    })
  })

  test('lowers the loss', () => {
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(losses.slice(-5))).toBeLessThan(mean(losses.slice(0, 5)) / 2)
  })

  test('finds translations of sentences it has never seen', async () => {
    const untrained = await buildModel(smallData(), { ...smallOptions, rate: 0 })
    expect(await translationFirst(asModel(untrained))).toBeLessThan(0.3)
    expect(await translationFirst(asModel(built))).toBeGreaterThan(0.8)
  })

  test('gives the same bytes for the same seed and others for another', async () => {
    const bytesOf = async (seed: number): Promise<Buffer> => {
      const { table } = await buildModel(smallData(), { ...smallOptions, batches: 20, seed })
      return Buffer.from(modelBytes(table))
    }
    const first = await bytesOf(1)
    expect((await bytesOf(1)).equals(first)).toBe(true)
    expect((await bytesOf(2)).equals(first)).toBe(false)
  })
})
