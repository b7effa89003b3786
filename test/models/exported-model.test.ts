import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltModel, buildModel } from '../../models/train/build-model.ts'
import { exportModel } from '../../models/train/export-model.ts'
import { restoreRows } from '../../models/train/quantize.ts'
import { readModel } from '../../models/train/read-model.ts'
import { createStaticModel, embedTexts, rowOf } from '../../models/train/static-model.ts'
import { createTokenizer } from '../../models/train/word-piece.ts'
import { smallData, smallOptions } from './small-data.ts'

const TEXTS = [
  'The baker sells a bread',
  'L’infirmière a caché la clé derrière l’église.',
  'CŒUR, coeur et Œuvre : 10 444 - 10,444',
  "soft\u00adhyphen, zero\u200bwidth and a tab\tinside\n“quotes” «guillemets» l'eau C++ a_b",
  '日本 🔍 été ÉTÉ e\u0301te\u0301 İstanbul ß ſ',
]

describe('an exported model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sourcier-model-'))
  let built: BuiltModel
  let extract: FeatureExtractionPipeline

  beforeAll(async () => {
    built = await buildModel(smallData(), { ...smallOptions, batches: 10 })
    exportModel(join(folder, 'small'), built.pieces, built.table)
    env.localModelPath = folder
    env.allowRemoteModels = false
    extract = await pipeline('feature-extraction', 'small', { quantized: true })
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('splits texts in transformers.js as in training', () => {
    const tokenizer = createTokenizer(built.pieces)
    for (const text of TEXTS) {
      const { input_ids: ids } = extract.tokenizer(text, { return_tensor: false }) as { input_ids: number[] }
      expect([...tokenizer.encode(text)], text).toEqual(ids)
    }
  })

  test('gives in transformers.js the vectors of the trainer', async () => {
    const model = createStaticModel(built.pieces, restoreRows(built.table))
    const expected = embedTexts(model, TEXTS)
    const output = await extract(TEXTS, { pooling: 'mean', normalize: true })
    for (const [index] of TEXTS.entries()) {
      const vector = Float32Array.from(output.data as Float32Array).slice(index * 64, (index + 1) * 64)
      expect(distance(vector, rowOf(expected, index))).toBeLessThan(1e-5)
    }
  })

  test('is read back as it was written', async () => {
    const model = await readModel(join(folder, 'small'))
    expect(model.tokenizer.pieces).toEqual(built.pieces)
    expect(distance(model.rows, restoreRows(built.table))).toBe(0)
  })
})

function distance(left: Float32Array, right: Float32Array): number {
  return Math.max(...left.map((value, index) => Math.abs(value - (right[index] ?? Number.NaN))))
}
