import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { Client } from '../../../adapters/telegram/connection/client.ts'
import { createLimiter } from '../../../adapters/telegram/connection/limits.ts'
import { TelegramRefusal, TelegramUnreachable } from '../../../adapters/telegram/connection/telegram-errors.ts'
import { createDeliver } from '../../../adapters/telegram/messages/deliver.ts'
import type { MessageStep } from '../../../adapters/telegram/updates/steps.ts'

type Options = {
  readonly reply_parameters?: object
  readonly message_thread_id?: number
  readonly entities?: object
  readonly reply_markup?: object
}

const step: MessageStep = {
  ...{ kind: 'message', chat: -5, replyTo: 4, text: 'Seven boats.' },
  ...{
    entities: [{ type: 'bold', offset: 0, length: 5 }],
    keyboard: [[{ text: 'Useful', data: 'useful:abcdefghij' }]],
  },
}

const refuse = (description: string) => new TelegramRefusal('sendMessage', 400, `Bad Request: ${description}`)

/** Delivers to a server that refuses as told; resolves with what came of it and all that was sent. */
async function deliverTo(message: MessageStep, refusalOf: (options: Options) => Error | undefined) {
  const sent: Options[] = []
  const sendMessage = async (_chat: number, _text: string, options: Options) => {
    sent.push(options)
    const refusal = refusalOf(options)
    if (refusal !== undefined) throw refusal
    return { message_id: 9 }
  }
  const client = { attempt: async (call: (api: object) => unknown) => call({ sendMessage }) } as unknown as Client
  const limiter = createLimiter({
    ...{ chat: { count: 9, windowMs: 1 }, group: { count: 9, windowMs: 1 }, all: { count: 9, windowMs: 1 } },
  })
  const deliver = createDeliver({ client, limiter, log: pino({ level: 'silent' }) })
  return { delivered: await deliver(message, new AbortController().signal), sent }
}

describe('a message that answers one that is gone', () => {
  it('is sent as it is, without the reply: it was parked, and the question stayed unanswered', async () => {
    const { delivered, sent } = await deliverTo(step, ({ reply_parameters: reply }) =>
      reply === undefined ? undefined : refuse('message to be replied not found'),
    )
    expect(delivered).toEqual({ outcome: 'sent', messageId: 9 })
    expect(sent).toHaveLength(2)
    expect(sent[1]).toMatchObject({
      entities: step.entities,
      reply_markup: { inline_keyboard: [[{ text: 'Useful' }]] },
    })
  })

  it.each(['message thread not found', 'TOPIC_DELETED'])('is sent outside of its topic (%s)', async (description) => {
    const { delivered, sent } = await deliverTo({ ...step, thread: 77 }, ({ message_thread_id: thread }) =>
      thread === undefined ? undefined : refuse(description),
    )
    expect(delivered).toEqual({ outcome: 'sent', messageId: 9 })
    expect(sent).toHaveLength(2)
    expect(sent[1]).toMatchObject({ entities: step.entities, reply_parameters: { message_id: 4 } })
  })
})

describe('an edit whose connection breaks again and again', () => {
  it('is repeated until it is through: the answer stands there once however often it is put there', async () => {
    let edits = 0
    const editMessageText = async () => {
      edits += 1
      if (edits < 3) throw new TelegramUnreachable('editMessageText', 'socket hang up', 'ECONNRESET')
    }
    const client = { attempt: async (call: (api: object) => unknown) => call({ editMessageText }) } as unknown as Client
    const deliver = createDeliver({ client, limiter: createLimiter(), log: pino({ level: 'silent' }) })
    expect(await deliver(step, new AbortController().signal, 9)).toEqual({ outcome: 'sent', messageId: 9 })
    expect(edits).toBe(3)
  })
})
