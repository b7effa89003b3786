import type { Asker } from '../ports/ledger.ts'

/** A question on its way; whoever says "forget" meanwhile wants nothing of it kept either. */
export type Flight = {
  readonly isForgotten: () => boolean
  /** Keeps what is to be kept; `forget` waits for it, so that nothing is kept behind its back. */
  keep(work: () => Promise<void>): Promise<void>
  end(): void
}

type Underway = { readonly asker: Asker; forgotten: boolean; keeping: Promise<void> }

export type Flights = {
  begin(asker: Asker): Flight
  /** Marks the questions of an asker; resolves when none of them is just being kept. */
  forget(asker: Asker): Promise<void>
}

export function createFlights(): Flights {
  const all = new Set<Underway>()
  return {
    begin(asker) {
      const flight: Underway = { asker, forgotten: false, keeping: Promise.resolve() }
      all.add(flight)
      return {
        isForgotten: () => flight.forgotten,
        keep(work) {
          flight.keeping = work()
          return flight.keeping
        },
        end: () => all.delete(flight),
      }
    },
    async forget(asker) {
      const of = [...all].filter((flight) => flight.asker === asker)
      for (const flight of of) flight.forgotten = true
      await Promise.allSettled(of.map(({ keeping }) => keeping))
    },
  }
}
