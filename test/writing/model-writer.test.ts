import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WordSpace } from '../../src/ports/word-space.ts'
import type { ChatMessage, ChatModel } from '../../src/writing/chat-model.ts'
import { createModelWriter } from '../../src/writing/model-writer.ts'
import { noticeOf } from '../../src/writing/notices.ts'
import type { WritingProgress } from '../../src/writing/types.ts'
import { evidenceOf } from './evidence.ts'
import { openSpace } from './space.ts'

const text =
  'Helen Marsh searched the harbour of Port Lorne on Tuesday, and 1,240 crates were found. See https://example.com/more today.'

describe('the writer with a model', () => {
  let words: { readonly space: WordSpace; close(): Promise<void> }
  beforeAll(async () => {
    words = await openSpace()
  })
  afterAll(() => words.close())

  const writeWith = async (hosted: boolean, isPrivate: boolean, answer: string) => {
    const told: WritingProgress[] = []
    const prompts: (readonly ChatMessage[])[] = []
    const chat: ChatModel = {
      name: 'scripted',
      hosted,
      async complete(messages) {
        prompts.push(messages)
        return answer
      },
    }
    const limits = { timeoutMs: 100, pauseMs: 1 }
    const writer = createModelWriter(chat, { space: words.space, limits })
    const request = {
      question: 'Who searched?',
      language: 'en',
      evidence: evidenceOf('h', text),
      private: isPrivate,
      onProgress: (progress: WritingProgress) => told.push(progress),
    } as const
    return { writing: await writer(request), prompts, told }
  }
  const sentence = 'Helen Marsh searched the harbour of Port Lorne on Tuesday, and 1,240 crates were found.'
  const draft = (claim: string, cited = sentence) =>
    JSON.stringify({ claims: [{ text: claim, citations: [{ passage: 1, words: cited }] }] })

  /** What of a claim reaches the reader as the model wrote it: a claim that is not proven gives way to its quote. */
  const textsOf = async (claim: string, cited = sentence) =>
    (await writeWith(false, false, draft(claim, cited))).writing.claims?.map(({ text }) => text)

  it('never shows a private question to a hosted model, and says so', async () => {
    const { writing, prompts } = await writeWith(true, true, draft(sentence))
    expect(prompts).toEqual([])
    expect(writing).toMatchObject({ claims: undefined, notice: noticeOf('private', 'en') })
  })

  it('tells how far it is while a model writes, and nothing where none is asked', async () => {
    const { told } = await writeWith(true, false, draft(sentence))
    expect(told).toEqual([
      { stage: 'writing', passages: 1 },
      { stage: 'checking', claims: 1 },
    ])
    expect((await writeWith(true, true, draft(sentence))).told).toEqual([])
    expect((await writeWith(true, false, 'no form at all')).told).toEqual([{ stage: 'writing', passages: 1 }])
  })

  it('shows a private question to a model on this machine', async () => {
    const { writing, prompts } = await writeWith(false, true, draft(sentence))
    expect(prompts).toHaveLength(1)
    expect(writing.claims).toMatchObject([{ text: sentence, verbatim: true }])
  })

  it('takes the marks of a claim’s own citation out, and drops a claim with those of another', async () => {
    expect((await writeWith(false, false, draft(`${sentence.slice(0, -1)} [1].`))).writing.claims).toHaveLength(1)
    const other = `${sentence.slice(0, -1)} [2].`
    expect(await textsOf(other)).toEqual([sentence])
  })

  it.each([
    ['a hidden character', 'Helen Marsh searched the harbour of Port\u200b Lorne on Tuesday.'],
    ['a letter of another script', 'Helen M\u0430rsh searched the harbour of Port Lorne on Tuesday.'],
    ['full-width digits', 'On Tuesday in Port Lorne １,240 crates were found.'],
    ['a mention', 'Helen Marsh searched the harbour, @everyone.'],
    ['two people put together', 'Helen Weiss searched the harbour of Port Lorne on Tuesday.'],
    ['another day', 'Helen Marsh searched the harbour of Port Lorne on Wednesday.'],
    ['yesterday', 'Helen Marsh searched the harbour of Port Lorne yesterday.'],
    ['a hundred thousand letters', 'a '.repeat(50_000)],
    ['a hundred thousand marks', '[1,'.repeat(30_000)],
  ])('shows the quote in the place of a claim with %s, and says so', async (_, claim) => {
    const { writing } = await writeWith(false, false, draft(claim))
    expect(writing.claims).toMatchObject([{ text: sentence, verbatim: true }])
    expect(writing.notice).toBe(noticeOf('nothing-proven', 'en'))
  })

  it.each([
    ['thoughts left open', '<think>'.repeat(150_000)],
    ['brackets', '{'.repeat(1_000_000)],
    ['a claim', draft('1 '.repeat(500_000))],
  ])('makes nothing of a megabyte of %s', async (_, answer) => {
    const { writing } = await writeWith(false, false, answer)
    expect(writing.claims).toBeUndefined()
  })

  it('drops a figure that is in the sentence but not in the words relied on', async () => {
    const words = 'Helen Marsh searched the harbour of Port Lorne on Tuesday'
    const claim = 'Helen Marsh searched the harbour of Port Lorne, and 1,240 crates were found.'
    expect(await textsOf(claim, words)).toEqual([sentence])
    expect(await textsOf(sentence)).toEqual([sentence])
  })

  it('drops words too few to carry anything', async () => {
    expect(
      (await writeWith(false, false, draft('Helen Marsh searched.', 'Helen Marsh'))).writing.claims,
    ).toBeUndefined()
  })

  it('shows the model no links', async () => {
    const { prompts } = await writeWith(false, false, draft(sentence))
    expect(JSON.stringify(prompts)).not.toContain('example.com')
  })
})
