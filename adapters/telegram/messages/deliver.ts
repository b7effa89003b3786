/** Sends one step, within the limits; repeats only what is safe to repeat. */
import { setTimeout as wait } from 'node:timers/promises'
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Log } from '../../../src/log.ts'
import type { Client } from '../connection/client.ts'
import type { Limiter } from '../connection/limits.ts'
import { consequenceOf, TelegramRefusal } from '../connection/telegram-errors.ts'
import type { Keyboard, MessageStep, Step } from '../updates/steps.ts'

export type Delivered =
  /** 0 for a step that sends no message, or one that is settled without. */
  | { readonly outcome: 'sent'; readonly messageId: number }
  /** The chat wants nothing of us: nothing more is sent. */
  | { readonly outcome: 'unwanted' }
  /** The connection broke in between: it may be there or not. */
  | { readonly outcome: 'unknown' }

/** Telegram refuses what we send; to send it again is useless. */
export class BadStepError extends Error {
  override readonly name = 'BadStepError'
}

type KeyboardStep = Extract<Step, { kind: 'keyboard' }>

export type Deliver = (step: Step, signal: AbortSignal, placeholder?: number) => Promise<Delivered>

export type DeliverParts = { readonly client: Client; readonly limiter: Limiter; readonly log: Log }

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** How often what is safe to repeat is tried when Telegram answers with an error of its own. */
const REPEATS = 4

/** @throws BadStepError, TelegramRefusal (the token, or a wait that is too long), AbortError when it is to stop. */
export function createDeliver({ client, limiter, log }: DeliverParts): Deliver {
  return async (step, signal, placeholder) => {
    let current: Step = step
    let replaced = step.kind === 'message' ? placeholder : undefined
    let repeats = 0
    let pause = FIRST_PAUSE_MS
    for (;;) {
      signal.throwIfAborted()
      try {
        return { outcome: 'sent', messageId: await send(current, replaced, signal) }
      } catch (error) {
        signal.throwIfAborted()
        const consequence = consequenceOf(error)
        if (consequence === 'settled') return { outcome: 'sent', messageId: replaced ?? 0 }
        if (consequence === 'unwanted') return { outcome: 'unwanted' }
        if (consequence === 'gone' && replaced !== undefined) replaced = undefined
        else if (consequence === 'gone') return { outcome: 'sent', messageId: 0 }
        else if (consequence === 'wrong')
          current = movedStep(current, error) ?? unboundStep(current, error) ?? plainStep(current, error)
        else if (consequence === 'later' || consequence === 'dead') throw error
        else if (consequence === 'unknown' && !isRepeatable(current, replaced)) {
          log.warn({ err: error }, 'a message may or may not have been sent')
          return { outcome: 'unknown' }
        } else {
          repeats += consequence === 'unknown' ? 1 : 0
          if (repeats > REPEATS) return { outcome: 'unknown' }
          log.warn({ err: error, pauseMs: pause }, 'Telegram cannot be reached, trying again')
          await wait(pause, undefined, { signal })
          pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
        }
      }
    }
  }

  async function send(step: Step, replaced: number | undefined, signal: AbortSignal): Promise<number> {
    switch (step.kind) {
      case 'message':
        return limiter.send(step.chat, () => sendMessage(step, replaced, signal), signal)
      case 'keyboard':
        return limiter.send(step.chat, () => editKeyboard(step, signal), signal)
      case 'press-answer': {
        const { query, text, alert } = step
        const shown = { show_alert: alert, ...(text !== undefined && { text }) }
        await limiter.call(
          () => client.attempt((api, aborted) => api.answerCallbackQuery(query, shown, aborted), signal),
          signal,
        )
        return 0
      }
      case 'inline-answer':
        await limiter.call(() => client.attempt((api) => answerInline(api, step), signal), signal)
        return 0
    }
  }

  async function sendMessage(step: MessageStep, replaced: number | undefined, signal: AbortSignal): Promise<number> {
    const { chat, thread, replyTo, text, entities, keyboard } = step
    const formatted = {
      ...(entities.length > 0 && { entities }),
      link_preview_options: { is_disabled: true },
      ...(keyboard !== undefined && { reply_markup: toMarkup(keyboard) }),
    }
    if (replaced !== undefined) {
      await client.attempt((api, aborted) => api.editMessageText(chat, replaced, text, formatted, aborted), signal)
      return replaced
    }
    const options = {
      ...formatted,
      ...(thread !== undefined && { message_thread_id: thread }),
      ...(replyTo !== undefined && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    }
    const sent = await client.attempt((api, aborted) => api.sendMessage(chat, text, options, aborted), signal)
    return sent.message_id
  }

  async function editKeyboard(step: KeyboardStep, signal: AbortSignal): Promise<number> {
    const options = { reply_markup: toMarkup(step.keyboard) }
    await client.attempt(
      (api, aborted) => api.editMessageReplyMarkup(step.chat, step.message, options, aborted),
      signal,
    )
    return 0
  }
}

/** Kept by Telegram for this long, for the same person only. */
const INLINE_CACHE_SECONDS = 10

function answerInline(api: Client['api'], { query, results }: Extract<Step, { kind: 'inline-answer' }>) {
  const articles = results.map(({ id, title, description, text, entities }) => ({
    type: 'article' as const,
    id,
    title,
    description,
    input_message_content: {
      message_text: text,
      ...(entities.length > 0 && { entities }),
      link_preview_options: { is_disabled: true },
    },
  }))
  return api.answerInlineQuery(query, articles, { cache_time: INLINE_CACHE_SECONDS, is_personal: true })
}

/** To edit a message, or to answer a press, twice is the same as once. */
function isRepeatable(step: Step, replaced: number | undefined): boolean {
  return step.kind !== 'message' || replaced !== undefined
}

/** A group that has become a supergroup has another number. */
function movedStep(step: Step, error: unknown): Step | undefined {
  if (!(error instanceof TelegramRefusal) || error.movedTo === undefined || !('chat' in step)) return undefined
  return { ...step, chat: error.movedTo }
}

const REPLY_LOST = /replied|reply message/i

/** The message that it replies to is gone, and the server does not send without it although it is allowed to. */
function unboundStep(step: Step, error: unknown): Step | undefined {
  if (step.kind !== 'message' || step.replyTo === undefined) return undefined
  if (!(error instanceof TelegramRefusal) || !REPLY_LOST.test(error.description)) return undefined
  const { replyTo: _, ...rest } = step
  return rest
}

/** The same words without quotes, links and buttons: those were what Telegram refused, if it takes this. */
function plainStep(step: Step, error: unknown): Step {
  const reason = error instanceof Error ? error.message : 'refused'
  if (step.kind !== 'message' || (step.entities.length === 0 && step.keyboard === undefined)) {
    throw new BadStepError(reason)
  }
  const { keyboard: _, ...rest } = step
  return { ...rest, entities: [] }
}

function toMarkup(keyboard: Keyboard): InlineKeyboardMarkup {
  return { inline_keyboard: keyboard.map((row) => row.map(({ text, data }) => ({ text, callback_data: data }))) }
}
