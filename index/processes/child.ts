/**
 * A process of our own and the requests under way in it. A process, not a thread: what crashes in native code, or is ended
 * in the middle of it, dies alone.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { FileError } from '../../src/errors.ts'
import type { Failure, NumberedReply, NumberedRequest } from './messages.ts'

export type Child<Request, Reply> = {
  /** Throws FileError when a file is damaged, Error when the process refuses, has died or was closed. */
  ask(request: Request): Promise<Reply>
  isAlive(): boolean
  /** Ends the process as a crash would. */
  kill(): void
  close(): Promise<void>
}

export type ChildOptions<Request> = {
  /** As errors name it: "the vector worker". */
  readonly name: string
  /** The module that serves, without its ending, from `index/`: `hnsw/vector-worker`. */
  readonly module: string
  /** What it finds in `process.argv` from the third on. */
  readonly words?: readonly string[]
  /** Whether our own process waits for a request; else it may end while that is under way. */
  readonly isAwaited?: (request: Request) => boolean
}

type Waiting<Reply> = { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void }

export function startChild<Request, Reply>(options: ChildOptions<Request>): Child<Request, Reply> {
  const { name, module, words = [], isAwaited = () => true } = options
  const [script, ...before] = scriptOf(module)
  const child = fork(script, [...before, ...words], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const waiting = new Map<number, Waiting<Reply>>()
  let next = 0
  let ended: Error | undefined

  const holdOn = (hold: boolean) => {
    if (hold) child.channel?.ref()
    else child.channel?.unref()
    // Both: when the process dies its channel is gone before its end is told.
    if (hold) child.ref()
    else child.unref()
  }
  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
    holdOn(false)
  }
  holdOn(false)
  child.on('error', end)
  child.on('disconnect', () => end(new Error(`${name} ended`)))
  child.on('exit', (status, signal) => end(new Error(`${name} ended (${signal ?? status})`)))
  child.on('message', (message: NumberedReply<Reply>) => {
    const asked = waiting.get(message.number)
    waiting.delete(message.number)
    if (waiting.size === 0) holdOn(false)
    if ('failure' in message) asked?.reject(toError(message))
    else asked?.resolve(message.reply)
  })

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        const number = next
        next += 1
        waiting.set(number, { resolve, reject })
        if (isAwaited(request)) holdOn(true)
        child.send({ number, request } satisfies NumberedRequest<Request>, (error) => {
          if (error !== null) end(error)
        })
      }),
    isAlive: () => ended === undefined,
    kill: () => void child.kill('SIGKILL'),
    async close() {
      end(new Error(`${name} was closed`))
      child.kill('SIGKILL')
    },
  }
}

function toError({ failure, file }: Failure): Error {
  return file === undefined ? new Error(failure) : new FileError(file, failure.slice(file.length + 1))
}

/** Compiled, the module is a script like any other; from source it needs the loader. */
function scriptOf(module: string): readonly [string, ...string[]] {
  const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))
  return import.meta.url.endsWith('.js')
    ? [pathOf(`../${module}.js`)]
    : [pathOf('./start-from-source.mjs'), pathOf(`../${module}.ts`)]
}
