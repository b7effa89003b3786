/** Generated answers through the adapter's payload builder and the real client, into the peer's validator. */
import fc from 'fast-check'
import { Api } from 'grammy'
import { answerKeyboard } from '../../../adapters/telegram/messages/keyboards.ts'
import { renderingMessages } from '../../../adapters/telegram/messages/messages.ts'
import { renderAnswer } from '../../../src/rendering/blocks/render-answer.ts'
import type { Answer } from '../../../src/types.ts'
import { startTelegramPeer } from '../../peers/telegram/peer.ts'
import { hostileAnswer } from './hostile-answers.ts'

const reader = 4_040

export type GeneratedResult = {
  readonly answers: number
  readonly messages: number
  readonly refused: readonly string[]
  readonly longest: number
  readonly mostEntities: number
  /** Messages that Telegram would have changed (trimmed, characters taken out): their offsets could be wrong. */
  readonly mended: number
}

/** Sends so many generated answers; what is refused is told with Telegram's words. */
export async function sendGenerated(count: number, seed: number): Promise<GeneratedResult> {
  const peer = await startTelegramPeer()
  const api = new Api(peer.token, { apiRoot: peer.url })
  peer.user(reader).post('/start')
  let messages = 0
  let mended = 0
  for (const answer of fc.sample(hostileAnswer, { numRuns: count, seed })) {
    for (const { text, entities, keyboard } of messagesOf(answer)) {
      messages++
      const markup = keyboard?.map((row) => row.map((button) => ({ text: button.text, callback_data: button.data })))
      const sent = await api
        .sendMessage(reader, text, { entities, ...(markup && { reply_markup: { inline_keyboard: markup } }) })
        .catch(() => undefined)
      if (sent !== undefined && sent.text !== text) mended++
    }
  }
  const stored = peer.stored()
  const refused = peer.refusals.map(({ description }) => description)
  await peer.close()
  return {
    answers: count,
    messages,
    refused,
    longest: Math.max(...stored.map(({ text }) => text.length)),
    mostEntities: Math.max(...stored.map(({ entities }) => entities.length)),
    mended,
  }
}

function messagesOf(answer: Answer) {
  return renderingMessages(renderAnswer(answer, { kept: true }), { chat: reader }, answerKeyboard(answer))
}
