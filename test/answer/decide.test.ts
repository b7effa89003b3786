import { describe, expect, it } from 'vitest'
import { answerFromEvidence, readingLimitMs } from '../../src/answer/answer-from-evidence.ts'
import { decide } from '../../src/answer/decide.ts'
import { thresholds } from '../../src/answer/decision-weights.ts'
import { readOn } from '../../src/answer/read-on.ts'
import { readStretches } from '../../src/answer/read-stretches.ts'
import { chooseStretches } from '../../src/answer/stretches.ts'
import type { Reader } from '../../src/ports/reader.ts'
import { readQuestion } from '../../src/question/question.ts'
import { splitPassages } from '../../src/reading/split.ts'
import type { Evidence } from '../../src/types.ts'
import { articleOf, openBundledEmbedder, openBundledWords } from './seed-corpus.ts'

const story = articleOf(
  'harbour',
  'The harbour of Tidewick reopened on Monday after it had been closed for 12 days.\n\nThe harbour master, Ellen Marsh, said that 340 ships had waited outside the port.',
)
const passages = splitPassages(story)
const evidence: readonly Evidence[] = passages.map((passage, at) => ({
  passage,
  article: story,
  score: 0.6 - at / 100,
  signals: { similarity: 0.6 },
}))
const index = { passagesOf: async () => passages }

/** Gives every sentence with the word this probability, the others next to none. */
function readerOf(word: string, probability: number): Reader {
  return {
    modelId: 'test',
    read: async (_question, stretches) =>
      stretches.map(({ sentences }) => {
        const answers = sentences.map((text) => (text.includes(word) ? probability : 0.01))
        return { holds: Math.max(...answers), sentences: answers }
      }),
    close: async () => undefined,
  }
}
const slow: Reader = { ...readerOf('', 0), read: async (_question, stretches) => stretches.map(() => undefined) }

const space = await openBundledWords(await openBundledEmbedder())
const answer = async (reader: Reader) =>
  await answerFromEvidence(await readQuestion('How many ships waited?', space), evidence, { index, reader, space })

describe('deciding', () => {
  it('quotes the sentence that the reader is sure of', async () => {
    const { status, citations } = await answer(readerOf('340', 0.97))
    expect(status).toBe('answered')
    expect(citations[0]?.quote).toContain('340 ships')
  })

  it('says that nothing answers when the reader says so', async () => {
    const { status, claims, citations, evidence: shown } = await answer(readerOf('340', 0.01))
    expect({ status, claims, citations }).toEqual({ status: 'not-found', claims: [], citations: [] })
    expect(shown).toHaveLength(passages.length)
  })

  it('is never sure while something is unread', async () => {
    const half: Reader = {
      ...readerOf('', 0),
      read: async (question, stretches, limit) => [
        ...(await readerOf('12 days', 0.99).read(question, stretches, limit)),
        undefined,
      ],
    }
    const { first: stretches } = await chooseStretches(evidence, index)
    const readout = await readStretches('How long?', [...stretches, ...stretches.slice(0, 1)], half, 1)
    expect(decide(readout).probability).toBeGreaterThan(thresholds.answered)
    expect(decide(readout).status).toBe('unsure')
  })

  it('reads on where several articles answer, and not where one does', async () => {
    const stories = Array.from({ length: 8 }, (_, at) =>
      articleOf(
        `harbour-${at}`,
        `The harbour of Port ${at} is open.\n\nThere ${300 + at} ships had waited outside for days.`,
      ),
    )
    const found = stories.flatMap((one, at) =>
      splitPassages(one).map((passage) => ({
        passage,
        article: one,
        score: 0.6 - at / 100,
        signals: { similarity: 0.6 },
      })),
    )
    const held = {
      passagesOf: async (id: string) => found.map(({ passage }) => passage).filter(({ articleId }) => articleId === id),
    }
    const read = async (word: string) =>
      (
        await readOn('How many ships waited?', await chooseStretches(found, held), readerOf(word, 0.9), 1_000)
      ).sentences.map(({ unit }) => unit.passage.articleId)
    expect(new Set(await read('ships')).size).toBe(8)
    expect(new Set(await read('302 ships')).size).toBe(5)
  })

  it('gives a reader that is slow by nature the time it asks for', async () => {
    const limits: number[] = []
    const noting: Reader = {
      ...readerOf('340', 0.97),
      read: (question, stretches, limit) => {
        limits.push(limit)
        return readerOf('340', 0.97).read(question, stretches, limit)
      },
    }
    await answer(noting)
    await answer({ ...noting, patienceMs: 9_000 })
    expect(limits).toEqual([readingLimitMs, 9_000])
  })

  it('says so when nothing could be read in time', async () => {
    const { status, reasons } = await answer(slow)
    expect(status).toBe('not-found')
    expect(reasons).toEqual(['nothing could be read in time'])
  })
})
