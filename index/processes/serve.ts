/** The other end of `startChild`: answers requests one at a time until whoever started this process goes. */
import type { Failure, NumberedReply, NumberedRequest } from './messages.ts'

/**
 * @param handle what it throws is told as a failure, with the file of a FileError.
 * @param isUrgent goes before what came earlier and is not.
 */
export function serveRequests<Request, Reply>(
  handle: (request: Request) => Reply | Promise<Reply>,
  isUrgent: (request: Request) => boolean = () => true,
): void {
  const waiting: NumberedRequest<Request>[] = []
  let isBusy = false

  const answer = async ({ number, request }: NumberedRequest<Request>): Promise<NumberedReply<Reply>> => {
    try {
      return { number, reply: await handle(request) }
    } catch (error) {
      return { number, ...describe(error) }
    }
  }
  const work = async () => {
    if (isBusy) return
    isBusy = true
    while (waiting.length > 0) {
      const urgent = waiting.findIndex(({ request }) => isUrgent(request))
      const [next] = waiting.splice(Math.max(0, urgent), 1)
      if (next === undefined) break
      process.send?.(await answer(next))
      // What came in meanwhile is heard before the next turn is chosen.
      await new Promise((resolve) => setImmediate(resolve))
    }
    isBusy = false
  }
  process.on('message', (request: NumberedRequest<Request>) => {
    waiting.push(request)
    void work()
  })
  // Ctrl-C reaches the whole group: who started this process decides when it ends.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => undefined)
  process.on('disconnect', () => process.exit(0))
}

function describe(error: unknown): Failure {
  const failure = error instanceof Error ? error.message : String(error)
  return error instanceof Error && 'file' in error ? { failure, file: String(error.file) } : { failure }
}
