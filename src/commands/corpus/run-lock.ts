import { toPrintableLine } from '../../../adapters/terminal/printable.ts'
import { takeRunLock } from '../../../index/run-lock.ts'
import type { Parts } from '../parts.ts'

/**
 * Runs what changes the corpus while nobody else does, in this or another process; says whom it waits for.
 * @throws UserError when the other goes on for longer than a minute.
 */
export async function withRunLock<Result>(
  { dataFolder, output }: Parts,
  purpose: string,
  run: () => Promise<Result>,
): Promise<Result> {
  const lock = await takeRunLock({
    dataFolder,
    purpose,
    onWait: (holder) => {
      const who = holder === undefined ? 'another process' : `"${holder.purpose}" of process ${holder.pid}`
      output.note(toPrintableLine(`Waiting for ${who}, which is changing the corpus.`))
    },
  })
  try {
    return await run()
  } finally {
    lock.release()
  }
}
