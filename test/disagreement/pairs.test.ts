/** Articles that disagree, or only seem to, through the whole program with the models that ship. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../src/ask.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { Answer } from '../../src/types.ts'
import { checkAnswer } from '../answer/check-answer.ts'
import { createCorpus, type MemoryCorpus, openBundledEmbedder, openBundledWords } from '../answer/seed-corpus.ts'
import { articlesOf } from './pair-corpus.ts'
import { fresh, held, type Pair, tuning } from './pairs.ts'

/** How many of the pairs must be told apart at least; a claim of a disagreement that is none is never right. */
const floors = { tuning: 10, held: 4, fresh: 3 }

describe('what the articles disagree on', () => {
  let embedder: Embedder
  let corpus: MemoryCorpus

  beforeAll(async () => {
    embedder = await openBundledEmbedder()
    corpus = createCorpus(embedder, await openBundledWords(embedder))
    const all = [tuning, held, fresh].flatMap(({ disagree, seem }) => [...disagree, ...seem])
    await corpus.update(articlesOf(all))
  }, 60_000)
  afterAll(() => embedder.close())

  const askPair = async ({ question }: Pair): Promise<Answer> => {
    const answer = await ask(corpus.parts, question)
    await checkAnswer(answer, corpus.parts.index)
    for (const { citation, figure } of answer.disagreement ?? [])
      expect(answer.citations.find(({ n }) => n === citation)?.quote).toContain(figure)
    return answer
  }

  it.each([
    ['tuning', tuning],
    ['held', held],
    ['fresh', fresh],
  ] as const)(
    'is said, the newest figure first, and never where they only seem to (%s)',
    async (name, set) => {
      const missed: string[] = []
      for (const pair of set.disagree) {
        const figures = (await askPair(pair)).disagreement?.map(({ figure }) => figure)
        if (figures === undefined) missed.push(pair.name)
        else {
          // A figure is shown with the whole of what it counts.
          const isShown =
            figures.length === pair.differ?.length && figures.every((it, at) => it.startsWith(pair.differ?.[at] ?? '?'))
          expect(isShown, `${pair.name}: ${figures.join(', ')}`).toBe(true)
        }
      }
      const claimed: string[] = []
      for (const pair of set.seem) {
        const figures = (await askPair(pair)).disagreement?.map(({ figure, speaker }) => `${figure} (${speaker})`)
        if (figures !== undefined) claimed.push(`${pair.name}: ${figures.join(' and ')}`)
      }
      process.stdout.write(
        `disagreement, ${name}: said in ${set.disagree.length - missed.length} of ${set.disagree.length} pairs that disagree (not: ${missed.join(', ')}), ` +
          `claimed in ${claimed.length} of ${set.seem.length} that only seem to (${claimed.join(', ')})\n`,
      )
      expect(claimed).toEqual([])
      expect(set.disagree.length - missed.length).toBeGreaterThanOrEqual(floors[name])
    },
    120_000,
  )
})
