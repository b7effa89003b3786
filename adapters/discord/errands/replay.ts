/** Hands an event to discord.js once more, as if the gateway had just said it. */
import type { Client } from 'discord.js'
import { z } from 'zod'
import type { GatewayEvent } from './event.ts'

const actions = { MESSAGE_CREATE: 'MessageCreate', INTERACTION_CREATE: 'InteractionCreate' } as const

/** discord.js has no public way in for an event; what it calls itself is looked at before it is called. */
const action = z.custom<{ handle(data: unknown): unknown }>(
  (value) => typeof value === 'object' && value !== null && typeof Reflect.get(value, 'handle') === 'function',
)

/** discord.js says nothing of an event whose channel it does not know yet: then no listener is called. */
export function replay(client: Client, { t, d }: GatewayEvent): void {
  action.parse(Reflect.get(z.looseObject({}).parse(Reflect.get(client, 'actions')), actions[t])).handle(d)
}
