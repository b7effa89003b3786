/** What every reader owes its callers, said once: no work for nothing, an end when asked for, a probability a sentence. */
import type { Reader, Stretch, StretchReading } from '../ports/reader.ts'

export type Readings = readonly (StretchReading | undefined)[]

/** What one reader does in its own way. It is asked only when there is something to read, and time. */
export type ReaderParts = {
  readonly modelId: string
  readonly patienceMs?: number
  /** @param signal aborted when nobody waits any more: what can be ended should be. */
  read(question: string, stretches: readonly Stretch[], limitMs: number, signal: AbortSignal): Promise<Readings>
  /** Called once. */
  close?(): Promise<void>
}

export function createReader({ modelId, patienceMs, read, close }: ReaderParts): Reader {
  const underWay = new Set<AbortController>()
  let closing: Promise<void> | undefined
  const closedError = () => new Error(`the reader ${modelId} was closed`)

  return {
    modelId,
    ...(patienceMs !== undefined && { patienceMs }),
    async read(question, stretches, limitMs, signal) {
      if (closing !== undefined) throw closedError()
      signal?.throwIfAborted()
      if (stretches.length === 0) return []
      if (!(limitMs > 0)) return stretches.map(() => undefined)
      const ending = new AbortController()
      const leave = () => ending.abort(signal?.reason)
      signal?.addEventListener('abort', leave, { once: true })
      underWay.add(ending)
      try {
        const readings = await untilAborted(read(question, stretches, limitMs, ending.signal), ending.signal)
        refuseWrongForm(modelId, stretches, readings)
        return readings
      } finally {
        underWay.delete(ending)
        signal?.removeEventListener('abort', leave)
      }
    },
    async close() {
      closing ??= (async () => {
        for (const ending of underWay) ending.abort(closedError())
        await close?.()
      })()
      await closing
    },
  }
}

/** Waits for the work, or until the signal: then its reason is thrown and the work goes on alone. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** A number that is no probability would be ranked among the others without a word. */
function refuseWrongForm(modelId: string, stretches: readonly Stretch[], readings: Readings): void {
  const isRight =
    readings.length === stretches.length &&
    readings.every(
      (reading, at) =>
        reading === undefined ||
        (reading.sentences.length === stretches[at]?.sentences.length &&
          [reading.holds, ...reading.sentences].every((value) => value >= 0 && value <= 1)),
    )
  if (!isRight) throw new Error(`the reader ${modelId} gave no probability for each sentence`)
}
