import { expect, test } from 'vitest'
import { deepen } from '../../../index/contextual/deepen.ts'
import { createMemoryContextualVectors } from '../../../index/memory/contextual-vectors.ts'
import { createMemoryCorpus } from '../../../index/memory/corpus.ts'
import { EmptyTextError } from '../../../src/errors.ts'
import type { EmbeddedArticle } from '../../../src/ports/corpus-writer.ts'
import type { Passage } from '../../../src/types.ts'
import { contextual, contextualVector } from '../../contracts/contextual-samples.ts'
import { change, manySamples, model, sample } from '../../contracts/corpus-samples.ts'

const textOf = async ({ text }: Passage) => text

/** As the real one: refuses a blank text. */
async function embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
  const blank = texts.findIndex((text) => text.trim() === '')
  if (blank >= 0) throw new EmptyTextError(blank)
  return texts.map((text) => contextualVector(text))
}

async function corpusOf(...articles: readonly EmbeddedArticle[]) {
  const { index, writer } = createMemoryCorpus()
  await writer.commit(change({ add: articles }), model)
  const kept = new Map<string, Float32Array>()
  const open = () => createMemoryContextualVectors(index, contextual, kept)
  return { writer, open, vectors: open() }
}

test('makes every vector that is missing, and says how far it is', async () => {
  const { vectors } = await corpusOf(...manySamples(50))
  const told: { readonly done: number; readonly total: number }[] = []
  const { skipped } = await deepen({ vectors, embed, textOf, onProgress: (progress) => told.push(progress) })
  expect(skipped).toBe(0)
  expect(await vectors.progress()).toEqual({ done: 100, total: 100 })
  expect(told.at(-1)).toEqual({ done: 100, total: 100 })
  expect(told.every(({ done }, at) => done > (told[at - 1]?.done ?? 0))).toBe(true)
  const [hit] = await vectors.nearest(contextualVector('First paragraph of article 31'), 1)
  expect(hit?.passageId).toMatch(/^article-31@/)
})

test('embeds nothing when nothing is missing', async () => {
  const { vectors } = await corpusOf(...manySamples(3))
  await deepen({ vectors, embed, textOf })
  const never = async () => {
    throw new Error('embedded again')
  }
  expect(await deepen({ vectors, embed: never, textOf })).toEqual({ skipped: 0 })
})

test('keeps what was made when it is ended in the middle, and goes on from there', async () => {
  const { vectors, open } = await corpusOf(...manySamples(100))
  const ending = new AbortController()
  const embedded: string[] = []
  const counting = async (texts: readonly string[]) => {
    embedded.push(...texts)
    return await embed(texts)
  }
  await deepen({
    ...{ vectors, embed: counting, textOf, signal: ending.signal },
    onProgress: ({ done }) => done >= 60 && ending.abort(),
  })
  const { done, total } = await vectors.progress()
  expect(total).toBe(200)
  expect(done).toBeGreaterThanOrEqual(60)
  expect(done).toBeLessThan(200)
  const again = open()
  await deepen({ vectors: again, embed: counting, textOf })
  expect(await again.progress()).toEqual({ done: 200, total: 200 })
  expect(new Set(embedded).size).toBe(200)
  expect(embedded).toHaveLength(200)
})

test('does nothing when it was ended before', async () => {
  const { vectors } = await corpusOf(...manySamples(3))
  await deepen({ vectors, embed, textOf, signal: AbortSignal.abort() })
  expect(await vectors.progress()).toEqual({ done: 0, total: 6 })
})

test('fails with what the encoder says, keeps what came before it, and goes on at the next run', async () => {
  const { vectors } = await corpusOf(...manySamples(100))
  let calls = 0
  const breaking = async (texts: readonly string[]) => {
    calls += 1
    if (calls === 3) throw new Error('the process of the models is gone')
    return await embed(texts)
  }
  await expect(deepen({ vectors, embed: breaking, textOf })).rejects.toThrow('the process of the models is gone')
  const { done } = await vectors.progress()
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(200)
  await deepen({ vectors, embed: breaking, textOf })
  expect(await vectors.progress()).toEqual({ done: 200, total: 200 })
})

test('passes over what cannot be embedded, says how many, and ends', async () => {
  const { vectors } = await corpusOf(...manySamples(40), sample('blank', ['   ', 'Words.', '\u00a0']))
  const calls: number[] = []
  const counting = async (texts: readonly string[]) => {
    calls.push(texts.length)
    return await embed(texts)
  }
  expect(await deepen({ vectors, embed: counting, textOf })).toEqual({ skipped: 2 })
  expect(await vectors.progress()).toEqual({ done: 81, total: 83 })
  // The next run tries once more, and no longer.
  expect(await deepen({ vectors, embed, textOf })).toEqual({ skipped: 2 })
  expect(calls.reduce((sum, count) => sum + count, 0)).toBe(81)
})

test('passes over a vector without a direction', async () => {
  const { vectors } = await corpusOf(...manySamples(40))
  const odd = async (texts: readonly string[]) =>
    texts.map((text) => {
      if (text === 'First paragraph of article 7') return new Float32Array(contextual.dimensions)
      if (text === 'First paragraph of article 8') return new Float32Array(contextual.dimensions).fill(Number.NaN)
      return contextualVector(text)
    })
  expect(await deepen({ vectors, embed: odd, textOf })).toEqual({ skipped: 2 })
  expect((await vectors.missing(9)).map(({ text }) => text)).toEqual([
    'First paragraph of article 7',
    'First paragraph of article 8',
  ])
})

test('takes in what is added while it runs', async () => {
  const { vectors, writer } = await corpusOf(...manySamples(40))
  let isAdded = false
  const adding = async (texts: readonly string[]) => {
    if (!isAdded) await writer.commit(change({ add: manySamples(5, 'late') }), model)
    isAdded = true
    return await embed(texts)
  }
  await deepen({ vectors, embed: adding, textOf })
  expect(await vectors.progress()).toEqual({ done: 90, total: 90 })
})
