import { describe, expect, it } from 'vitest'
import { createMemoryCorpus } from '../index/memory/corpus.ts'
import type { EmbeddingProgress } from '../src/embed-articles.ts'
import { UserError } from '../src/errors.ts'
import { carryOut, planIndexing } from '../src/indexing.ts'
import type { Embedder } from '../src/ports/embedder.ts'
import type { Article } from '../src/types.ts'
import { articleOf } from './answer/seed-corpus.ts'
import { vectorOf } from './contracts/corpus-samples.ts'

const paragraph = (topic: string) =>
  `This paragraph is about ${topic}, and it is long enough to be a passage of its own here.`
const article = (id: string, ...topics: readonly string[]) => articleOf(id, topics.map(paragraph).join('\n\n'))

/** Remembers which texts were embedded, call by call. */
function createCountingEmbedder(): { readonly embedder: Embedder; readonly calls: string[][] } {
  const calls: string[][] = []
  const embedder: Embedder = {
    modelId: 'counting',
    dimensions: 16,
    async embed(texts, role) {
      expect(role).toBe('passage')
      calls.push([...texts])
      return texts.map((text) => vectorOf(text))
    },
    close: async () => undefined,
  }
  return { embedder, calls }
}

function createBench() {
  const { index, writer } = createMemoryCorpus()
  const { embedder, calls } = createCountingEmbedder()
  const plan = (articles: readonly Article[], keep = () => false) => planIndexing(index, articles, keep)
  const parts = { index, writer, embedder }
  return {
    index,
    calls,
    plan,
    carryOut: async (articles: readonly Article[], confirmed = true) =>
      carryOut(await plan(articles), parts, { confirmed }),
    carryOutPlan: carryOut,
    parts,
  }
}

const one = article('one', 'ferries', 'harbours')
const two = article('two', 'orchards')
const three = article('three', 'bridges')

describe('an indexing run', () => {
  it('finds everything new in an empty corpus', async () => {
    const { plan } = createBench()
    expect(await plan([one, two])).toEqual({
      added: [one, two],
      changed: [],
      described: [],
      withdrawn: [],
      unchanged: 0,
    })
  })

  it('tells what was added, changed, described anew, withdrawn and left alone', async () => {
    const bench = createBench()
    await bench.carryOut([one, two, three])
    const changed = article('one', 'ferries', 'lighthouses')
    const described = { ...two, outlet: 'The Orchard Times', published: '2026-11-20' }
    const added = article('four', 'libraries')
    const plan = await bench.plan([changed, described, added])
    expect(plan.added).toEqual([added])
    expect(plan.changed).toEqual([changed])
    expect(plan.described).toEqual([
      { id: 'two', language: 'en', path: 'test/two.txt', outlet: 'The Orchard Times', published: '2026-11-20' },
    ])
    expect(plan.withdrawn.map(({ id }) => id)).toEqual(['three'])
    expect(plan.unchanged).toBe(1)
  })

  it('keeps an article whose file cannot be read now', async () => {
    const bench = createBench()
    await bench.carryOut([one, two])
    expect((await bench.plan([one], () => true)).withdrawn).toEqual([])
    expect((await bench.plan([one], () => false)).withdrawn.map(({ id }) => id)).toEqual(['two'])
  })

  it('embeds nothing and makes no revision when nothing has changed', async () => {
    const bench = createBench()
    const first = await bench.carryOut([one, two])
    bench.calls.length = 0
    expect(await bench.carryOut([one, two])).toEqual(first)
    expect(await bench.carryOut([two, one])).toEqual(first)
    expect(bench.calls).toEqual([])
  })

  it('embeds nothing when only the description has changed', async () => {
    const bench = createBench()
    await bench.carryOut([one, two])
    bench.calls.length = 0
    const revision = await bench.carryOut([{ ...one, title: 'Of ferries' }, two])
    expect(revision).toMatchObject({ number: 2, added: 0, removed: 0 })
    expect((await bench.index.articles()).find(({ id }) => id === 'one')?.title).toBe('Of ferries')
    expect(bench.calls).toEqual([])
  })

  it('embeds the passages of a changed article alone', async () => {
    const bench = createBench()
    await bench.carryOut([one, two, three])
    bench.calls.length = 0
    const revision = await bench.carryOut([one, article('two', 'vineyards', 'olives'), three])
    expect(bench.calls).toEqual([[paragraph('vineyards'), paragraph('olives')]])
    expect(revision).toMatchObject({ number: 2, articles: 3 })
  })

  it('embeds a list item with the line that introduces it', async () => {
    const bench = createBench()
    const item = (place: string) =>
      `- ${place}: 270 people of several countries were detained there during the first night`
    await bench.carryOut([
      articleOf('list', `The raids targeted suspected compounds in:\n${item('Poipet')}\n${item('Kratie')}`),
    ])
    expect(bench.calls.flat().every((text) => text.startsWith('The raids targeted suspected compounds in:\n'))).toBe(
      true,
    )
  })

  it('tells its progress up to the last passage', async () => {
    const bench = createBench()
    const told: EmbeddingProgress[] = []
    const plan = await bench.plan([one, two])
    await bench.carryOutPlan(plan, bench.parts, { confirmed: true, onProgress: (progress) => told.push(progress) })
    expect(told).toEqual([
      { done: 2, total: 3 },
      { done: 3, total: 3 },
    ])
  })

  it('refuses to withdraw more than a fifth unless that is confirmed, and then changes nothing', async () => {
    const bench = createBench()
    const ten = Array.from({ length: 10 }, (_, number) => article(`article-${number}`, `topic ${number}`))
    await bench.carryOut(ten)
    bench.calls.length = 0
    const error: unknown = await bench.carryOut([...ten.slice(3), one], false).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(/^3 of 10 articles have vanished.*--yes/)
    expect(await bench.index.revision()).toMatchObject({ number: 1, articles: 10 })
    expect(bench.calls).toEqual([])
    expect(await bench.carryOut(ten.slice(2), false)).toMatchObject({ number: 2, articles: 8 })
    expect(await bench.carryOut([], true)).toMatchObject({ number: 3, articles: 0 })
  })

  it('leaves the corpus as it was when the embedding fails', async () => {
    const bench = createBench()
    await bench.carryOut([one])
    const failing: Embedder = { ...bench.parts.embedder, embed: () => Promise.reject(new Error('out of memory')) }
    const run = bench.carryOutPlan(
      await bench.plan([one, two]),
      { ...bench.parts, embedder: failing },
      { confirmed: true },
    )
    await expect(run).rejects.toThrow('out of memory')
    expect(await bench.index.revision()).toMatchObject({ number: 1, articles: 1 })
  })

  it('takes an article without words in, without passages', async () => {
    const bench = createBench()
    expect(await bench.carryOut([articleOf('empty', '\n \n'), one])).toMatchObject({ articles: 2 })
    expect(await bench.index.passagesOf('empty', articleOf('empty', '\n \n').version)).toEqual([])
  })
})

