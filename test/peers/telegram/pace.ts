/** Counts what a bot sends against Telegram's limits, and tells when it would have to wait. */

export type Limits = {
  /** Milliseconds between messages in one chat. Telegram: about 1,000. */
  readonly chatIntervalMs: number
  /** Messages in one group within its window. Telegram: 20 a minute. */
  readonly group: { readonly count: number; readonly windowMs: number }
  /** Messages over all chats within a window. Telegram: about 30 a second. */
  readonly overall: { readonly count: number; readonly windowMs: number }
  /** A message may be so much earlier than its turn (a late one before it, a slow machine) without a sustained gain. */
  readonly toleranceMs: number
}

export const telegramLimits: Limits = {
  chatIntervalMs: 1_000,
  group: { count: 20, windowMs: 60_000 },
  overall: { count: 30, windowMs: 1_000 },
  toleranceMs: 250,
}

/** The same rules on a clock that runs so many times faster. */
export function hasten(times: number, limits: Limits = telegramLimits): Limits {
  return {
    chatIntervalMs: limits.chatIntervalMs / times,
    group: { ...limits.group, windowMs: limits.group.windowMs / times },
    overall: { ...limits.overall, windowMs: limits.overall.windowMs / times },
    toleranceMs: limits.toleranceMs,
  }
}

export type PaceCounts = {
  readonly messages: number
  readonly violations: { readonly chat: number; readonly group: number; readonly overall: number }
  /** The most within one window of the overall limit, and within one of a group. */
  readonly mostOverall: number
  readonly mostInGroup: number
  /** The shortest time between two messages of one chat; undefined while there was no second. */
  readonly leastGapMs?: number
}

export type Pace = {
  /** Counts a message; returns the milliseconds that it came too early, 0 when it was in time. */
  count(chatId: number): number
  counts(): PaceCounts
}

export function createPace(limits: Limits, now: () => number = () => performance.now()): Pace {
  /** When the next message of a chat is due (the generic cell rate algorithm): jitter is forgiven, a faster pace is not. */
  const due = new Map<number, number>()
  const last = new Map<number, number>()
  const inGroups = new Map<number, number[]>()
  const all: number[] = []
  const violations = { chat: 0, group: 0, overall: 0 }
  let messages = 0
  let mostOverall = 0
  let mostInGroup = 0
  let leastGapMs = Number.POSITIVE_INFINITY

  const countWindow = (times: number[], windowMs: number, at: number): number => {
    times.push(at)
    while ((times[0] ?? at) <= at - windowMs) times.shift()
    return times.length
  }

  return {
    count(chatId) {
      const at = now()
      messages++
      leastGapMs = Math.min(leastGapMs, at - (last.get(chatId) ?? Number.NEGATIVE_INFINITY))
      last.set(chatId, at)
      const turn = due.get(chatId) ?? at
      due.set(chatId, Math.max(turn, at) + limits.chatIntervalMs)
      const early = at < turn - limits.toleranceMs ? turn - at : 0
      if (early > 0) violations.chat++
      const overall = countWindow(all, limits.overall.windowMs, at)
      mostOverall = Math.max(mostOverall, overall)
      if (overall > limits.overall.count) violations.overall++
      if (chatId > 0) return early
      const times = inGroups.get(chatId) ?? []
      inGroups.set(chatId, times)
      const grouped = countWindow(times, limits.group.windowMs, at)
      mostInGroup = Math.max(mostInGroup, grouped)
      if (grouped <= limits.group.count) return early
      violations.group++
      return Math.max(early, (times[0] ?? at) + limits.group.windowMs - at)
    },
    counts: () => ({
      messages,
      violations: { ...violations },
      mostOverall,
      mostInGroup,
      ...(Number.isFinite(leastGapMs) && { leastGapMs }),
    }),
  }
}
