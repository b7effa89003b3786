import { setImmediate as giveWay } from 'node:timers/promises'
import PQueue from 'p-queue'

/** Questions at once while a model writes: most of their time they wait for it. */
const whileModelWrites = 8

/** Does pieces of work in the order in which they came. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>

/**
 * Answering is work for the one event loop: two at once would both be late, and a hundred would let nothing else happen.
 * So one after the other, and between two whoever else waits (a heartbeat, a button, a signal) gets a turn.
 * @param withModel whether a language model is waited for: then several are under way, begun in order.
 */
export function createTurns(withModel: boolean): Turns {
  const queue = new PQueue({ concurrency: withModel ? whileModelWrites : 1 })
  return (work) =>
    queue.add(async () => {
      await giveWay()
      return await work()
    })
}
