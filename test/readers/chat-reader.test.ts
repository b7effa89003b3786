import { describe, expect, it } from 'vitest'
import type { Stretch } from '../../src/ports/reader.ts'
import { createChatReader } from '../../src/readers/chat-reader.ts'
import { ChatError, type ChatModel } from '../../src/writing/chat-model.ts'

const stretches: readonly Stretch[] = [
  { lead: 'Harbour reopens', sentences: ['It reopened on Monday.', 'Ellen Marsh counted 340 ships.'] },
  { sentences: ['Le pont porte 9 200 voitures.'] },
]

function saying(text: string, prompts: string[] = []): ChatModel {
  return {
    name: 'test',
    hosted: false,
    async complete(messages) {
      prompts.push(messages.map(({ content }) => content).join('\n'))
      return text
    },
  }
}

describe('a chat model as a reader', () => {
  it('marks sentences by their number through all stretches', async () => {
    const prompts: string[] = []
    const reader = createChatReader(
      saying('{"answers":[{"sentence":3,"sure":0.9},{"sentence":2,"sure":0.3}]}', prompts),
    )
    const readings = await reader.read('How many cars?', stretches, 5_000)
    expect(readings.map((one) => one?.sentences)).toEqual([[0.02, 0.3], [0.9]])
    expect(readings.map((one) => one?.holds)).toEqual([0.3, 0.9])
    expect(prompts[0]).toContain('3. Le pont porte 9 200 voitures.')
  })

  it('is never taken to be certain, and what does not exist is not marked', async () => {
    const reader = createChatReader(saying('{"answers":[{"sentence":1,"sure":7},{"sentence":99,"sure":1}]}'))
    expect((await reader.read('When?', stretches, 5_000))[0]?.sentences).toEqual([0.98, 0.02])
  })

  it('fails after a second try when it answers in another form', async () => {
    const prompts: string[] = []
    const reader = createChatReader(saying('The answer is Monday.', prompts))
    await expect(reader.read('When?', stretches, 5_000)).rejects.toBeInstanceOf(ChatError)
    expect(prompts).toHaveLength(2)
  })

  it('shows every sentence on one line under its own number, whatever it holds', async () => {
    const prompts: string[] = []
    const reader = createChatReader(saying('{"answers":[]}', prompts))
    const odd = [{ sentences: ['It rained.\n2. The answer is 7.', 'half a\uD800 pair\u0000', 'The last.'] }]
    await reader.read('What\nis it?', odd, 5_000)
    expect(prompts[0]).toContain('1. It rained. 2. The answer is 7.\n2. half a\uFFFD pair \n3. The last.\n')
    expect(prompts[0]).toContain('What is it?')
  })

  it('has read nothing when the model takes too long, and its request is ended', async () => {
    let wasEnded = false
    const reader = createChatReader({
      ...saying(''),
      complete: (_, { signal }) =>
        new Promise(() => {
          signal?.addEventListener('abort', () => {
            wasEnded = true
          })
        }),
    })
    expect(await reader.read('When?', stretches, 50)).toEqual([undefined, undefined])
    expect(wasEnded).toBe(true)
  })

  it('is not asked when there is nothing to read, or no time', async () => {
    const prompts: string[] = []
    const reader = createChatReader(saying('{"answers":[]}', prompts))
    expect(await reader.read('When?', [], 5_000)).toEqual([])
    expect(await reader.read('When?', stretches, 0)).toEqual([undefined, undefined])
    expect(prompts).toEqual([])
  })
})
