/** Faults on order: what goes wrong between the bot and Telegram, before or after a message is stored. */
import type { Payload } from './payload.ts'

export type FaultKind =
  /** The connection breaks; nothing was done. */
  | { readonly drop: 'before' }
  /** It was done, and the answer never arrives. */
  | { readonly drop: 'after' }
  /** It was done (or not), and the answer is an error of the server: 502 as the HTML page of a proxy. */
  | { readonly status: 500 | 502; readonly stored: boolean }
  /** It was done, and half of the answer arrives: then silence, or the connection breaks. */
  | { readonly half: 'silence' | 'cut' }
  | { readonly retryAfterSeconds: number }
  | { readonly refuse: { readonly code: number; readonly description: string } }
  /** Done at once, answered late. */
  | { readonly delayMs: number }

export type Fault = {
  readonly method: string
  readonly kind: FaultKind
  /** How many calls it befalls; 1 unless given. */
  readonly times?: number
  /** Which calls; all unless given. */
  readonly when?: (payload: Payload) => boolean
}

export type Faults = {
  order(fault: Fault): void
  /** The fault that befalls this call, counted. */
  next(method: string, payload: Payload): FaultKind | undefined
  clear(): void
}

export function createFaults(): Faults {
  const ordered: { fault: Fault; left: number }[] = []
  return {
    order(fault) {
      ordered.push({ fault, left: fault.times ?? 1 })
    },
    next(method, payload) {
      const entry = ordered.find(
        ({ fault, left }) => left > 0 && fault.method === method && (fault.when?.(payload) ?? true),
      )
      if (entry === undefined) return undefined
      entry.left--
      return entry.fault.kind
    },
    clear() {
      ordered.length = 0
    },
  }
}
