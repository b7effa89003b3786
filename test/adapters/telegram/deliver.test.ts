import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { Client } from '../../../adapters/telegram/connection/client.ts'
import { createLimiter } from '../../../adapters/telegram/connection/limits.ts'
import { TelegramRefusal } from '../../../adapters/telegram/connection/telegram-errors.ts'
import { createDeliver } from '../../../adapters/telegram/messages/deliver.ts'
import type { MessageStep } from '../../../adapters/telegram/updates/steps.ts'

type Options = { readonly reply_parameters?: object; readonly entities?: object; readonly reply_markup?: object }

const step: MessageStep = {
  ...{ kind: 'message', chat: -5, replyTo: 4, text: 'Seven boats.' },
  ...{
    entities: [{ type: 'bold', offset: 0, length: 5 }],
    keyboard: [[{ text: 'Useful', data: 'useful:abcdefghij' }]],
  },
}

describe('a message that answers one that is gone', () => {
  it('is sent as it is, without the reply: it was parked, and the question stayed unanswered', async () => {
    const sent: Options[] = []
    const sendMessage = async (_chat: number, _text: string, options: Options) => {
      sent.push(options)
      if (options.reply_parameters !== undefined) {
        throw new TelegramRefusal('sendMessage', 400, 'Bad Request: message to be replied not found')
      }
      return { message_id: 9 }
    }
    const client = { attempt: async (call: (api: object) => unknown) => call({ sendMessage }) } as unknown as Client
    const limiter = createLimiter({
      ...{ chat: { count: 9, windowMs: 1 }, group: { count: 9, windowMs: 1 }, all: { count: 9, windowMs: 1 } },
    })
    const deliver = createDeliver({ client, limiter, log: pino({ level: 'silent' }) })
    expect(await deliver(step, new AbortController().signal)).toEqual({ outcome: 'sent', messageId: 9 })
    expect(sent).toHaveLength(2)
    expect(sent[1]).toMatchObject({
      entities: step.entities,
      reply_markup: { inline_keyboard: [[{ text: 'Useful' }]] },
    })
  })
})
