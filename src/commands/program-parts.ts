import { InvalidArgumentError } from 'commander'
import type { Parts } from './parts.ts'

/** Opens the parts, runs, closes them; the number is the exit status. */
export type RunWithParts = (run: (parts: Parts) => Promise<number>) => Promise<void>

export function parseRevision(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be the number of a revision.')
  return Number(text)
}

/** Up to a week. */
export function parseMinutes(text: string): number {
  const minutes = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0
  if (minutes < 1 || minutes > 10_080) throw new InvalidArgumentError('It must be a number of minutes, 1 to 10080.')
  return minutes
}
