/** Updates as Telegram delivers them, as far as they are looked at before they are worked. */
import type { Message, Update, User } from 'grammy/types'
import { z } from 'zod'
import type { Delivery } from '../../../src/inbox.ts'
import type { Asker } from '../../../src/ports.ts'

/** What is asked of Telegram: edited messages, channel posts and what members do is not for us. */
export const wantedUpdates = ['message', 'callback_query', 'inline_query'] as const satisfies readonly (keyof Update)[]

/** Only its frame is looked at: the rest is what Telegram wrote. */
const frame = z.looseObject({ update_id: z.int() })
const updateSchema = z.custom<Update>((value) => frame.safeParse(value).success)

/** @throws ZodError when it is no update. */
export function readUpdate(value: unknown): Update {
  return updateSchema.parse(value)
}

export function askerOf(personId: number): Asker {
  return `telegram:${personId}`
}

/**
 * An update as the inbox takes it. In a chat what was said first is answered first; a button waits for no answer that is
 * being written, since Telegram lets its press expire; of a person's inline queries only the newest matters.
 */
export function toDelivery(update: Update): Delivery {
  const { message, callback_query, inline_query } = update
  const person = (message === undefined ? undefined : speakerOf(message)) ?? callback_query?.from ?? inline_query?.from
  return {
    updateId: update.update_id,
    lane: laneOf(update),
    payload: JSON.stringify(update),
    ...(person !== undefined && { asker: askerOf(person.id) }),
  }
}

/**
 * Who speaks. An anonymous administrator is hidden behind a bot that all groups share, and speaks as the group; a channel
 * speaks as nobody.
 */
export function speakerOf({ from, sender_chat: senderChat, chat }: Message): User | undefined {
  if (senderChat === undefined || from === undefined) return from
  return senderChat.id === chat.id ? { id: senderChat.id, is_bot: false, first_name: '' } : undefined
}

const lanes = z.union([
  z
    .object({ message: z.object({ chat: z.object({ id: z.int() }) }) })
    .transform(({ message }) => `chat:${message.chat.id}`),
  z
    .object({
      callback_query: z.object({
        from: z.object({ id: z.int() }),
        message: z.object({ chat: z.object({ id: z.int() }) }).optional(),
      }),
    })
    .transform(({ callback_query: { message, from } }) => `press:${message?.chat.id ?? from.id}`),
  z
    .object({ inline_query: z.object({ from: z.object({ id: z.int() }) }) })
    .transform(({ inline_query: { from } }) => `inline:${from.id}`),
])

/** What lacks its parts has a lane of its own, and is parked there: it must not hold up what comes after it. */
function laneOf(update: Update): string {
  return lanes.safeParse(update).data ?? `update:${update.update_id}`
}
