import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Judged, share } from '../../src/commands/eval/evaluate.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { home, openBundledEmbedder, openBundledWords } from '../answer/seed-corpus.ts'
import { floors } from './floors.ts'
import { judgeSet } from './sets.ts'

const shareOf = (judged: readonly Judged[], isTrue: (one: Judged) => boolean) => {
  const { count, of } = share(judged, isTrue)
  return count / of
}

describe('the quality of answers does not fall', () => {
  let embedder: Embedder
  let space: WordSpace
  beforeAll(async () => {
    embedder = await openBundledEmbedder()
    space = await openBundledWords(embedder)
  })
  afterAll(() => embedder.close())

  it.each(floors)(
    'on $folder',
    async ({ folder, every, ...floor }) => {
      const judged = await judgeSet(join(home, folder), every, { embedder, space })
      const answerable = judged.filter((one) => one.answerable)
      const unanswerable = judged.filter((one) => !one.answerable)
      const measured = {
        passage: shareOf(answerable, ({ rightFirst }) => rightFirst),
        quote: shareOf(answerable, ({ firstClaimQuotes }) => firstClaimQuotes),
        kept: shareOf(answerable, ({ status }) => status !== 'not-found'),
        refused: shareOf(unanswerable, ({ status }) => status === 'not-found'),
        notAnswered: shareOf(unanswerable, ({ status }) => status !== 'answered'),
      }
      process.stdout.write(`${folder} ${JSON.stringify(measured)}\n`)
      for (const [name, least] of Object.entries(floor))
        expect(
          measured[name as keyof typeof measured],
          `${name} of ${JSON.stringify(measured)}`,
        ).toBeGreaterThanOrEqual(least)
    },
    300_000,
  )
})
