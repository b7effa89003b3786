/** How fast Telegram lets a bot send, kept by counting what is under way and what was done a window ago. */
import { setTimeout as wait } from 'node:timers/promises'

export type Limit = {
  readonly count: number
  readonly windowMs: number
}

/** About 1 message a second in a chat, 20 a minute in a group, 30 a second over all, each with a little room. */
const telegramLimits = {
  chat: { count: 1, windowMs: 1_050 },
  group: { count: 19, windowMs: 60_500 },
  all: { count: 28, windowMs: 1_050 },
} satisfies Readonly<Record<string, Limit>>

export type Clock = {
  now(): number
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export type Limiter = {
  /** Waits until a message may go to the chat, then runs `send`; in the order called, chat by chat. */
  send<Result>(chat: number, send: () => Promise<Result>, signal?: AbortSignal): Promise<Result>
  /** Waits for room among all calls only: for what is no message. */
  call<Result>(call: () => Promise<Result>, signal?: AbortSignal): Promise<Result>
  /** Counts a message that was sent before this process began. */
  remember(chat: number, atMs: number): void
}

const realClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
}

/** A window that slides; a fixed one would let twice as many through around its end. */
type Window = { underWay: number; done: number[]; readonly limit: Limit }

/** Above this many chats, those that were silent for longer than any window are forgotten. */
const REMEMBERED_CHATS = 1_000

export function createLimiter(limits = telegramLimits, clock: Clock = realClock): Limiter {
  const all: Window = newWindow(limits.all)
  const chats = new Map<number, { readonly windows: readonly Window[]; tail: Promise<unknown>; queued: number }>()

  const chatOf = (chat: number) => {
    const known = chats.get(chat)
    if (known !== undefined) return known
    if (chats.size >= REMEMBERED_CHATS) forgetSilent()
    const own = [newWindow(limits.chat), ...(isGroup(chat) ? [newWindow(limits.group)] : [])]
    const made = { windows: own, tail: Promise.resolve(), queued: 0 }
    chats.set(chat, made)
    return made
  }
  const forgetSilent = () => {
    const now = clock.now()
    for (const [chat, { windows, queued }] of chats) {
      if (queued === 0 && windows.every((window) => delayOf(window, now) === 0 && window.done.length === 0)) {
        chats.delete(chat)
      }
    }
  }

  /** Room is looked for and taken in one go, so that nobody else takes it in between. */
  const take = async (windows: readonly Window[], signal?: AbortSignal): Promise<void> => {
    for (;;) {
      signal?.throwIfAborted()
      const delay = Math.max(...windows.map((window) => delayOf(window, clock.now())))
      if (delay === 0) break
      await clock.wait(delay, signal)
    }
    for (const window of windows) window.underWay += 1
  }
  /** Counted from its end: the next one arrives a whole window after this one, however slow the way. */
  const release = (windows: readonly Window[]) => {
    for (const window of windows) {
      window.underWay -= 1
      window.done.push(clock.now())
    }
  }
  const run = async <Result>(windows: readonly Window[], work: () => Promise<Result>, signal?: AbortSignal) => {
    await take(windows, signal)
    try {
      return await work()
    } finally {
      release(windows)
    }
  }

  return {
    async send(chat, send, signal) {
      const state = chatOf(chat)
      state.queued += 1
      const turn = state.tail.then(() => run([...state.windows, all], send, signal))
      state.tail = turn.catch(() => undefined)
      return turn.finally(() => {
        state.queued -= 1
      })
    },
    call: (call, signal) => run([all], call, signal),
    remember(chat, atMs) {
      for (const window of [...chatOf(chat).windows, all]) window.done.push(atMs)
    },
  }
}

/** Groups, supergroups and channels have negative ids. */
function isGroup(chat: number): boolean {
  return chat < 0
}

function newWindow(limit: Limit): Window {
  return { underWay: 0, done: [], limit }
}

/** How soon there may be room, in milliseconds; 0 when there is. */
function delayOf(window: Window, now: number): number {
  const { limit, underWay } = window
  window.done = window.done.filter((at) => now - at < limit.windowMs)
  const used = window.done.length + underWay
  if (used < limit.count) return 0
  const oldest = window.done[0]
  // All of it is under way: its end is not known.
  const POLL_MS = 20
  return oldest === undefined ? POLL_MS : Math.max(1, oldest + limit.windowMs - now)
}
