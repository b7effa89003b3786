/** All that the server knows, and word of every change. */
import { EventEmitter, once } from 'node:events'
import type { Json } from './api-error.ts'
import type { Message } from './messages.ts'
import type { Channel, Guild, User, World } from './world.ts'

export type Choice = { readonly name: string; readonly value: string | number }

export type Interaction = {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly user: User
  readonly channel: Channel
  /** The message whose button was pressed. */
  readonly source?: Message
  readonly createdAt: number
  /** `waiting` for the first answer, `deferred` (a message or a change of the source is promised), `answered`. */
  state: 'waiting' | 'deferred' | 'deferred-update' | 'answered'
  acknowledgedAt?: number
  answeredAt?: number
  original?: Message
  readonly followUps: Message[]
  modal?: Json
  choices?: readonly Choice[]
}

export type Refusal = {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly code: number
  readonly body: Json
  readonly sent: unknown
}
export type RequestSeen = {
  readonly at: number
  readonly method: string
  readonly path: string
  readonly status: number
}

export type State = {
  readonly world: World
  readonly token: string
  readonly bot: User
  readonly messages: Map<string, Message>
  /** The bot's, oldest first: every one ever stored, doubled ones too. */
  readonly sent: Message[]
  readonly interactions: Map<string, Interaction>
  readonly globalCommands: Json[]
  readonly guildCommands: Map<string, Json[]>
  readonly refusals: Refusal[]
  readonly requests: RequestSeen[]
  /** When the bot showed that it types, by channel. */
  readonly typing: Map<string, number>
  changed(): void
  /** Waits until `holds` or until the time is over; returns whether it holds. */
  until(holds: () => boolean, timeoutMs: number): Promise<boolean>
}

export function createState(world: World, token: string, bot: User): State {
  const changes = new EventEmitter().setMaxListeners(0)
  return {
    world,
    token,
    bot,
    messages: new Map(),
    sent: [],
    interactions: new Map(),
    globalCommands: [],
    guildCommands: new Map(),
    refusals: [],
    requests: [],
    typing: new Map(),
    changed: () => changes.emit('change'),
    async until(holds, timeoutMs) {
      const signal = AbortSignal.timeout(timeoutMs)
      while (!holds()) {
        if (signal.aborted) return false
        await once(changes, 'change', { signal }).catch(() => undefined)
      }
      return true
    },
  }
}

export function commandsFor(state: State, guild: Guild | undefined): readonly Json[] {
  return [...(guild === undefined ? [] : (state.guildCommands.get(guild.id) ?? [])), ...state.globalCommands]
}
