import type { Answer } from '../types.ts'

/** False for a greeting, thanks, a third language: nothing was looked for, so nothing was not found either. */
export function wasSearched({ status, notice, evidence }: Pick<Answer, 'status' | 'notice' | 'evidence'>): boolean {
  return status !== 'not-found' || notice === undefined || evidence.length > 0
}
