/**
 * Works what is in the inbox: lane by lane in order, lanes beside each other. What is to be sent is worked out once, kept,
 * then sent step by step, each marked: a crash at any moment repeats at most the one message that was not marked yet.
 */
import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import PQueue from 'p-queue'
import type { Inbox, Unfinished } from '../../../src/inbox.ts'
import type { Log } from '../../../src/log.ts'
import { cleanLine } from '../../../src/rendering/cutting/clean.ts'
import { cutText } from '../../../src/rendering/cutting/cut.ts'
import type { Presence } from '../connection/presence.ts'
import { consequenceOf } from '../connection/telegram-errors.ts'
import { BadStepError, type Deliver } from '../messages/deliver.ts'
import { nothing, type Plan, readPlan, type Step } from './steps.ts'
import { readUpdate } from './update.ts'

export type WorkerParts = {
  readonly inbox: Inbox
  /** The bot's id: the key of its part of the inbox. */
  readonly bot: string
  readonly deliver: Deliver
  readonly log: Log
  /** Works out what is to be sent; sends nothing itself. */
  answer(update: Update, presence: Presence): Promise<Plan>
  /** What is said when that failed for the last time; and when nobody knows whether it was sent. */
  apologise(update: Update): Plan
  explainUnknown(step: Step, plan: Plan): Step | undefined
  createPresence(placeholder: number | undefined, keepPlaceholder: (messageId: number) => Promise<void>): Presence
  onParked(reason: string): void
  onDead(reason: string): void
}

export type Worker = {
  /** In the order given. */
  add(updates: readonly Unfinished[]): void
  /** Finishes what is under way, for so long; the rest stays in the inbox. */
  stop(graceMs: number): Promise<void>
}

/**
 * Worked out at once; sending, which waits for Telegram's limits, takes no place. More than the questions that the desk
 * takes at once, so that who wants something else does not wait for a model that writes for others.
 */
const AT_ONCE = 32
const FAILURES = 3
/** Begun so often without an end: it is what ends the process. Others, or whoever kills it, may have ended it most times. */
const STARTS = 20
/** What maintainers are told, in UTF-16 units. */
const REASON_LIMIT = 200
const PAUSE_AFTER_FAILURE_MS = 1_000
/** Later than this Telegram takes no answer to an inline query. */
const INLINE_LIFE_MS = 8_000

