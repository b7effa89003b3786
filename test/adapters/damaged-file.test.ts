/** A damaged file is the maintainer's: whoever asks in a chat is not shown where it lies. */
import type { CallbackQuery } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import type { Bot } from '../../adapters/discord/bot.ts'
import { answerOrExplain } from '../../adapters/discord/interactions/respond.ts'
import type { AnswerParts } from '../../adapters/telegram/messages/parts.ts'
import { answerPress } from '../../adapters/telegram/updates/answer-press.ts'
import { FileError, UserError } from '../../src/errors.ts'

const damaged = new FileError('/srv/models/contextual/reader.onnx', 'is damaged: restore it')
const mistake = new UserError('The question is too long.')

describe('a damaged file', () => {
  it('is reported and not shown in Discord, where a mistake is shown and not reported', async () => {
    const reported: unknown[] = []
    const bot = { report: (error: unknown) => void reported.push(error) } as unknown as Bot
    const said = async (error: Error) => JSON.stringify(await answerOrExplain(bot, 'en', () => Promise.reject(error)))
    expect(await said(damaged)).not.toContain('/srv')
    expect(await said(mistake)).toContain(mistake.message)
    expect(reported).toEqual([damaged])
  })

  it('fails an update in Telegram, which is logged and tried again, where a mistake is answered', async () => {
    const press = (error: Error) => {
      const desk = {
        answer: async () => ({ id: 'abcdefghij', question: 'How many?', language: 'en', citations: [] }),
        preferences: async () => ({}),
        figures: () => Promise.reject(error),
      }
      const access = { isInvited: () => true, admit: async () => ({ kind: 'go' }) }
      const query = {
        ...{
          id: '1',
          data: 'figures:abcdefghij',
          chat_instance: '2',
          from: { id: 5, is_bot: false, first_name: 'Ada' },
        },
        message: { message_id: 3, date: 0, chat: { id: 5, type: 'private', first_name: 'Ada' } },
      } as CallbackQuery
      return answerPress(query, { desk, access } as unknown as AnswerParts)
    }
    await expect(press(damaged)).rejects.toBe(damaged)
    expect(JSON.stringify(await press(mistake))).toContain(mistake.message)
  })
})
