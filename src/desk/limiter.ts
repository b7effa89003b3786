import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Asker } from '../ports/ledger.ts'
import type { Allowance } from './types.ts'

const windowSeconds = 60
/** Of a group, as many times what one person may: a hundred people who ask at once are nobody's abuse. */
const usualPersons = 30

/**
 * Counts uses in windows of a minute that begin with a first use, by person and by group, the same on every platform.
 * What is refused does not count: whoever is refused is not kept waiting longer for trying.
 * @param ratePerMinute uses a minute and person.
 * @param personsOfGroup how many times that a group may use.
 */
export function createLimiter(
  ratePerMinute: number,
  personsOfGroup = usualPersons,
): (asker: Asker, group?: string) => Promise<Allowance> {
  const persons = new RateLimiterMemory({ points: ratePerMinute, duration: windowSeconds })
  const groups = new RateLimiterMemory({ points: ratePerMinute * personsOfGroup, duration: windowSeconds })
  return async (asker, group) => {
    const used = [await persons.get(asker), group === undefined ? null : await groups.get(group)]
    const full = used.filter((window) => window !== null && window.remainingPoints <= 0)
    if (full.length > 0) return refuse(full)
    try {
      await persons.consume(asker)
      if (group !== undefined) await groups.consume(group)
      return { allowed: true }
    } catch (error) {
      // Somebody else took the last place in between.
      if (error instanceof RateLimiterRes) return refuse([error])
      throw error
    }
  }
}

function refuse(windows: readonly (RateLimiterRes | null)[]): Allowance {
  const waitMs = Math.max(...windows.map((window) => window?.msBeforeNext ?? 0))
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
}
