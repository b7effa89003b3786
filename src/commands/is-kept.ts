import type { Parts } from './parts.ts'

/** Whether answers are kept: then their ids open a proof. */
export function isKept({ settings }: Pick<Parts, 'settings'>, isPrivate: boolean): boolean {
  return !isPrivate && !settings.privateByDefault && settings.keepDays > 0
}
