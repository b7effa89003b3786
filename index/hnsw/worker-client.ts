import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { WorkerReply, WorkerRequest } from './worker-messages.ts'

/** One worker and the requests under way in it. */
export type WorkerClient = {
  /** Throws when the worker refuses, has died or was closed. */
  ask(request: WorkerRequest): Promise<WorkerReply>
  isAlive(): boolean
  close(): Promise<void>
}

type Waiting = { readonly resolve: (reply: WorkerReply) => void; readonly reject: (error: Error) => void }

/**
 * Starts a worker: a process, not a thread. Ending a thread, or the process around it, in the middle of a search aborts
 * everything (hnswlib-node 3.0.0, 6 of 6 times), and so may a damaged file; a process dies alone.
 */
export function startWorker(): WorkerClient {
  const worker = fork(entry(), {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const waiting = new Map<number, Waiting>()
  let next = 0
  let ended: Error | undefined

  /** Our process may end while an index is being built; a search under way keeps it. */
  const holdOn = (hold: boolean) => {
    if (hold) worker.channel?.ref()
    else worker.channel?.unref()
    // Both: when the worker dies its channel is gone before its end is told.
    if (hold) worker.ref()
    else worker.unref()
  }
  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
    holdOn(false)
  }
  holdOn(false)
  worker.on('error', end)
  worker.on('disconnect', () => end(new Error('the vector worker ended')))
  worker.on('exit', (status, signal) => end(new Error(`the vector worker ended (${signal ?? status})`)))
  worker.on('message', (reply: WorkerReply) => {
    const asked = waiting.get(reply.number)
    waiting.delete(reply.number)
    if (waiting.size === 0) holdOn(false)
    if ('failure' in reply) asked?.reject(new Error(reply.failure))
    else asked?.resolve(reply)
  })

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        const number = next
        next += 1
        waiting.set(number, { resolve, reject })
        if (request.kind === 'search') holdOn(true)
        worker.send({ number, request }, (error) => {
          if (error !== null) end(error)
        })
      }),
    isAlive: () => ended === undefined,
    async close() {
      end(new Error('the vector worker was closed'))
      worker.kill('SIGKILL')
    },
  }
}

/** Compiled, the worker is a script like any other; from source it needs the loader. */
function entry(): string {
  const compiled = import.meta.url.endsWith('.js')
  return fileURLToPath(new URL(compiled ? './vector-worker.js' : './start-worker.mjs', import.meta.url))
}
