import type { Ledger } from '../ports/ledger.ts'

export type RetentionOptions = {
  /** SOURCIER_KEEP_DAYS. */
  readonly keepDays: number
  /** Called when the ledger is busy or broken; the next day it is tried again. */
  reportFault(error: unknown): void
}

const dayMs = 24 * 60 * 60 * 1000

/**
 * Drops what is older than the days to keep, at once and then daily while the program runs; does not keep it running.
 * Resolves when the first drop is done; never rejects. The function it gives ends it.
 */
export async function startRetention(
  ledger: Pick<Ledger, 'dropOlderThan'>,
  { keepDays, reportFault }: RetentionOptions,
): Promise<() => void> {
  const drop = async (): Promise<void> => {
    try {
      await ledger.dropOlderThan(keepDays)
    } catch (error) {
      reportFault(error)
    }
  }
  await drop()
  const timer = setInterval(() => void drop(), dayMs)
  timer.unref()
  return () => clearInterval(timer)
}
