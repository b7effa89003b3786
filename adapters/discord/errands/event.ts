/** An event of Discord's gateway as the inbox takes it and gives it back. */
import { z } from 'zod'
import type { Delivery } from '../../../src/inbox.ts'
import { askerOf } from '../visit.ts'

/** Only its frame is looked at: the rest is what Discord wrote, and discord.js reads again. */
const identified = z.object({ id: z.string().regex(/^\d{1,20}$/) })
const frame = z.looseObject({
  ...identified.shape,
  channel_id: z.string().optional(),
  author: identified.optional(),
  user: identified.optional(),
  member: z.object({ user: identified.optional() }).optional(),
})
const eventSchema = z.object({ t: z.enum(['MESSAGE_CREATE', 'INTERACTION_CREATE']), d: frame })

/** A message or an interaction, as the gateway says it. */
export type GatewayEvent = z.output<typeof eventSchema>

/** Undefined for every other event. */
export function readEvent(value: unknown): GatewayEvent | undefined {
  return eventSchema.safeParse(value).data
}

/** @throws ZodError when an older or newer version wrote something else. */
export function parseEvent({ payload }: Pick<Delivery, 'payload'>): GatewayEvent {
  return eventSchema.parse(JSON.parse(payload))
}

export function toDelivery(event: GatewayEvent): Delivery {
  const { id, channel_id: channel, author, user, member } = event.d
  const person = author ?? user ?? member?.user
  return {
    updateId: numberOf(id),
    lane: `channel:${channel ?? ''}`,
    payload: JSON.stringify(event),
    ...(person !== undefined && { asker: askerOf(person.id) }),
  }
}

/** What a number of JavaScript holds. */
const exactBits = 53

/**
 * Discord's ids have more digits than a number holds. They begin with a time: their last 53 bits come again after 24 days,
 * and what is done is remembered for two.
 */
export function numberOf(id: string): number {
  return Number(BigInt.asUintN(exactBits, BigInt(id)))
}

/** Oldest first. */
export function byAge(left: GatewayEvent, right: GatewayEvent): number {
  return Number(BigInt(left.d.id) - BigInt(right.d.id))
}
