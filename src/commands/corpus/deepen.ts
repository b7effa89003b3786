/** The contextual vectors of what is indexed: made after a run with progress, or in the background of what answers. */
import { UserError } from '../../errors.ts'
import type { Parts } from '../parts.ts'
import { createProgress } from '../progress.ts'

/** Milliseconds between two looks for articles that came in meanwhile. */
const lookEveryMs = 2_000
/** Milliseconds that a single question waits for the vectors of a small corpus to be made. */
const patienceMs = 3_000

/** Makes what is missing. Ended in the middle, it goes on at the next run; meanwhile the articles are found by their words. */
export async function deepenWithProgress(parts: Parts): Promise<void> {
  const models = await parts.contextual()
  if (models?.searches !== true) return
  const progress = createProgress({
    title: 'Reading the articles closely (they can be asked about already)',
    unit: 'passages',
  })
  await models.deepen({ onProgress: ({ done, total }) => progress.update(done, total) }).finally(progress.stop)
}

/** Goes on until it is stopped; what fails is logged and tried again at the next look. */
export function deepenInBackground(parts: Parts): { stop(): Promise<void> } {
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let said: string | undefined
  const look = () => {
    running = deepen(parts, ending.signal)
      .catch((error: unknown) => {
        // A damaged file stays damaged: it is said once, not at every look.
        if (String(error) !== said) warn(parts, error)
        said = String(error)
      })
      .then(() => {
        if (ending.signal.aborted) return
        timer = setTimeout(look, lookEveryMs)
        timer.unref()
      })
  }
  look()
  return {
    async stop() {
      ending.abort()
      clearTimeout(timer)
      await running
    },
  }
}

/** For one question: a small corpus is ready at once, a large one is asked as it is. Throws FileError for a damaged model. */
export async function deepenForAWhile(parts: Parts): Promise<void> {
  const patience = AbortSignal.timeout(patienceMs)
  await deepen(parts, patience).catch((error: unknown) => {
    if (error instanceof UserError) throw error
    warn(parts, error)
  })
}

/** What a person can mend is one line, without a stack. */
function warn({ log }: Parts, error: unknown): void {
  const fields = error instanceof UserError ? { reason: error.message } : { err: error }
  log.warn(fields, 'the vectors of new articles could not be made')
}

async function deepen(parts: Parts, signal: AbortSignal): Promise<void> {
  const models = await parts.contextual()
  if (models?.searches !== true) return
  const { done, total } = await models.progress()
  if (done < total) await models.deepen({ signal })
}
