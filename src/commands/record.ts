import { makeRecord, type RecordDetails } from '../record/make-record.ts'
import { startRetention } from '../record/retention.ts'
import type { Answer } from '../types.ts'
import { isKept } from './is-kept.ts'
import type { Parts } from './parts.ts'

/** How the ledger names whoever asks here. */
export const terminalAsker = 'terminal'

/** Who asked, and what is known of how the answer was made beyond the answer itself. */
export type Occasion = Omit<RecordDetails, 'askedAt'> & { readonly asker?: string; readonly askedAt?: string }

/**
 * Keeps an answer with its evidence record, or only counts it; a ledger that is busy or broken never stops an answer.
 * With zero days to keep, nothing is.
 */
export async function recordAnswer(
  parts: Parts,
  answer: Answer,
  isPrivate: boolean,
  { asker = terminalAsker, askedAt = timeBefore(answer.tookMs), ...details }: Occasion = {},
): Promise<void> {
  try {
    const ledger = await parts.ledger()
    if (isKept(parts, isPrivate)) {
      const { index } = await parts.corpus()
      await ledger.record(answer, await makeRecord(answer, index, { askedAt, ...details }), asker)
    } else await ledger.countPrivate()
    await ledger.dropOlderThan(parts.settings.keepDays)
  } catch (error) {
    parts.log.warn({ err: error }, 'the answer was given but not recorded')
  }
}

/**
 * Drops answers older than SOURCIER_KEEP_DAYS now and daily; a ledger that is busy or broken stops nothing.
 * @returns what ends it.
 */
export async function dropOldAnswers({ ledger, settings, log }: Parts): Promise<() => void> {
  const dropOlderThan = async (days: number) => (await ledger()).dropOlderThan(days)
  const reportFault = (error: unknown) => log.warn({ err: error }, 'old answers were not dropped')
  return await startRetention({ dropOlderThan }, { keepDays: settings.keepDays, reportFault })
}

function timeBefore(milliseconds: number): string {
  return new Date(Date.now() - milliseconds).toISOString()
}
