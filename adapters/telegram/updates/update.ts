/** Updates as Telegram delivers them, as far as they are looked at before they are worked. */
import type { Message, Update, User } from 'grammy/types'
import { z } from 'zod'
import type { Delivery } from '../../../src/inbox.ts'
import type { Asker } from '../../../src/ports/ledger.ts'

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
  const { lane, person } = frames.safeParse(update).data ?? { lane: `update:${update.update_id}` }
  return {
    updateId: update.update_id,
    lane,
    payload: JSON.stringify(update),
    ...(person !== undefined && { asker: askerOf(person) }),
  }
}

/**
 * Who speaks. An anonymous administrator is hidden behind a bot that all groups share, and speaks as the group; who writes
 * as a channel speaks as the channel. What a channel's post brings into its group by itself is said by nobody.
 */
export function speakerOf({ from, sender_chat: hidden, is_automatic_forward: isAutomatic }: Message): User | undefined {
  if (isAutomatic === true) return undefined
  if (hidden === undefined || from === undefined) return from
  return { id: hidden.id, is_bot: false, first_name: '' }
}

const identified = z.object({ id: z.int() })

/**
 * What is needed to line an update up. What lacks its parts has a lane of its own, and is parked there: it must hold up
 * nothing, neither what comes after it nor what came with it.
 */
const frames = z.union([
  z
    .object({
      message: z.object({ chat: identified, from: identified.optional(), sender_chat: identified.optional() }),
    })
    .transform(({ message: { chat, from, sender_chat: hidden } }) => ({
      lane: `chat:${chat.id}`,
      person: (from && hidden)?.id ?? from?.id,
    })),
  z
    .object({
      callback_query: z.object({
        id: z.string(),
        from: identified,
        message: z.object({ chat: identified }).optional(),
      }),
    })
    // One waits for no other: it would turn until the other's messages are through Telegram's limits, and expire.
    .transform(({ callback_query: { id, message, from } }) => ({
      lane: `press:${message?.chat.id ?? from.id}:${id}`,
      person: from.id,
    })),
  z
    .object({ inline_query: z.object({ from: identified }) })
    .transform(({ inline_query: { from } }) => ({ lane: `inline:${from.id}`, person: from.id })),
])
