import type { Log } from '../log.ts'
import type { Asker, Group, Ledger } from '../ports/ledger.ts'
import { makeRecord, type RecordDetails, type RecordSource } from '../record/make-record.ts'
import type { Answer } from '../types.ts'
import { isKept, type KeepSettings } from './is-kept.ts'
import { toKeptAnswer } from './kept-answer.ts'

export type RecordingParts = {
  readonly settings: KeepSettings
  ledger(): Promise<Ledger>
  index(): Promise<RecordSource>
  readonly log: Pick<Log, 'warn'>
}

/** Who asked, and what is known of how the answer was made beyond the answer itself. */
export type Occasion = Omit<RecordDetails, 'askedAt'> & {
  readonly asker: Asker
  readonly group?: Group
  readonly askedAt?: string
}

/**
 * Keeps an answer with its evidence record, or only counts it; a ledger that is busy or broken never stops an answer.
 * With zero days to keep, nothing is.
 */
export async function recordAnswer(
  { settings, ledger: open, index, log }: RecordingParts,
  answer: Answer,
  isPrivate: boolean,
  { asker, group, askedAt = timeBefore(answer.tookMs), ...details }: Occasion,
): Promise<void> {
  try {
    const ledger = await open()
    if (isKept(settings, isPrivate)) {
      const evidence = await makeRecord(answer, await index(), { askedAt, ...details })
      await ledger.record(toKeptAnswer(answer), evidence, asker, group)
    } else await ledger.countPrivate()
    await ledger.dropOlderThan(settings.keepDays)
  } catch (error) {
    log.warn({ err: error }, 'the answer was given but not recorded')
  }
}

function timeBefore(milliseconds: number): string {
  return new Date(Date.now() - milliseconds).toISOString()
}
