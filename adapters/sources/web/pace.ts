/** How fast we ask: a guest, not a flood. */
import { setTimeout as wait } from 'node:timers/promises'
import PQueue from 'p-queue'

export type Pace = {
  /**
   * Runs when its turn comes: one at a time and host, with a pause between two.
   * @param pauseMs how long the host is left alone afterwards.
   */
  run<Result>(host: string, pauseMs: () => number, task: () => Promise<Result>): Promise<Result>
}

/** @param atOnce requests under way over all hosts. */
export function createPace(atOnce: number): Pace {
  const all = new PQueue({ concurrency: atOnce })
  const hosts = new Map<string, Promise<unknown>>()
  /** When each host may be asked again, in milliseconds of the clock. */
  const free = new Map<string, number>()
  return {
    run(host, pauseMs, task) {
      const before = hosts.get(host) ?? Promise.resolve()
      // Who waits for a host does not hold up the others; nobody waits after the last one.
      const turn = before
        .then(() => wait(Math.max(0, (free.get(host) ?? 0) - Date.now())))
        .then(() => all.add(task))
        .finally(() => free.set(host, Date.now() + pauseMs()))
      hosts.set(
        host,
        turn.catch(() => undefined),
      )
      return turn
    },
  }
}
