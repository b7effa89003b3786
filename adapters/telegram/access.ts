/** Who may ask: everybody, or those who are invited; and how often. */
import type { Desk } from '../../src/desk/types.ts'
import { askerOf } from './updates/update.ts'

export type Visit = { readonly personId: number; readonly chatId: number; readonly isGroup: boolean }

export type Access = {
  isInvited(visit: Pick<Visit, 'personId' | 'chatId'>): boolean
  /** `wait`: said once in the time to wait, `hush` from then on. */
  admit(visit: Visit): Promise<{ readonly kind: 'go' | 'hush' } | { readonly kind: 'wait'; readonly seconds: number }>
}

const REMEMBERED_PERSONS = 10_000

/** @param allowed ids of people and groups; none: everybody. */
export function createAccess(desk: Pick<Desk, 'allow' | 'isMaintainer'>, allowed: readonly number[]): Access {
  const invited = new Set(allowed)
  /** Until when a person was told to wait. */
  const told = new Map<string, number>()
  return {
    isInvited: ({ personId, chatId }) =>
      invited.size === 0 || invited.has(personId) || invited.has(chatId) || desk.isMaintainer(askerOf(personId)),
    async admit({ personId, chatId, isGroup }) {
      const allowance = await desk.allow(askerOf(personId), isGroup ? `telegram:${chatId}` : undefined)
      if (allowance.allowed) return { kind: 'go' }
      const key = `${personId} ${chatId}`
      if ((told.get(key) ?? 0) > Date.now()) return { kind: 'hush' }
      if (told.size >= REMEMBERED_PERSONS) told.clear()
      told.set(key, Date.now() + allowance.retryAfterSeconds * 1000)
      return { kind: 'wait', seconds: allowance.retryAfterSeconds }
    },
  }
}
