/** Puts a message into a chat: as a new one, or in the place of one that is there. */
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Client } from '../connection/client.ts'
import type { Keyboard, MessageStep } from '../updates/steps.ts'

/** @returns its id. */
export async function sendMessage(client: Client, step: MessageStep, signal?: AbortSignal): Promise<number> {
  const { chat, thread, replyTo, text } = step
  const options = {
    ...formatOf(step),
    ...(thread !== undefined && { message_thread_id: thread }),
    ...(replyTo !== undefined && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  }
  const sent = await client.attempt((api, aborted) => api.sendMessage(chat, text, options, aborted), signal)
  return sent.message_id
}

export async function editMessage(
  client: Client,
  messageId: number,
  step: MessageStep,
  signal?: AbortSignal,
): Promise<void> {
  const { chat, text } = step
  await client.attempt((api, aborted) => api.editMessageText(chat, messageId, text, formatOf(step), aborted), signal)
}

function formatOf({ entities, keyboard }: MessageStep) {
  return {
    ...(entities.length > 0 && { entities }),
    link_preview_options: { is_disabled: true },
    ...(keyboard !== undefined && { reply_markup: toMarkup(keyboard) }),
  }
}

export function toMarkup(keyboard: Keyboard): InlineKeyboardMarkup {
  return { inline_keyboard: keyboard.map((row) => row.map(({ text, data }) => ({ text, callback_data: data }))) }
}
