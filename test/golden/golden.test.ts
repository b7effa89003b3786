import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../src/ask.ts'
import { type Judged, judge, share } from '../../src/commands/eval/evaluate.ts'
import { readGolden } from '../../src/commands/eval/golden.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { Answer } from '../../src/types.ts'
import { checkAnswer } from '../answer/check-answer.ts'
import {
  createCorpus,
  home,
  type MemoryCorpus,
  openBundledEmbedder,
  openBundledWords,
  readSeeds,
  seedsFolder,
} from '../answer/seed-corpus.ts'

/**
 * A regression alarm, not a claim: the reader that ships was taught on these questions among others. What carries over is
 * measured in test/quality. Each floor stands three points below what was measured here on 2026-12-01.
 */
const floors = { rightFirst: 0.82, rightWithinFive: 0.92, firstClaimQuotes: 0.76 }
const floorsAcross = { rightFirst: 0.79, rightWithinFive: 0.89, firstClaimQuotes: 0.77 }
const ceilings = { answerableNotFound: 0.111, unanswerableAnswered: 0.195 }
const fewestUnanswerableNotFound = 0.71

describe('the questions about the seeds', () => {
  let embedder: Embedder
  let corpus: MemoryCorpus
  const answers: Answer[] = []
  const judged: Judged[] = []

  beforeAll(async () => {
    embedder = await openBundledEmbedder()
    corpus = createCorpus(embedder, await openBundledWords(embedder))
    const seeds = await readSeeds()
    await corpus.update(seeds)
    const absolute = (path: string) => resolve(home, path)
    const languages = new Map(seeds.map(({ path, language }) => [absolute(path), language]))
    const questions = await readGolden(join(home, 'test', 'golden', 'seeds.jsonl'), seedsFolder)
    for (const golden of questions.filter((_, at) => at % 2 === 0)) {
      const answer = await ask(corpus.parts, golden.question)
      answers.push(answer)
      judged.push(judge(golden, answer, absolute, languages))
    }
  }, 300_000)
  afterAll(() => embedder.close())

  const shareOf = (of: readonly Judged[], isTrue: (one: Judged) => boolean) => {
    const { count, of: all } = share(of, isTrue)
    return count / all
  }
  const answerable = () => judged.filter((one) => one.answerable)
  const unanswerable = () => judged.filter((one) => !one.answerable)

  it('get answers whose every quote is a slice of its article', async () => {
    expect(answers.length).toBeGreaterThan(150)
    for (const answer of answers) await checkAnswer(answer, corpus.parts.index)
  })

  it('that are not found still get the closest passages', () => {
    const searched = answers.filter(({ status, notice }) => status === 'not-found' && notice === undefined)
    expect(searched.length).toBeGreaterThan(10)
    for (const { evidence } of searched) expect(evidence.length).toBeGreaterThanOrEqual(5)
  })

  it.each(['rightFirst', 'rightWithinFive', 'firstClaimQuotes'] as const)('stay above the floor: %s', (measure) => {
    const across = answerable().filter((one) => one.across === true)
    expect(shareOf(answerable(), (one) => one[measure])).toBeGreaterThan(floors[measure])
    expect(shareOf(across, (one) => one[measure])).toBeGreaterThan(floorsAcross[measure])
  })

  it('are refused and answered by what the articles hold', () => {
    const hasStatus = (wanted: Answer['status']) => (one: Judged) => one.status === wanted
    expect(shareOf(answerable(), hasStatus('not-found'))).toBeLessThan(ceilings.answerableNotFound)
    expect(shareOf(unanswerable(), hasStatus('answered'))).toBeLessThan(ceilings.unanswerableAnswered)
    expect(shareOf(unanswerable(), hasStatus('not-found'))).toBeGreaterThan(fewestUnanswerableNotFound)
  })
})