export function createWorker(parts: WorkerParts): Worker {
  const { inbox, bot, deliver, log } = parts
  const places = new PQueue({ concurrency: AT_ONCE })
  /** For what is of no use later. */
  const urgentPlaces = new PQueue({ concurrency: AT_ONCE })
  const lanes = new Map<string, Unfinished[]>()
  const running = new Set<Promise<void>>()
  const stopping = new AbortController()
  const { signal } = stopping
  // Every chat that waits for its turn listens: more than ten are no leak.
  setMaxListeners(0, signal)
  let isStopping = false

  const run = async (lane: string, waiting: Unfinished[]): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (isStopping) break
      await work(next, isSuperseded(next, waiting)).catch((error: unknown) => {
        if (!isStopping) log.error({ err: error, update: next?.updateId }, 'an update stays in the inbox')
      })
    }
    lanes.delete(lane)
  }

  const work = async (entry: Unfinished, isTooLate: boolean): Promise<void> => {
    const { updateId } = entry
    if (isTooLate) return inbox.finish(bot, updateId, { private: true })
    for (let current = entry; !isStopping; ) {
      try {
        const plan = await planOf(current)
        await sendAll(current, plan.plan, plan.placeholder)
        return await inbox.finish(bot, updateId, { private: plan.plan.private })
      } catch (error) {
        // Nothing is held against an update that was given up because the program ends.
        if (isStopping) throw error
        if (consequenceOf(error) === 'dead') return parts.onDead('Telegram refuses SOURCIER_TELEGRAM_TOKEN')
        log.error({ err: error, update: updateId }, 'an update failed')
        const failures = await inbox.fail(bot, updateId)
        if (failures >= FAILURES || error instanceof BadStepError) return await park(current, error)
        await wait(failures * PAUSE_AFTER_FAILURE_MS, undefined, { signal })
        current = (await inbox.unfinished(bot)).find((one) => one.updateId === updateId) ?? current
      }
    }
  }

  const planOf = async (entry: Unfinished): Promise<{ plan: Plan; placeholder: number | undefined }> => {
    const { updateId } = entry
    if (entry.plan !== undefined) return { plan: readPlan(entry.plan), placeholder: entry.placeholder }
    const presence = parts.createPresence(entry.placeholder, (messageId) => inbox.holdPlace(bot, updateId, messageId))
    try {
      const plan = await (isUrgent(entry) ? urgentPlaces : places).add(() => answerOnce(entry, presence))
      await inbox.plan(bot, updateId, JSON.stringify(plan))
      return { plan, placeholder: await presence.stop() }
    } finally {
      await presence.stop()
    }
  }

  const answerOnce = async (entry: Unfinished, presence: Presence): Promise<Plan> => {
    if (isStopping) throw new Error('stopping')
    const starts = await inbox.start(bot, entry.updateId)
    if (starts > STARTS) throw new BadStepError(`it ended the process ${STARTS} times`)
    return await parts.answer(readUpdate(JSON.parse(entry.payload)), presence)
  }

  const sendAll = async ({ updateId, sent }: Unfinished, plan: Plan, placeholder: number | undefined) => {
    let { steps } = plan
    for (let position = sent.length; position < steps.length; position++) {
      const step = steps[position]
      if (step === undefined) return
      const delivered = await deliver(step, signal, position === 0 ? placeholder : undefined)
      if (delivered.outcome === 'unwanted') return
      const explanation = delivered.outcome === 'unknown' ? parts.explainUnknown(step, plan) : undefined
      if (explanation !== undefined && steps.length === plan.steps.length) {
        // Kept with the rest, once, so that it is told whatever happens now.
        steps = [...steps, explanation]
        await inbox.plan(bot, updateId, JSON.stringify({ ...plan, steps }))
      }
      const messageId = delivered.outcome === 'sent' ? delivered.messageId : 0
      await inbox.markSent(bot, updateId, { chat: 'chat' in step ? String(step.chat) : '', messageId })
    }
  }

  const park = async (entry: Unfinished, error: unknown): Promise<void> => {
    const reason = cutText(cleanLine(error instanceof Error ? error.message : 'unknown'), REASON_LIMIT)
    const update = readUpdate(JSON.parse(entry.payload))
    await inbox.park(bot, entry.updateId, reason)
    parts.onParked(reason)
    const apology = entry.sent.length > 0 ? nothing : parts.apologise(update)
    for (const step of apology.steps) await deliver(step, signal, entry.placeholder)
  }

  return {
    add(updates) {
      for (const update of updates) {
        const waiting = lanes.get(update.lane)
        if (waiting !== undefined) {
          waiting.push(update)
          continue
        }
        const started = [update]
        lanes.set(update.lane, started)
        // Not before all of them are in: whether one is superseded shows then.
        const done = Promise.resolve().then(() => run(update.lane, started))
        running.add(done)
        void done.finally(() => running.delete(done))
      }
    },
    async stop(graceMs) {
      isStopping = true
      const grace = new AbortController()
      const all = Promise.allSettled([...running])
      await Promise.race([all, wait(graceMs, undefined, { signal: grace.signal }).catch(() => undefined)])
      grace.abort()
      stopping.abort()
    },
  }
}

/** Of a person's inline queries only the newest is looked at, and no old one at all. */
function isSuperseded({ lane, receivedAtMs }: Unfinished, waiting: readonly Unfinished[]): boolean {
  return lane.startsWith('inline:') && (waiting.length > 0 || Date.now() - receivedAtMs > INLINE_LIFE_MS)
}

/** A press or an inline query is of no use later. */
function isUrgent({ lane }: Unfinished): boolean {
  return !lane.startsWith('chat:')
}