describe('an article that cannot be embedded', () => {
  const unknown = `x${'\ufffd'.repeat(1_000)}`
  /** Knows no token of the mark for lost letters, fails on one word, and may fail on everything. */
  function createPoisonedBench(isDead = false) {
    const bench = createBench()
    const embed: Embedder['embed'] = async (texts) => {
      if (isDead || texts.some((text) => text.includes('unspeakable'))) throw new Error('the model fails')
      return texts.map((text) => (text.includes('\ufffd') ? new Float32Array(16) : vectorOf(text)))
    }
    const parts = { ...bench.parts, embedder: { ...bench.parts.embedder, embed } }
    const refused: string[] = []
    const run = async (articles: readonly Article[]) =>
      await carryOut(await bench.plan(articles, () => true), parts, {
        confirmed: true,
        onRefused: ({ article: { id }, reason }) => refused.push(`${id}: ${reason}`),
      })
    return { bench, refused, run }
  }

  it('is named with its reason, and the others go in', async () => {
    const { bench, refused, run } = createPoisonedBench()
    const poisoned = [articleOf('marks', `${unknown}\n\n${unknown}`), article('failing', 'unspeakable things')]
    expect(await run([one, ...poisoned, two])).toMatchObject({ articles: 2 })
    expect(refused).toEqual([
      expect.stringMatching(/^marks: the model knows none of its words/),
      'failing: its words could not be embedded: the model fails',
    ])
    expect((await bench.index.articles()).map(({ id }) => id).toSorted()).toEqual(['one', 'two'])
  })

  it('goes in when only one of its passages has no token', async () => {
    const { bench, refused, run } = createPoisonedBench()
    const mixed = articleOf('mixed', `${paragraph('ferries')}\n\n${unknown}`)
    expect(await run([mixed])).toMatchObject({ articles: 1, passages: 2 })
    expect(refused).toEqual([])
    expect(await bench.index.passagesOf('mixed', mixed.version)).toHaveLength(2)
  })

  it('stays as it was before', async () => {
    const { bench, run } = createPoisonedBench()
    await run([one, two])
    await run([one, article('two', 'unspeakable things')])
    expect((await bench.index.articles()).find(({ id }) => id === 'two')?.version).toBe(two.version)
  })

  it('is no excuse for a model that fails on everything', async () => {
    const { run } = createPoisonedBench(true)
    await expect(run([one])).rejects.toThrow('the model fails')
  })
})
