import type { Inbox, Unfinished } from '../../src/inbox.ts'

type Entry = Unfinished & {
  bot: string
  state: 'waiting' | 'done' | 'parked'
  endedAtMs?: number
  reason?: string
  messages: { chat: string; messageId: number; atMs: number }[]
}

/** The inbox as simply as it can be said: the reference beside the one in SQLite. */
export function createNaiveInbox(now: () => Date): Inbox {
  let entries: Entry[] = []
  const nowMs = () => now().getTime()
  const find = (bot: string, updateId: number) => {
    const entry = entries.find((one) => one.bot === bot && one.updateId === updateId)
    if (entry === undefined) throw new Error(`there is no update ${updateId}`)
    return entry
  }
  const change = (bot: string, updateId: number, change: (entry: Entry) => Partial<Entry>): Entry => {
    const changed: Entry = { ...find(bot, updateId), ...change(find(bot, updateId)) }
    entries = entries.map((one) => (one.bot === bot && one.updateId === updateId ? changed : one))
    return changed
  }
  const show = ({ bot: _bot, state: _state, endedAtMs: _ended, reason: _reason, messages, ...rest }: Entry) => ({
    ...rest,
    sent: messages.map(({ messageId }) => messageId),
  })
  const ofState = (bot: string, state: Entry['state']) =>
    entries.filter((entry) => entry.bot === bot && entry.state === state)

  return {
    async receive(bot, deliveries) {
      const fresh: Unfinished[] = []
      for (const delivery of deliveries) {
        if (entries.some((entry) => entry.bot === bot && entry.updateId === delivery.updateId)) continue
        const received = { ...delivery, receivedAtMs: nowMs(), sent: [], starts: 0, failures: 0 }
        entries.push({ ...received, bot, state: 'waiting', messages: [] })
        fresh.push(received)
      }
      return fresh
    },
    unfinished: async (bot) =>
      ofState(bot, 'waiting')
        .sort((left, right) => left.updateId - right.updateId)
        .map(show),
    start: async (bot, updateId) => change(bot, updateId, ({ starts }) => ({ starts: starts + 1 })).starts,
    async holdPlace(bot, updateId, placeholder) {
      change(bot, updateId, () => ({ placeholder }))
    },
    async plan(bot, updateId, plan) {
      change(bot, updateId, () => ({ plan, starts: 0 }))
    },
    async markSent(bot, updateId, message) {
      change(bot, updateId, ({ messages }) => ({ messages: [...messages, { ...message, atMs: nowMs() }] }))
    },
    async finish(bot, updateId) {
      change(bot, updateId, () => ({ state: 'done', endedAtMs: nowMs() }))
    },
    fail: async (bot, updateId) =>
      change(bot, updateId, ({ failures }) => ({ failures: failures + 1, starts: 0 })).failures,
    async park(bot, updateId, reason) {
      change(bot, updateId, () => ({ state: 'parked', endedAtMs: nowMs(), reason }))
    },
    parked: async (bot, limit) =>
      ofState(bot, 'parked')
        .map(({ updateId, lane, endedAtMs = 0, reason = '' }) => ({
          ...{ updateId, lane, reason },
          parkedAt: new Date(endedAtMs).toISOString(),
        }))
        .sort((left, right) => right.parkedAt.localeCompare(left.parkedAt) || right.updateId - left.updateId)
        .slice(0, limit),
    counts: async (bot) => ({ waiting: ofState(bot, 'waiting').length, parked: ofState(bot, 'parked').length }),
    sentSince: async (bot, sinceMs) =>
      entries
        .filter((entry) => entry.bot === bot)
        .flatMap(({ messages }) => messages)
        .filter(({ atMs, messageId }) => atMs >= sinceMs && messageId > 0)
        .map(({ chat, atMs }) => ({ chat, atMs })),
    async forget(asker) {
      const over = entries.filter((entry) => entry.asker === asker && entry.state !== 'waiting')
      for (const { bot, updateId } of over) change(bot, updateId, () => ({ asker: '', lane: '', reason: '' }))
      return over.length
    },
    async dropBefore(beforeMs) {
      const kept = entries.filter(({ state, endedAtMs = 0 }) => state === 'waiting' || endedAtMs >= beforeMs)
      const dropped = entries.length - kept.length
      entries = kept
      return dropped
    },
    async close() {},
  }
}
