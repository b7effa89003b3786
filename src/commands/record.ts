import type { Answer } from '../types.ts'
import type { Parts } from './parts.ts'

/** How the ledger names whoever asks here. */
export const terminalAsker = 'terminal'

/** Keeps an answer, or only counts it; a ledger that is busy or broken never stops an answer. */
export async function recordAnswer(parts: Parts, answer: Answer, isPrivate: boolean): Promise<void> {
  try {
    const ledger = await parts.ledger()
    if (isPrivate) await ledger.countPrivate()
    else await ledger.record(answer, terminalAsker)
    await ledger.dropOlderThan(parts.settings.keepDays)
  } catch (error) {
    parts.log.warn({ err: error }, 'the answer was given but not recorded')
  }
}
