/** What the methods of the Bot API work on. */
import type { Chats, Stored } from './chats.ts'
import type { Pace } from './pace.ts'
import type { Payload } from './payload.ts'
import type { Queries } from './queries.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { Webhook } from './webhook.ts'

export type ServerState = {
  readonly chats: Chats
  readonly queue: UpdateQueue
  readonly webhook: Webhook
  readonly pace: Pace
  /** Refuses with 429 what comes too early, instead of only counting it. */
  readonly enforcesPace: boolean
  readonly queries: Queries
  /** Chat actions ("typing"), oldest first. */
  readonly actions: { readonly chatId: number; readonly action: string; readonly at: number }[]
  readonly edits: { readonly chatId: number; readonly messageId: number; readonly at: number }[]
  /** Command menus by scope and language. */
  readonly commands: Map<string, readonly BotCommand[]>
  /** Tells the watchers of a message that was stored, edited or deleted. */
  readonly onChange: (message: Stored, what: 'stored' | 'edited' | 'deleted') => void
}

export type BotCommand = { readonly command: string; readonly description: string }

/** @param aborted fires when the client goes away. @returns the `result`. @throws ApiError. */
export type Method = (state: ServerState, payload: Payload, aborted: AbortSignal) => unknown
export type Methods = Readonly<Record<string, Method>>
