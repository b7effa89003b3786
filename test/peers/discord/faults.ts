/** What goes wrong on order: the next requests that match are answered badly, then all is well again. */

type Misdeed =
  /** The connection breaks before or after the server did what was asked. */
  | { readonly kind: 'drop'; readonly stored: boolean }
  /** The server did what was asked, and the connection breaks amid its answer. */
  | { readonly kind: 'cut-answer' }
  /** A 5xx before or after the server did what was asked. */
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504; readonly stored: boolean }
  | { readonly kind: 'delay'; readonly delayMs: number }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number; readonly scope: 'user' | 'global' | 'shared' }

export type Fault = Misdeed & {
  /** `POST`, `PATCH` … ; none: any. */
  readonly method?: string
  /** Of the path after the version: `/channels/1/messages`. */
  readonly path?: RegExp
  /** How many requests; 1 unless given. */
  readonly times?: number
}

export type Faults = {
  order(fault: Fault): void
  /** The fault for a request, which is then used up once. */
  take(method: string, path: string): Fault | undefined
  /** How many faults happened so far. */
  readonly happened: () => number
  /** How many of a kind happened. */
  happenedOf(kind: Misdeed['kind']): number
  clear(): void
}

export function createFaults(): Faults {
  let ordered: { readonly fault: Fault; left: number }[] = []
  let happened = 0
  const kinds = new Map<Misdeed['kind'], number>()
  return {
    order: (fault) => ordered.push({ fault, left: fault.times ?? 1 }),
    take(method, path) {
      const entry = ordered.find(
        ({ fault, left }) => left > 0 && (fault.method ?? method) === method && (fault.path?.test(path) ?? true),
      )
      if (entry === undefined) return undefined
      entry.left -= 1
      happened += 1
      kinds.set(entry.fault.kind, (kinds.get(entry.fault.kind) ?? 0) + 1)
      return entry.fault
    },
    happened: () => happened,
    happenedOf: (kind) => kinds.get(kind) ?? 0,
    clear() {
      ordered = []
    },
  }
}
