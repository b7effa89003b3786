import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../../index/embedding/embedder.ts'
import { EmptyTextError, UserError } from '../../../src/errors.ts'
import type { Embedder } from '../../../src/ports/embedder.ts'
import { openBundledEmbedder } from '../../answer/seed-corpus.ts'

const length = (vector: Float32Array) => Math.hypot(...vector)
const cosine = (left: Float32Array, right: Float32Array) =>
  left.reduce((sum, value, position) => sum + value * (right[position] ?? 0), 0)

describe('the embedder with the model that ships', () => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = await openBundledEmbedder()
  })
  afterAll(() => embedder.close())

  const embedTokens = async (texts: readonly string[]) => (await embedder.embedTokens?.(texts, 'query')) ?? []

  it('names the model by its weights, so that retrained weights are another model', () => {
    expect(embedder.modelId).toMatch(/^bilingual@[0-9a-f]{8}$/)
    expect(embedder.dimensions).toBe(256)
  })

  it('gives unit vectors for whatever can be read', async () => {
    const text = fc.stringMatching(/^[a-zé0-9]{1,8}( [a-zé0-9]{1,8}){0,6}$/)
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const vectors = await embedder.embed(texts, 'passage')
        expect(vectors).toHaveLength(texts.length)
        for (const vector of vectors) {
          expect(vector).toHaveLength(256)
          expect(length(vector)).toBeCloseTo(1, 4)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('refuses a blank text and says which one', async () => {
    await expect(embedder.embed(['ferry', ' \n\t'], 'query')).rejects.toThrow(new EmptyTextError(1))
    await expect(embedTokens([''])).rejects.toThrow(new EmptyTextError(0))
  })

  it('gives nothing for no text', async () => {
    expect(await embedder.embed([], 'query')).toEqual([])
    expect(await embedTokens([])).toEqual([])
  })

  // A batch is padded to its longest text; what is padded must not count.
  it('gives a text the same vectors in a large batch of mixed lengths as alone', async () => {
    const texts = Array.from({ length: 71 }, (_, number) => `storm ${'of the long night '.repeat(number % 9)}${number}`)
    const together = await embedder.embed(texts, 'passage')
    const tokensTogether = await embedTokens(texts)
    for (const position of [0, 31, 32, 33, 63, 64, 70]) {
      const text = texts[position] ?? ''
      const [alone = new Float32Array()] = await embedder.embed([text], 'passage')
      expect(cosine(together[position] ?? new Float32Array(), alone)).toBeCloseTo(1, 5)
      const [tokensAlone] = await embedTokens([text])
      expect(tokensTogether[position]).toEqual(tokensAlone)
    }
  })

  it('weighs a token by the square of its norm, and a rare word more than a light one', async () => {
    const [tokens] = await embedTokens(['the drought'])
    expect(tokens?.vectors).toHaveLength(2)
    tokens?.vectors.forEach((vector, position) => {
      expect(tokens.weights[position]).toBeCloseTo(length(vector) ** 2, 3)
    })
    expect(tokens?.weights[1]).toBeGreaterThan(2 * (tokens?.weights[0] ?? 0))
  })

  it.each([
    ['an invisible space', '\u200b'],
    ['control characters', '\u0000\u001b[2J'],
    ['half a surrogate pair', '\ud800'],
    ['emoji', '😀👩‍👩‍👧'],
    ['a quotation mark', '"'],
    ['Chinese', '你好'],
    ['an accent alone', '\u0301'],
    ['a word without end', 'a'.repeat(2_000)],
    ['three thousand words', 'word '.repeat(3_000)],
  ])('never gives a number that is none for %s', async (_, text) => {
    const [vector = new Float32Array()] = await embedder.embed([text], 'query')
    expect(vector).toHaveLength(256)
    expect(vector.every(Number.isFinite)).toBe(true)
    const [tokens] = await embedTokens([text])
    expect(tokens?.vectors.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true)
  })

  it('says what to do when the folder of the model is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sourcier-models-'))
    const opening = openEmbedder({ model: 'bilingual', modelsFolder: folder, downloadFolder: folder })
    const error: unknown = await opening.catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(/models\/bilingual.*restore/)
    rmSync(folder, { recursive: true, force: true })
  })
})
