import { expect, test } from 'vitest'
import { openEmbedder } from '../../../index/embedding/embedder.ts'
import { bundledModel } from '../../../index/embedding/model-traits.ts'

test('the model that ships is opened without a word of a download', async () => {
  const told: string[] = []
  const embedder = await openEmbedder({
    ...{ model: bundledModel, modelsFolder: 'models', downloadFolder: 'models' },
    onProgress: ({ file }) => told.push(file),
  })
  await embedder.close()
  expect(told).toEqual([])
})
