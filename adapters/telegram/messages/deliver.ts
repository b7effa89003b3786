/** Sends one step, within the limits; repeats only what is safe to repeat. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../../src/log.ts'
import type { Client } from '../connection/client.ts'
import type { Limiter } from '../connection/limits.ts'
import { consequenceOf, TelegramRefusal } from '../connection/telegram-errors.ts'
import type { MessageStep, Step } from '../updates/steps.ts'
import { editMessage, sendMessage, toMarkup } from './write-message.ts'

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

const LONGEST_PAUSE_MS = 30_000

/** How often what is safe to repeat is repeated when nobody knows what became of it, and after which pauses. */
type Patience = { readonly repeats: number; readonly firstPauseMs: number; readonly growth: number }

/** Of no use later. */
const forQueries: Patience = { repeats: 4, firstPauseMs: 500, growth: 2 }
/** May stand there as often as it is sent. */
const forLines: Patience = { repeats: 4, firstPauseMs: 1_000, growth: 4 }
/** Stands there once, however often it is put there: about eight minutes. */
const forEdits: Patience = { repeats: 20, firstPauseMs: 500, growth: 2 }

/**
 * @throws BadStepError; TelegramRefusal (the token, or a wait that is too long); TelegramUnreachable for an edit that never got
 * through; AbortError when it is to stop.
 */
export function createDeliver({ client, limiter, log }: DeliverParts): Deliver {
  return async (step, signal, placeholder) => {
    let current: Step = step
    let replaced = step.kind === 'message' ? placeholder : undefined
    let repeats = 0
    const patience = step.kind !== 'message' ? forQueries : replaced === undefined ? forLines : forEdits
    let pause = patience.firstPauseMs
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
          current = movedStep(current, error) ?? looseStep(current, error) ?? plainStep(current, error)
        else if (consequence === 'later' || consequence === 'dead') throw error
        else if (consequence === 'unknown' && !isRepeatable(current, replaced)) {
          log.warn({ err: error }, 'a message may or may not have been sent')
          return { outcome: 'unknown' }
        } else {
          repeats += consequence === 'unknown' ? 1 : 0
          if (repeats > patience.repeats && replaced !== undefined) throw error
          if (repeats > patience.repeats) return { outcome: 'unknown' }
          log.warn({ err: error, pauseMs: pause }, 'Telegram cannot be reached, trying again')
          await wait(pause, undefined, { signal })
          pause = Math.min(pause * patience.growth, LONGEST_PAUSE_MS)
        }
      }
    }
  }

  async function send(step: Step, replaced: number | undefined, signal: AbortSignal): Promise<number> {
    switch (step.kind) {
      case 'message':
        return limiter.send(step.chat, () => putMessage(step, replaced, signal), signal)
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

  async function putMessage(step: MessageStep, replaced: number | undefined, signal: AbortSignal): Promise<number> {
    if (replaced === undefined) return await sendMessage(client, step, signal)
    await editMessage(client, replaced, step, signal)
    return replaced
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
  return step.kind !== 'message' || replaced !== undefined || step.repeatable === true
}

/** A group that has become a supergroup has another number. */
function movedStep(step: Step, error: unknown): Step | undefined {
  if (!(error instanceof TelegramRefusal) || error.movedTo === undefined || !('chat' in step)) return undefined
  return { ...step, chat: error.movedTo }
}

const REPLY_LOST = /replied|reply message/i
const TOPIC_LOST = /message thread not found|topic_deleted/i

/** The message that it replies to, or the topic that it was asked in, is gone: it is sent without. */
function looseStep(step: Step, error: unknown): Step | undefined {
  if (step.kind !== 'message' || !(error instanceof TelegramRefusal)) return undefined
  const { replyTo, thread, ...rest } = step
  if (replyTo !== undefined && REPLY_LOST.test(error.description)) {
    return thread === undefined ? rest : { ...rest, thread }
  }
  if (thread !== undefined && TOPIC_LOST.test(error.description)) {
    return replyTo === undefined ? rest : { ...rest, replyTo }
  }
  return undefined
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
