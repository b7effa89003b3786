/** Shows a person that the bot is at work: "typing", and, when a model writes for long, a message that becomes the answer. */
import type { Log } from '../../../src/log.ts'
import type { Place } from '../messages/messages.ts'
import type { Client } from './client.ts'
import type { Limiter } from './limits.ts'

/** Telegram shows "typing" for five seconds. */
const TYPING_EVERY_MS = 4_000
/** An answer that takes no longer comes as one message, not as one that is edited. */
const PLACEHOLDER_AFTER_MS = 2_500

export type PresenceParts = {
  readonly client: Client
  readonly limiter: Limiter
  readonly log: Log
}

export type Presence = {
  /** Types until `stop`; `waiting` says that it takes long, `text` what to show then. */
  begin(place: Place, text: string): void
  waiting(): void
  /** Resolves with the message that the answer is to replace, if one was sent. */
  stop(): Promise<number | undefined>
}

/**
 * @param placeholder a message that was sent before a crash or a failure: no second one is.
 * @param keepPlaceholder remembers the message before anything else happens.
 */
export function createPresence(
  { client, limiter, log }: PresenceParts,
  placeholder: number | undefined,
  keepPlaceholder: (messageId: number) => Promise<void>,
): Presence {
  let typing: NodeJS.Timeout | undefined
  let begun: { readonly place: Place; readonly text: string; readonly atMs: number } | undefined
  let placing: Promise<number | undefined> | undefined =
    placeholder === undefined ? undefined : Promise.resolve(placeholder)

  const type = ({ chat, thread }: Place) => {
    const options = thread === undefined ? {} : { message_thread_id: thread }
    limiter
      .call(() => client.attempt((api) => api.sendChatAction(chat, 'typing', options)))
      .catch((error: unknown) => log.debug({ err: error }, 'typing was not shown'))
  }
  const place = async ({ chat, thread, replyTo }: Place, text: string): Promise<number | undefined> => {
    try {
      const options = {
        ...(thread !== undefined && { message_thread_id: thread }),
        ...(replyTo !== undefined && { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
      }
      const sent = await limiter.send(chat, () => client.attempt((api) => api.sendMessage(chat, text, options)))
      await keepPlaceholder(sent.message_id)
      return sent.message_id
    } catch (error) {
      log.debug({ err: error }, 'no message was sent meanwhile')
      return undefined
    }
  }

  return {
    begin(where, text) {
      begun = { place: where, text, atMs: Date.now() }
      type(where)
      typing = setInterval(() => type(where), TYPING_EVERY_MS)
    },
    waiting() {
      if (begun === undefined || placing !== undefined || Date.now() - begun.atMs < PLACEHOLDER_AFTER_MS) return
      placing = place(begun.place, begun.text)
    },
    async stop() {
      clearInterval(typing)
      return await placing
    },
  }
}
