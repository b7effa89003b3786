import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Client } from '../../../adapters/telegram/connection/client.ts'
import { createLimiter } from '../../../adapters/telegram/connection/limits.ts'
import { createPresence, type Draft } from '../../../adapters/telegram/connection/presence.ts'
import { TelegramRefusal } from '../../../adapters/telegram/connection/telegram-errors.ts'
import { lineMessage } from '../../../adapters/telegram/messages/messages.ts'

const place = { chat: 5, thread: 7, replyTo: 3 }
const draft = (text: string, afterMs = 0): Draft => ({ line: 'Reading …', message: lineMessage(text, place), afterMs })

/** @param refuse thrown by the call of that name. */
function startPresence(refuse: { readonly [method: string]: Error } = {}, placeholder?: number) {
  const calls: string[] = []
  const note = async (method: string, ...facts: readonly unknown[]) => {
    calls.push([method, ...facts].join(' '))
    await wait(5)
    if (refuse[method] !== undefined) throw refuse[method]
  }
  const api = {
    sendChatAction: (chat: number, action: string, { message_thread_id: thread }: { message_thread_id?: number }) =>
      note('sendChatAction', chat, action, thread),
    sendMessage: async (chat: number, text: string, options: object) => {
      await note('sendMessage', chat, text, JSON.stringify(options))
      return { message_id: 9 }
    },
    editMessageText: (chat: number, id: number, text: string) => note('editMessageText', chat, id, text),
  }
  const client = { attempt: async (call: (known: object) => unknown) => call(api) } as unknown as Client
  const limit = { count: 1, windowMs: 20 }
  const limiter = createLimiter({ chat: limit, group: limit, all: { count: 99, windowMs: 1 } })
  const kept: number[] = []
  const keep = async (id: number) => void kept.push(id)
  const presence = createPresence({ client, limiter, log: pino({ level: 'silent' }) }, placeholder, keep)
  const shown = () => calls.filter((call) => !call.startsWith('sendChatAction'))
  const until = async (count: number) => {
    while (shown().length < count) await wait(1)
  }
  return { presence, calls, shown, kept, until }
}

describe('what is shown while an answer is made', () => {
  it('is a line first, sent where the question was asked, then the newest draft in its place', async () => {
    const { presence, shown, kept, until } = startPresence()
    presence.begin(place)
    for (const text of ['one', 'two', 'three']) presence.show(draft(text))
    await until(2)
    expect(await presence.stop()).toBe(9)
    expect(kept).toEqual([9])
    expect(shown()[0]).toMatch(/^sendMessage 5 Reading … .*"message_thread_id":7.*"message_id":3/)
    expect(shown().slice(1)).toEqual(['editMessageText 5 9 three'])
  })

  it('is not edited into what it is already', async () => {
    const { presence, shown, until } = startPresence({}, 4)
    presence.begin(place)
    presence.show(draft('one'))
    await until(1)
    await wait(30)
    presence.show(draft('one'))
    await wait(60)
    await presence.stop()
    expect(shown()).toEqual(['editMessageText 5 4 one'])
  })

  it('is nothing before its time, and nothing once the answer is there', async () => {
    const { presence, shown } = startPresence()
    presence.begin(place)
    presence.show(draft('early', 60_000))
    expect(await presence.stop()).toBeUndefined()
    presence.show(draft('late'))
    await wait(30)
    expect(shown()).toEqual([])
  })

  it('stays where it is when the answer comes while an edit waits for its turn', async () => {
    const { presence, shown, until } = startPresence()
    presence.begin(place)
    presence.show(draft('one'))
    await until(1)
    const stopped = presence.stop()
    presence.show(draft('two'))
    expect(await stopped).toBe(9)
    await wait(60)
    expect(shown()).toHaveLength(1)
  })

  it('is given up when Telegram refuses it: the answer still comes', async () => {
    const gone = new TelegramRefusal('editMessageText', 400, 'Bad Request: message to edit not found')
    const { presence, shown, until } = startPresence({ editMessageText: gone }, 4)
    presence.begin(place)
    presence.show(draft('one'))
    await until(1)
    await wait(30)
    presence.show(draft('two'))
    await wait(30)
    expect(await presence.stop()).toBe(4)
    expect(shown()).toHaveLength(1)
    const broken = startPresence({ sendMessage: new Error('broken') })
    broken.presence.begin(place)
    broken.presence.show(draft('one'))
    await broken.until(1)
    expect(await broken.presence.stop()).toBeUndefined()
  })
})

describe('"typing"', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())

  it('is shown again before Telegram takes it away, in the topic, until it is stopped', async () => {
    const { presence, calls } = startPresence()
    presence.begin(place)
    vi.advanceTimersByTime(9_000)
    await wait(30)
    expect(calls).toEqual(Array.from({ length: 3 }, () => 'sendChatAction 5 typing 7'))
    await presence.stop()
    vi.advanceTimersByTime(9_000)
    await wait(30)
    expect(calls).toHaveLength(3)
  })
})
