/**
 * What the bot is doing. Acknowledgements come before answers: answering takes the event loop for a while, and Discord
 * waits 3 s for the first word of every interaction.
 */
import { setTimeout as wait } from 'node:timers/promises'
import PQueue from 'p-queue'

export type Work = {
  /** Follows a piece of work to its end, so that a stop can wait for it. */
  track<T>(piece: Promise<T>): Promise<T>
  /** What must be done within 3 s. */
  acknowledge<T>(call: () => Promise<T>): Promise<T>
  /** What takes time: a few at once, and none begins while an acknowledgement is under way. */
  answer<T>(call: () => Promise<T>): Promise<T>
  /** Waits for the tracked work, at most so many milliseconds; false when some of it was not finished. */
  finish(patienceMs: number): Promise<boolean>
}

/** Milliseconds that an answer lets acknowledgements pass before it begins nevertheless. */
const courtesyMs = 1_000
const lookMs = 5

/** @param answersAtOnce more than one only helps where a model is waited for. */
export function createWork(answersAtOnce: number): Work {
  const queue = new PQueue({ concurrency: answersAtOnce })
  const tracked = new Set<Promise<unknown>>()
  let acknowledging = 0
  const letPass = async () => {
    const until = Date.now() + courtesyMs
    do await wait(lookMs)
    while (acknowledging > 0 && Date.now() < until)
  }
  return {
    track(piece) {
      const settled = piece.then(
        () => undefined,
        () => undefined,
      )
      tracked.add(settled)
      void settled.then(() => tracked.delete(settled))
      return piece
    },
    async acknowledge(call) {
      acknowledging += 1
      try {
        return await call()
      } finally {
        acknowledging -= 1
      }
    },
    answer: (call) =>
      queue.add(async () => {
        await letPass()
        return await call()
      }),
    async finish(patienceMs) {
      const timeout = new AbortController()
      const late = wait(patienceMs, false, { signal: timeout.signal }).catch(() => false)
      const done = Promise.all(tracked).then(() => true)
      return await Promise.race([done, late]).finally(() => timeout.abort())
    },
  }
}
