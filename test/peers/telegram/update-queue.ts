/** The updates that wait for the bot: kept until they are confirmed, handed to one poller at a time. */
import type { Update } from 'grammy/types'
import { badRequest, secondPoller } from './api-error.ts'
import { flagOf, listOf, numberOf, type Payload } from './payload.ts'

/** Kinds of updates that a bot gets only when it asks for them by name. */
const onlyByName = ['chat_member', 'message_reaction', 'message_reaction_count']
const longestPollSeconds = 50

export type QueuedUpdate = {
  readonly update: Update
  /** Updates of one chat are delivered in order. */
  readonly line: number | string
  /** How many times it was handed out. */
  deliveries: number
}

export type UpdateQueue = {
  /** Returns the update's id, or undefined where the bot did not ask for this kind. */
  add(update: Omit<Update, 'update_id'>, line: number | string): number | undefined
  poll(payload: Payload, aborted: AbortSignal): Promise<readonly Update[]>
  allow(payload: Payload): void
  allowed(): readonly string[]
  /** Not yet confirmed (long polling) or acknowledged (webhook), oldest first. */
  readonly waiting: readonly QueuedUpdate[]
  /** Takes one out: a webhook has acknowledged it. */
  remove(updateId: number): void
  dropAll(): void
  isConfirmed(updateId: number): boolean
  /** Highest number of times that one update was handed out. */
  mostDeliveries(): number
  /** Ends a poll that waits, as when the server restarts. */
  close(): void
}

export type QueueListener = {
  readonly onAdded: () => void
  readonly onDelivered: (updates: readonly Update[]) => void
  readonly onConfirmed: (updateId: number) => void
}

export function createUpdateQueue(firstId: number, listener: QueueListener): UpdateQueue {
  const waiting: QueuedUpdate[] = []
  const known = new Map<number, QueuedUpdate>()
  let nextId = firstId
  let allowed: readonly string[] = []
  let poller: { end(error?: Error): void } | undefined

  const confirm = (position: number) => {
    const [entry] = waiting.splice(position, 1)
    if (entry) listener.onConfirmed(entry.update.update_id)
  }
  const handOut = (limit: number): readonly Update[] => {
    const entries = waiting.slice(0, limit)
    for (const entry of entries) entry.deliveries++
    const updates = entries.map(({ update }) => update)
    if (updates.length > 0) listener.onDelivered(updates)
    return updates
  }
  const allow = (payload: Payload) => {
    const kinds = listOf(payload, 'allowed_updates')
    if (kinds) allowed = kinds.map(String)
  }

  return {
    waiting,
    allow,
    allowed: () => allowed,
    add(content, line) {
      const [kind = ''] = Object.keys(content)
      if (allowed.length > 0 ? !allowed.includes(kind) : onlyByName.includes(kind)) return undefined
      const update = { update_id: nextId++, ...content } as Update
      const entry = { update, line, deliveries: 0 }
      waiting.push(entry)
      known.set(update.update_id, entry)
      listener.onAdded()
      poller?.end()
      return update.update_id
    },
    async poll(payload, aborted) {
      // The newer poll wins, the one that waits is told: so the first of two processes gets the error.
      poller?.end(secondPoller())
      allow(payload)
      const limit = Math.min(100, Math.max(1, numberOf(payload, 'limit') ?? 100))
      const timeoutSeconds = Math.min(longestPollSeconds, Math.max(0, numberOf(payload, 'timeout') ?? 0))
      const offset = numberOf(payload, 'offset') ?? 0
      const from = offset < 0 ? (waiting.at(offset)?.update.update_id ?? 0) : offset
      while ((waiting[0]?.update.update_id ?? Number.POSITIVE_INFINITY) < from) confirm(0)
      if (waiting.length > 0 || timeoutSeconds === 0) return handOut(limit)
      await new Promise<void>((resolve, reject) => {
        const end = (error?: Error) => {
          clearTimeout(timer)
          if (poller === mine) poller = undefined
          if (error) reject(error)
          else resolve()
        }
        const mine = { end }
        const timer = setTimeout(end, timeoutSeconds * 1_000)
        poller = mine
        aborted.addEventListener('abort', () => end(badRequest('the client went away')), { once: true })
        if (aborted.aborted) end(badRequest('the client went away'))
      })
      return handOut(limit)
    },
    remove(updateId) {
      const position = waiting.findIndex(({ update }) => update.update_id === updateId)
      if (position >= 0) confirm(position)
    },
    dropAll() {
      waiting.length = 0
    },
    isConfirmed: (updateId) => known.has(updateId) && !waiting.some(({ update }) => update.update_id === updateId),
    mostDeliveries: () => Math.max(0, ...[...known.values()].map(({ deliveries }) => deliveries)),
    close: () => poller?.end(),
  }
}

/** `drop_pending_updates` of setWebhook and deleteWebhook. */
export function dropWhenAsked(queue: UpdateQueue, payload: Payload): void {
  if (flagOf(payload, 'drop_pending_updates')) queue.dropAll()
}
