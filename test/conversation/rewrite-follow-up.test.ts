import { describe, expect, it } from 'vitest'
import { rewriteFollowUp } from '../../src/conversation/rewrite-follow-up.ts'
import { ChatError, type ChatModel } from '../../src/writing/chat-model.ts'

const previous = [{ question: 'How many foreigners were expelled in 2024?', answer: '13,000, said Helen Marsh.' }]
const carried = 'How many foreigners were expelled in 2025?'

/** Answers with each text in turn; an error is thrown. */
function scripted(hosted: boolean, ...texts: readonly (string | Error)[]) {
  const prompts: string[] = []
  const chat: ChatModel = {
    name: 'scripted',
    hosted,
    async complete(messages) {
      const text = texts[Math.min(prompts.length, texts.length - 1)] ?? ''
      prompts.push(messages.map(({ content }) => content).join('\n'))
      if (text instanceof Error) throw text
      return text
    },
  }
  return { chat, prompts }
}

const options = { language: 'en', private: false, limits: { timeoutMs: 200, pauseMs: 1 } } as const
const saying = (question: string) => JSON.stringify({ question })

describe('a follow-up question with a model', () => {
  it('is what the model makes of it', async () => {
    const { chat, prompts } = scripted(true, saying('How many foreigners did the country expel in 2025?'))
    const whole = await rewriteFollowUp(chat, 'And in 2025?', previous, options)
    expect(whole).toBe('How many foreigners did the country expel in 2025?')
    expect(prompts[0]).toContain('13,000')
  })

  it.each([
    ['names somebody new', saying('How many foreigners did Anton Weiss expel in 2025?')],
    ['gives a new figure', saying('Were 21,000 foreigners expelled in 2025?')],
    ['holds a link', saying('How many foreigners, see https://example.com?')],
    ['is a story', saying('foreigners '.repeat(60))],
    ['is empty', saying('  ')],
    ['is no JSON', 'How many foreigners were expelled?'],
    ['does not come', new ChatError('unreachable', 'gone')],
  ])('is carried over when the model’s question %s', async (_, text) => {
    const { chat } = scripted(false, text)
    expect(await rewriteFollowUp(chat, 'And in 2025?', previous, options)).toBe(carried)
  })

  it('is asked for once more after a failure', async () => {
    const { chat, prompts } = scripted(false, 'no', saying('How many were expelled in 2025?'))
    expect(await rewriteFollowUp(chat, 'And in 2025?', previous, options)).toBe('How many were expelled in 2025?')
    expect(prompts).toHaveLength(2)
  })

  it('does not reach a hosted model when it is private, and reaches a local one', async () => {
    const hosted = scripted(true, saying('How many were expelled in 2025?'))
    expect(await rewriteFollowUp(hosted.chat, 'And in 2025?', previous, { ...options, private: true })).toBe(carried)
    expect(hosted.prompts).toEqual([])
    const local = scripted(false, saying('How many were expelled in 2025?'))
    await rewriteFollowUp(local.chat, 'And in 2025?', previous, { ...options, private: true })
    expect(local.prompts).toHaveLength(1)
  })

  it('carries nothing of a private question into one that is not', async () => {
    const secret = [...previous, { question: 'Who accused Anton Weiss in 2019?', answer: 'Nobody.', private: true }]
    const { chat, prompts } = scripted(true, saying(carried))
    expect(await rewriteFollowUp(chat, 'And in 2025?', secret, options)).toBe(carried)
    expect(prompts.join()).not.toContain('Weiss')
    expect(await rewriteFollowUp(undefined, 'And in 2025?', secret, { ...options, private: true })).toContain('Weiss')
  })

  it('waits for no model when the question is whole', async () => {
    const { chat, prompts } = scripted(false, saying('Another question?'))
    expect(await rewriteFollowUp(chat, 'Who is Helen Marsh?', previous, options)).toBe('Who is Helen Marsh?')
    expect(await rewriteFollowUp(chat, 'And in 2025?', [], options)).toBe('And in 2025?')
    expect(prompts).toEqual([])
  })
})
