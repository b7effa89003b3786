/**
 * A local Bot API server over HTTP for the real client: strict as Telegram is, with acts for people, faults on order, and a
 * count of everything that was ever stored. Start one a test.
 */
import type { Update, User } from 'grammy/types'
import { ApiError, notFound } from './api-error.ts'
import { type ChatState, createChats, type Stored } from './chats.ts'
import { createFaults, type Faults } from './faults.ts'
import { listen, type Outcome } from './http.ts'
import { deleteMessages, messageMethods } from './message-methods.ts'
import { queryMethods, settingMethods, updateMethods } from './other-methods.ts'
import { createPace, type Limits, type PaceCounts, telegramLimits } from './pace.ts'
import type { Payload } from './payload.ts'
import { createPerson, createVoice, type PersonVoice, type Voice } from './people.ts'
import { createQueries, type QueryLife } from './queries.ts'
import type { BotCommand, Methods, ServerState } from './server-state.ts'
import { createSettler, type Settling } from './settle.ts'
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts'
import { createWebhook, type Webhook } from './webhook.ts'

export type PeerOptions = {
  readonly token?: string
  readonly port?: number
  readonly limits?: Limits
  /** Answer 429 to what comes too early, instead of only counting it. */
  readonly enforcesPace?: boolean
  readonly life?: Partial<QueryLife>
  readonly webhook?: { readonly retryMs?: number; readonly timeoutMs?: number }
  readonly settling?: Settling
  readonly firstUpdateId?: number
}

export type PeerEvent =
  | { readonly kind: 'delivered'; readonly updates: readonly Update[] }
  | { readonly kind: 'confirmed'; readonly updateId: number }
  | { readonly kind: 'stored' | 'edited' | 'deleted'; readonly message: Stored }
  | { readonly kind: 'answered'; readonly method: string; readonly payload: Payload; readonly outcome: Outcome }

export type GroupVoice = Voice & {
  /** The group threw the bot out, or took it in again. */
  throwOut(): void
}

export type TelegramPeer = {
  /** What SOURCIER_TELEGRAM_API is set to. */
  readonly url: string
  readonly token: string
  readonly bot: User
  /** A person's private chat with the bot. */
  user(id: number, facts?: Partial<User>): PersonVoice
  /** A person's voice in a group; `id` is negative. The group is made at the first call. */
  group(id: number, userId: number, facts?: { readonly title?: string; readonly administrator?: boolean }): GroupVoice
  /** Puts any update into the queue. */
  push(update: Omit<Update, 'update_id'>): number | undefined
  readonly faults: Faults
  readonly queue: UpdateQueue
  readonly webhook: Webhook
  /** Every message of the bot that was ever stored, oldest first. */
  stored(): readonly Stored[]
  /** Calls that were refused, with Telegram's words. */
  readonly refusals: readonly { readonly method: string; readonly payload: Payload; readonly description: string }[]
  readonly calls: readonly { readonly method: string; readonly payload: Payload; readonly ok: boolean }[]
  readonly actions: ServerState['actions']
  readonly commands: ReadonlyMap<string, readonly BotCommand[]>
  pace(): PaceCounts & { readonly edits: number; readonly leastEditGapMs?: number; readonly lateAnswers: number }
  watch(listener: (event: PeerEvent) => void): () => void
  close(): Promise<void>
}

const methods: Methods = { ...messageMethods, deleteMessages, ...updateMethods, ...queryMethods, ...settingMethods }

