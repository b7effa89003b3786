import { afterAll, describe, expect, it } from 'vitest'
import { createStaticReader } from '../../index/readers/static-reader.ts'
import { openBundledEmbedder, openBundledWords } from '../answer/seed-corpus.ts'

const embedder = await openBundledEmbedder()
const reader = createStaticReader(await openBundledWords(embedder))
afterAll(() => embedder.close())

const stretches = [
  { sentences: ['The harbour of Tidewick reopened on Monday.', 'Repairs of the pier will cost 4.5 million euros.'] },
]

describe('the static reader', () => {
  it('holds the sentence with the words of the question for likelier, across languages too', async () => {
    for (const question of [
      'How much will the repairs of the pier cost?',
      'Combien coûtera la réparation de la jetée ?',
    ]) {
      const [reading] = await reader.read(question, stretches, 5_000)
      expect(reading?.sentences[1]).toBeGreaterThan(reading?.sentences[0] ?? 1)
    }
  })
})
