/**
 * Shows a person that the bot is at work: "typing", and, when a model writes for long, one message that says how far it is
 * and becomes the answer.
 */
import type { Log } from '../../../src/log.ts'
import { lineMessage, type Place } from '../messages/messages.ts'
import { editMessage, sendMessage } from '../messages/write-message.ts'
import type { MessageStep } from '../updates/steps.ts'
import type { Client } from './client.ts'
import type { Limiter } from './limits.ts'
import { consequenceOf } from './telegram-errors.ts'

/** Telegram shows "typing" for five seconds. */
const TYPING_EVERY_MS = 4_000

export type PresenceParts = {
  readonly client: Client
  readonly limiter: Limiter
  readonly log: Log
}

/** What a person sees meanwhile. */
export type Draft = {
  /** Sent first, since nobody knows the fate of a message whose sending fails: a line twice harms nobody. */
  readonly line: string
  /** Put in its place from then on. */
  readonly message?: MessageStep
  /** An answer that takes no longer comes as one message, not as one that is edited. */
  readonly afterMs: number
}

export type Presence = {
  /** Types until `stop`. */
  begin(place: Place): void
  /** The newest is shown, one edit after the other, at the pace of the chat. */
  show(draft: Draft): void
  /** Resolves with the message that the answer is to replace, if one was sent; nothing is shown from then on. */
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
  const stopping = new AbortController()
  let typing: NodeJS.Timeout | undefined
  let begun: { readonly place: Place; readonly atMs: number } | undefined
  let messageId = placeholder
  let wanted: Draft | undefined
  /** The draft that was last sent or edited, or is being so. */
  let shown: Draft | undefined
  let working: Promise<void> | undefined
  let isGivenUp = false

  const type = ({ chat, thread }: Place) => {
    const options = thread === undefined ? {} : { message_thread_id: thread }
    limiter
      .call(() => client.attempt((api) => api.sendChatAction(chat, 'typing', options)))
      .catch((error: unknown) => log.debug({ err: error }, 'typing was not shown'))
  }
  /** Given up while it waits for its turn, never on its way: an edit that arrives late would replace the answer. */
  const inTurn = <Result>({ chat }: Place, work: () => Promise<Result>) => limiter.send(chat, work, stopping.signal)

  const showNewest = async (place: Place): Promise<void> => {
    while (wanted !== undefined && !stopping.signal.aborted) {
      const { line, message } = wanted
      const id = messageId
      if (id === undefined) {
        const sent = await inTurn(place, () => sendMessage(client, lineMessage(line, place)))
        await keepPlaceholder(sent)
        messageId = sent
      } else {
        if (message === undefined || isSame(message, shown?.message)) return
        shown = wanted
        await inTurn(place, () => editMessage(client, id, message))
      }
    }
  }

  return {
    begin(place) {
      begun = { place, atMs: Date.now() }
      type(place)
      typing = setInterval(() => type(place), TYPING_EVERY_MS)
    },
    show(draft) {
      wanted = draft
      if (begun === undefined || working !== undefined || isGivenUp || stopping.signal.aborted) return
      if (messageId === undefined && Date.now() - begun.atMs < draft.afterMs) return
      working = showNewest(begun.place)
        .catch((error: unknown) => {
          isGivenUp = consequenceOf(error) !== 'settled'
          if (!stopping.signal.aborted) log.debug({ err: error }, 'how far it is was not shown')
        })
        .finally(() => {
          working = undefined
        })
    },
    async stop() {
      clearInterval(typing)
      stopping.abort()
      await working
      return messageId
    },
  }
}

function isSame(left: MessageStep, right: MessageStep | undefined): boolean {
  return left.text === right?.text && JSON.stringify(left.entities) === JSON.stringify(right.entities)
}