export async function startTelegramPeer(options: PeerOptions = {}): Promise<TelegramPeer> {
  const token = options.token ?? '7300000001:AAE-local-peer-token-of-tests-000'
  const bot: User = { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Sourcier', username: 'sourcier_bot' }
  const listeners = new Set<(event: PeerEvent) => void>()
  const tell = (event: PeerEvent) => {
    for (const listener of listeners) listener(event)
  }
  const settler = createSettler({ messages: 1, quietMs: 120, timeoutMs: 20_000, ...options.settling })
  const queue: UpdateQueue = createUpdateQueue(options.firstUpdateId ?? 500_000_001, {
    onAdded: () => webhook.wake(),
    onDelivered: (updates) => tell({ kind: 'delivered', updates }),
    onConfirmed: (updateId) => tell({ kind: 'confirmed', updateId }),
  })
  const webhook: Webhook = createWebhook(queue, {
    retryMs: 1_000,
    timeoutMs: 60_000,
    ...options.webhook,
    call: async (method, payload) => methods[method]?.(state, payload, new AbortController().signal),
  })
  const chats = createChats(bot)
  const pace = createPace(options.limits ?? telegramLimits)
  const faults = createFaults()
  const refusals: { method: string; payload: Payload; description: string }[] = []
  const calls: { method: string; payload: Payload; ok: boolean }[] = []
  const state: ServerState = {
    chats,
    queue,
    webhook,
    pace,
    enforcesPace: options.enforcesPace ?? false,
    queries: createQueries({ callbackMs: 15_000, inlineMs: 10_000, ...options.life }),
    actions: [],
    edits: [],
    commands: new Map(),
    onChange(message, kind) {
      settler.note(message.chatId)
      tell({ kind, message })
    },
  }

  const { server, port } = await listen(
    {
      faultOf: faults.next,
      handle(call, aborted) {
        if (!/^\d+:[\w-]{20,}$/.test(call.token)) throw notFound()
        if (call.token !== token) throw new ApiError(401, 'Unauthorized')
        const method = methods[call.method]
        if (method === undefined) throw notFound()
        return method(state, call.payload, aborted)
      },
      onAnswered(method, payload, outcome) {
        calls.push({ method, payload, ok: outcome.ok })
        const isCut = outcome.description?.endsWith('the client went away')
        if (!outcome.ok && !isCut) refusals.push({ method, payload, description: outcome.description ?? '' })
        tell({ kind: 'answered', method, payload, outcome })
      },
    },
    options.port,
  )

  const userOf = (id: number, facts: Partial<User> = {}): User => {
    return { id, is_bot: false, first_name: `Person ${id}`, language_code: 'en', ...facts }
  }
  const privateChat = (user: User): ChatState => chats.open({ id: user.id, facts: { type: 'private', user } })

  return {
    url: `http://127.0.0.1:${port}`,
    token,
    bot,
    faults,
    queue,
    webhook,
    refusals,
    calls,
    actions: state.actions,
    commands: state.commands,
    user(id, facts) {
      const user = userOf(id, facts)
      return createPerson(state, settler, privateChat(user), user)
    },
    group(id, userId, facts = {}) {
      const user = userOf(userId)
      const type = id < -1_000_000_000_000 ? 'supergroup' : 'group'
      const chat = chats.open({ id, facts: { type, title: facts.title ?? 'Newsroom' } })
      chat.started = true
      chat.members.set(userId, user)
      if (facts.administrator) chat.administrators.add(userId)
      const throwOut = () => {
        chat.blocked = !chat.blocked
      }
      return { ...createVoice(state, settler, chat, user), throwOut }
    },
    push: (update) => queue.add(update, 'pushed'),
    stored: () => chats.all().flatMap(({ messages }) => messages.filter(({ from }) => from.id === bot.id)),
    pace() {
      const leastEditGapMs = leastGap(state.edits)
      return {
        ...pace.counts(),
        edits: state.edits.length,
        lateAnswers: state.queries.late(),
        ...(leastEditGapMs !== undefined && { leastEditGapMs }),
      }
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      webhook.unset()
      queue.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The shortest time between two edits of one message. */
function leastGap(edits: ServerState['edits']): number | undefined {
  const last = new Map<string, number>()
  let least: number | undefined
  for (const { chatId, messageId, at } of edits) {
    const key = `${chatId}/${messageId}`
    const before = last.get(key)
    if (before !== undefined) least = Math.min(least ?? Number.POSITIVE_INFINITY, at - before)
    last.set(key, at)
  }
  return least
}
