import { recordAnswer as keepAnswer, type Occasion } from '../desk/record-answer.ts'
import { startRetention } from '../record/retention.ts'
import type { Answer } from '../types.ts'
import type { Parts } from './parts.ts'

/** How the ledger names whoever asks here. */
export const terminalAsker = 'terminal'

type RecordingParts = Pick<Parts, 'settings' | 'ledger' | 'corpus' | 'log'>

/** Keeps an answer with its evidence record, or only counts it, as the desk does. Never rejects. */
export async function recordAnswer(
  { settings, ledger, corpus, log }: RecordingParts,
  answer: Answer,
  isPrivate: boolean,
  { asker = terminalAsker, ...details }: Partial<Occasion> = {},
): Promise<void> {
  const parts = { settings, ledger, log, index: async () => (await corpus()).index }
  await keepAnswer(parts, answer, isPrivate, { asker, ...details })
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
