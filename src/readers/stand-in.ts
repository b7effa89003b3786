/** A reader that is elsewhere, and one at hand that reads what the first does not: too slow, out of reach, not in form. */
import type { Reader } from '../ports/reader.ts'
import { ChatError } from '../writing/chat-model.ts'
import { createReader, type Readings } from './create-reader.ts'

/** Milliseconds of the time given that are kept for the stand-in: it reads ten stretches in a tenth of that. */
const reservedMs = 2_500

export type StandInOptions = {
  readonly reader: Reader
  /** Closed by whoever opened it. */
  readonly standIn: Reader
  /** Told each time, in a few words without what was asked. */
  readonly onFailure: (reason: string) => void
}

export function withStandIn({ reader, standIn, onFailure }: StandInOptions): Reader {
  const { modelId, patienceMs } = reader
  return createReader({
    modelId,
    ...(patienceMs !== undefined && { patienceMs }),
    async read(question, stretches, limitMs, signal) {
      const until = performance.now() + limitMs
      const first = await reader
        .read(question, stretches, limitMs - Math.min(reservedMs, limitMs / 2), signal)
        .catch((error: unknown): Readings => {
          if (!(error instanceof ChatError)) throw error
          onFailure(error.message)
          return []
        })
      const unread = stretches.filter((_, at) => first[at] === undefined)
      if (unread.length === 0) return first
      if (first.length > 0) onFailure('the model took too long')
      const rest = await standIn.read(question, unread, until - performance.now(), signal)
      let next = 0
      return stretches.map((_, at) => {
        const own = first[at]
        if (own !== undefined) return own
        next += 1
        return rest[next - 1]
      })
    },
    close: () => reader.close(),
  })
}
