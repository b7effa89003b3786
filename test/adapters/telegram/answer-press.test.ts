import type { CallbackQuery } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import type { AnswerParts } from '../../../adapters/telegram/messages/parts.ts'
import { answerPress } from '../../../adapters/telegram/updates/answer-press.ts'

const id = 'abcdefghij'
const press = (data: string) =>
  ({
    ...{ id: '1', data, chat_instance: '2', from: { id: 5, is_bot: false, first_name: 'Ada' } },
    message: { message_id: 3, date: 0, chat: { id: 5, type: 'private', first_name: 'Ada' } },
  }) as CallbackQuery

/** A desk whose figures are found under one topic only. */
function partsWith(topicWithFigures: string, asked: string[]): AnswerParts {
  const empty = { rows: [], quotes: [], mayDisagree: false, passagesRead: 1, corpus: { revision: 1 } }
  const desk = {
    answer: async () => ({ id, question: 'How many?', language: 'en', citations: [{ n: 1, quote: 'Seven boats.' }] }),
    preferences: async () => ({}),
    figures: async (topic: string) => {
      asked.push(topic)
      const rows = topic === topicWithFigures ? [{ shown: 'seven boats', quotes: [] }] : []
      return { table: { ...empty, topic, rows }, language: 'en' }
    },
  }
  const access = { isInvited: () => true, admit: async () => ({ kind: 'hush' }) }
  return { desk, access: { ...access, admit: async () => ({ kind: 'go' }) } } as unknown as AnswerParts
}

describe('the button "Figures"', () => {
  it('looks at the words quoted where the question finds none: an answer full of figures seemed to have none', async () => {
    const asked: string[] = []
    await answerPress(press(`figures:${id}`), partsWith('nothing', asked)).catch(() => undefined)
    expect(asked).toEqual(['How many?', 'Seven boats.'])
  })

  it('stays with the question where that finds some', async () => {
    const asked: string[] = []
    await answerPress(press(`figures:${id}`), partsWith('How many?', asked)).catch(() => undefined)
    expect(asked).toEqual(['How many?'])
  })
})
