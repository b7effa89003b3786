import { setTimeout as wait } from 'node:timers/promises'
import { explain, isBusy } from '../sqlite/database.ts'
import { ledgerSchema } from './schema.ts'

const FIRST_PAUSE_MS = 10
const LONGEST_PAUSE_MS = 200

/**
 * Runs a short piece of synchronous work again, with growing pauses in which everything else goes on, while another
 * process writes. Throws UserError when the file cannot be used or is busy for longer than `patienceMs`.
 */
export async function retryWhileBusy<Result>(work: () => Result, file: string, patienceMs: number): Promise<Result> {
  const deadline = Date.now() + patienceMs
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || Date.now() + pause > deadline) throw explain(error, file, ledgerSchema)
    }
    await wait(pause)
  }
}
