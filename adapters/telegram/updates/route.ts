/** Which update is answered how, and what is said when it cannot be. */
import type { Update } from 'grammy/types'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Presence } from '../connection/presence.ts'
import { againKeyboard } from '../messages/keyboards.ts'
import { lineMessage } from '../messages/messages.ts'
import type { AnswerParts } from '../messages/parts.ts'
import { telegramTexts } from '../messages/telegram-texts.ts'
import { answerInline } from './answer-inline.ts'
import { answerMessage } from './answer-message.ts'
import { answerPress, pressAnswer } from './answer-press.ts'
import { nothing, type Plan, type Step } from './steps.ts'
import { languageOf, placeOf } from './visitor.ts'

/** Everything else (edited messages, posts of channels, what members do) is not for us. */
export async function route(update: Update, parts: AnswerParts, presence: Presence): Promise<Plan> {
  if (update.message !== undefined) return await answerMessage(update.message, parts, presence)
  if (update.callback_query !== undefined) return await answerPress(update.callback_query, parts)
  if (update.inline_query !== undefined) return await answerInline(update.inline_query, parts)
  return nothing
}

/** Our fault: one line for the person; the log has the rest. */
export function apologise({ message, callback_query: press, inline_query: inline }: Update): Plan {
  if (message?.from !== undefined) {
    const text = deskTexts(languageOf(message.from)).failed
    return { steps: [lineMessage(text, placeOf(message))], private: false }
  }
  if (press !== undefined) {
    return { steps: [pressAnswer(press.id, deskTexts(languageOf(press.from)).failed, true)], private: false }
  }
  if (inline !== undefined) {
    return { steps: [{ kind: 'inline-answer', query: inline.id, results: [] }], private: true }
  }
  return nothing
}

/** In both languages: who reads it is not known any more. What may be there is not sent again unless it is asked for. */
export function explainUnknown(step: Step, { answerId }: Plan): Step | undefined {
  if (step.kind !== 'message') return undefined
  const { chat, thread, replyTo } = step
  const place = { chat, ...(thread !== undefined && { thread }), ...(replyTo !== undefined && { replyTo }) }
  const texts = [telegramTexts('en'), telegramTexts('fr')]
  const line = texts.map((one) => (answerId === undefined ? one.maybeUnsent : one.maybeUnsentAnswer)).join('\n')
  const keyboard = answerId === undefined ? undefined : againKeyboard(answerId)
  return { ...lineMessage(line, place, keyboard), repeatable: true }
}
