/**
 * What people want of the bot, from the moment it is on the disk until it is answered: before anybody is told that it
 * arrived. After a crash it is worked again; what was worked out by then is sent as it was.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { DiscordAPIError } from 'discord.js'
import type { Inbox, Unfinished } from '../../../src/inbox.ts'
import type { Log } from '../../../src/log.ts'
import { byAge, type GatewayEvent, numberOf, parseEvent, readEvent, toDelivery } from './event.ts'
import { isPassing } from './passing.ts'
import { type Plan, readPlan } from './plan.ts'

export type ErrandParts = {
  readonly inbox: Inbox
  readonly log: Log
  readonly report: (error: unknown, what: string) => void
  /** The bot's id: the key of its part of the inbox. */
  readonly bot: () => string | undefined
  readonly isStopping: () => boolean
  /** Makes discord.js call the listeners of an event again. */
  readonly replay: (event: GatewayEvent) => void
}

export type Errands = {
  /** Called with every event before discord.js reads it. */
  notice(packet: unknown): void
  /** Discord.js has read the event, and nobody wants anything of us with it. */
  ignore(id: string): void
  /** On the disk first, then `handle`, again and again while Discord is out of reach. Not for what was here before. */
  run(id: string, handle: () => Promise<void>): Promise<void>
  /** What was worked out for it before a crash or a fault. */
  planned(id: string): Plan | undefined
  /** Keeps what is to be sent, before it is sent. */
  plan(id: string, plan: Plan): Promise<void>
  /** Works what an earlier process left behind. */
  recover(): Promise<void>
}

/** Events between discord.js's first word of them and its last. */
const noticedAtMost = 2_000
const firstPauseMs = 500
const longestPauseMs = 8_000
/** For so long after it was asked, what cannot be sent is tried again. */
const patienceMs = 60 * 60 * 1000
/** Faults that are nobody's but ours. */
const failuresAtMost = 3
/** Begun so often without an end: it is what ends the process. Others, or whoever kills it, may have ended it most times. */
const startsAtMost = 20
/** Servers come one after the other: what was asked in one is worked when it is there. */
const lookAgainMs = 2_000
const reasonLength = 200

export function createErrands(parts: ErrandParts): Errands {
  const { inbox, log, report, isStopping } = parts
  const noticed = new Map<string, GatewayEvent>()
  /** Left behind by an earlier process, and not yet handed out by discord.js. */
  const left = new Map<string, Unfinished>()
  const plans = new Map<string, Plan>()

  /** Undefined when it was here before, or is under way. */
  const receive = async (id: string): Promise<Unfinished | 'unkept' | undefined> => {
    const before = left.get(id)
    left.delete(id)
    if (before !== undefined) return before
    const event = noticed.get(id)
    noticed.delete(id)
    const bot = parts.bot()
    if (event === undefined || bot === undefined) return 'unkept'
    try {
      return (await inbox.receive(bot, [toDelivery(event)]))[0]
    } catch (error) {
      report(error, 'a question is not on the disk: it is answered, and lost if the process ends before')
      return 'unkept'
    }
  }

  const work = async (bot: string, id: string, entry: Unfinished, handle: () => Promise<void>): Promise<void> => {
    const number = numberOf(id)
    if (entry.plan !== undefined) plans.set(id, readPlan(entry.plan))
    for (let pause = firstPauseMs; !isStopping(); pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        if ((await inbox.start(bot, number)) > startsAtMost)
          throw new Error(`it ended the process ${startsAtMost} times`)
        await handle()
        // Excused when the program ends: it is answered by the next one.
        if (!isStopping() || plans.has(id))
          await inbox.finish(bot, number, { private: plans.get(id)?.private ?? false })
        return
      } catch (error) {
        if (isStopping()) return
        report(error, 'what a person wanted failed')
        const failures = await inbox.fail(bot, number)
        if (!mayPass(error, entry, failures)) return await inbox.park(bot, number, reasonOf(error))
        await wait(pause, undefined, { ref: false })
      }
    }
  }

  return {
    notice(packet) {
      const event = readEvent(packet)
      if (event === undefined) return
      noticed.set(event.d.id, event)
      for (const oldest of noticed.keys()) {
        if (noticed.size <= noticedAtMost) break
        noticed.delete(oldest)
      }
    },
    ignore: (id) => void noticed.delete(id),
    async run(id, handle) {
      const entry = await receive(id)
      if (entry === undefined) return
      const bot = parts.bot()
      if (entry === 'unkept' || bot === undefined) return await handle()
      await work(bot, id, entry, handle).finally(() => plans.delete(id))
    },
    planned: (id) => plans.get(id),
    async plan(id, plan) {
      plans.set(id, plan)
      const bot = parts.bot()
      if (bot === undefined) return
      await inbox
        .plan(bot, numberOf(id), JSON.stringify(plan))
        .catch((error: unknown) => report(error, 'an answer is not on the disk before it is sent'))
    },
    async recover() {
      const bot = parts.bot()
      if (bot === undefined) return
      const entries = await inbox.unfinished(bot)
      const events = entries.map((entry) => ({ entry, event: parseEvent(entry) }))
      events.sort((one, other) => byAge(one.event, other.event))
      if (events.length > 0) log.info({ questions: events.length }, 'what was left unanswered is answered now')
      for (const { entry, event } of events) left.set(event.d.id, entry)
      const until = Date.now() + patienceMs
      while (left.size > 0 && !isStopping() && Date.now() < until) {
        for (const { event } of events) if (left.has(event.d.id)) parts.replay(event)
        if (left.size > 0) await wait(lookAgainMs, undefined, { ref: false })
      }
    },
  }
}

function mayPass(error: unknown, { receivedAtMs }: Unfinished, failures: number): boolean {
  if (isPassing(error)) return Date.now() - receivedAtMs < patienceMs || failures < failuresAtMost
  return !(error instanceof DiscordAPIError) && failures < failuresAtMost
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.name : 'thrown'
  return `${reason} ${error instanceof DiscordAPIError ? error.code : ''}`.trim().slice(0, reasonLength)
}
