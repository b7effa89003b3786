import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGapFinder } from '../../src/desk/gaps.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { Doubt, Unanswered } from '../../src/ports/ledger.ts'
import { openBundledEmbedder } from '../answer/seed-corpus.ts'
import { meaningGroups } from './gap-questions.ts'

describe('the gaps', () => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = await openBundledEmbedder()
  })
  afterAll(() => embedder.close())
  const find = (rows: readonly Unanswered[], limit = 1_000) =>
    createGapFinder(async () => embedder)({ unanswered: async () => rows }, limit)
  const ask = (questions: readonly string[]) => questions.map((question, at) => unanswered(question, at))

  it('are grouped by meaning across wordings and languages', async () => {
    const labels = meaningGroups.flatMap(({ same, near }, group) => [
      ...same.map((question) => ({ question, group, near: false })),
      { question: near, group, near: true },
    ])
    // Several orders: what is found must not hang on who asked first.
    const counts = { together: 0, apart: 0, wrong: 0, far: 0 }
    for (const seed of [1, 2, 3, 4]) {
      const order = fc.sample(fc.shuffledSubarray(labels, { minLength: labels.length }), { numRuns: 1, seed })[0] ?? []
      const gaps = await find(ask(order.map(({ question }) => question)))
      const place = new Map(gaps.flatMap(({ question, others }, at) => [question, ...others].map((one) => [one, at])))
      for (const [at, one] of labels.entries()) {
        for (const other of labels.slice(0, at)) {
          const meet = place.get(one.question) === place.get(other.question)
          const same = one.group === other.group && !one.near && !other.near
          if (same) counts[meet ? 'together' : 'apart'] += 1
          else if (meet) counts[one.group === other.group ? 'wrong' : 'far'] += 1
        }
      }
    }
    expect(counts.far).toBe(0)
    expect(counts.together / (counts.together + counts.apart)).toBeGreaterThan(0.9)
    // Questions on one matter may fall together: they are all listed.
    expect(counts.together / (counts.together + counts.wrong)).toBeGreaterThan(0.75)
  })

  it('keep years, figures and places apart, and the same place in both languages together', async () => {
    const gaps = await find(
      ask([
        'How many cars were sold in 2023?',
        'How many cars were sold in 2021?',
        'Who won the presidential election in Peru?',
        'Who won the presidential election in Kenya?',
        'Qui a gagné l’élection présidentielle au Pérou ?',
      ]),
    )
    expect(gaps.map(({ count }) => count)).toEqual([1, 1, 2, 1])
  })

  it('are newest first, counted, with each wording once', async () => {
    const rows: readonly Unanswered[] = [
      unanswered('How much does the bridge cost?', 0, 'unsure'),
      unanswered('Who designed the station?', 1, 'wrong'),
      unanswered('how much does the bridge cost', 2),
      unanswered('What is the price of the bridge?', 3, 'wrong'),
    ]
    expect(await find(rows)).toEqual([
      {
        ...{ question: 'How much does the bridge cost?', count: 3, newest: rows[0]?.askedAt },
        ...{ kinds: { 'not-found': 1, unsure: 1, wrong: 1 }, others: ['What is the price of the bridge?'] },
        notes: [],
      },
      {
        ...{ question: 'Who designed the station?', count: 1, newest: rows[1]?.askedAt },
        ...{ kinds: { 'not-found': 0, unsure: 0, wrong: 1 }, others: [] },
        notes: [],
      },
    ])
    expect(await find(rows, 1)).toHaveLength(1)
    expect(await find([])).toEqual([])
  })

  it('tell what people wrote who called an answer wrong, newest first, at most five', async () => {
    const doubt = (second: number, note?: string, citation?: number): Doubt => ({
      ...{ kind: 'does-not-say', at: new Date(Date.UTC(2026, 2, 1, 12, 0, second)).toISOString() },
      ...(note !== undefined && { note }),
      ...(citation !== undefined && { citation }),
    })
    const of = (question: string, doubts: readonly Doubt[]) => ({ ...unanswered(question, 0, 'wrong'), doubts })
    const [gap] = await find([
      of('Who designed the station?', [doubt(9, '[2] is of 2019', 2), doubt(2), doubt(1, 'No.', 1)]),
      of('who designed the station', [doubt(8, 'He died'), doubt(7, ' '), doubt(6, 'a'), doubt(5, 'b'), doubt(0, 'c')]),
    ])
    expect(gap?.notes).toEqual(['[2] is of 2019', 'He died', 'a', 'b', '[1] No.'])
  })

  it('lose no question, whatever it holds', async () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom('?', '🕵️', '…', 'Why?', 'Pourquoi ?', '\u0000', '2023'),
      )
      .filter((question) => question.trim() !== '')
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 20 }), async (questions) => {
        const rows = ask(questions)
        const gaps = await find(rows)
        expect(gaps.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
        const moments = gaps.map(({ newest }) => newest)
        expect(moments).toEqual([...moments].sort().reverse())
      }),
      { numRuns: 12 },
    )
  })
})

/** Later in the list, asked earlier. */
function unanswered(question: string, at: number, status: Unanswered['status'] = 'not-found'): Unanswered {
  return { question, status, askedAt: new Date(Date.UTC(2026, 2, 1, 12, 0, -at)).toISOString(), doubts: [] }
}
