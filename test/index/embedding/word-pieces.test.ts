import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedder } from '../../../index/embedding/embedder.ts'
import { bundledModel } from '../../../index/embedding/model-traits.ts'
import { EmptyTextError } from '../../../src/errors.ts'
import { findHome } from '../../../src/home.ts'
import type { Embedder, WordPieces } from '../../../src/ports/embedder.ts'

let embedder: Embedder
let pieces: WordPieces

beforeAll(async () => {
  const folder = join(findHome(), 'models')
  embedder = await openEmbedder({ model: bundledModel, modelsFolder: folder, downloadFolder: folder })
  if (embedder.pieces === undefined) throw new Error('the model that ships has word pieces')
  pieces = embedder.pieces
})
afterAll(() => embedder.close())

/** The vectors of a text's tokens, by way of their numbers. */
async function vectorsOf(text: string): Promise<readonly (readonly number[])[]> {
  const [numbers = []] = await pieces.numbersOf([text], 'passage')
  const vectors = numbers.length === 0 ? [] : await pieces.vectorsOf(numbers)
  return vectors.map((vector) => [...vector])
}

async function tokensOf(text: string): Promise<readonly (readonly number[])[]> {
  const [tokens] = (await embedder.embedTokens?.([text], 'passage')) ?? []
  return (tokens?.vectors ?? []).map((vector) => [...vector])
}

describe('the word pieces of a static model', () => {
  it('have exactly the vectors that the whole text gives its tokens', async () => {
    const letters = 'aB éÉœŒ’\'.,-–"«»1½\n\t\u00a0\u202f\u0301\u00ad\u200bΣςσİ中😀[UNK]\u0000'
    const unit = fc.oneof(fc.constantFrom(...letters), fc.constantFrom('the', 'ministre', '10 444', 'Σας', '[UNK]'))
    const text = fc.string({ unit, minLength: 1, maxLength: 40 }).filter((one) => one.trim() !== '')
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const whole = await tokensOf(`a ${written}`)
        expect(await vectorsOf(`a ${written}`)).toEqual(whole)
      }),
      { numRuns: 150 },
    )
  })

  it('are the same when a word comes again', async () => {
    const [first, second] = await pieces.numbersOf(['The drought, the drought.', 'The drought, the drought.'], 'query')
    expect(first).toEqual(second)
    expect(first?.length).toBeGreaterThan(4)
  })

  it('are not had of a blank text', async () => {
    await expect(pieces.numbersOf(['a', ' '], 'query')).rejects.toThrow(new EmptyTextError(1))
  })
})
