/**
 * Discord takes 50 requests a second of a bot. discord.js counts by seconds of its own, which are not Discord's: under a
 * rush the end of one and the beginning of the next fell into one of Discord's, and requests were refused.
 */
import { setTimeout as waitFor } from 'node:timers/promises'

const requestsAtMost = 50
/** Milliseconds; longer than a second by what some requests may be on their way longer than others. */
const stretchMs = 1_200
/** Commands, buttons and what belongs to them: Discord does not count these over all. */
const uncounted = /\/(?:interactions|webhooks)\//

type Clock = { readonly now: () => number; readonly wait: (ms: number) => Promise<unknown> }

/** @returns what a request waits for before it is sent, in the order in which they came. */
export function createPace({ now, wait }: Clock = { now: Date.now, wait: waitFor }): (url: string) => Promise<void> {
  const sent: number[] = []
  let turn = Promise.resolve()
  return (url) => {
    if (uncounted.test(url)) return Promise.resolve()
    turn = turn.then(async () => {
      const earliest = sent.length < requestsAtMost ? 0 : (sent.shift() ?? 0) + stretchMs
      while (now() < earliest) await wait(earliest - now())
      sent.push(now())
    })
    return turn
  }
}
