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

  it('gives probabilities for whatever it is asked', async () => {
    for (const question of ['', '?', '日本語', '\u0000\uD800', 'x'.repeat(2_000)]) {
      const [reading] = await reader.read(question, [{ sentences: ['', 'One.'], lead: '' }], 5_000)
      for (const value of reading?.sentences ?? []) expect(value >= 0 && value <= 1).toBe(true)
    }
  })
})
