import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { FileError } from '../../src/errors.ts'
import type { ModelReply, ModelRequest, NumberedRequest } from './messages.ts'

/** The process of the models, started at the first request and again after it died. */
export type ModelClient = {
  /** Throws FileError when a model file is damaged, Error when the process refuses, died or was closed. */
  ask(request: ModelRequest): Promise<ModelReply>
  /** Ends the process as a crash would; the next request starts another. */
  kill(): void
  close(): Promise<void>
}

type Waiting = { readonly resolve: (reply: ModelReply) => void; readonly reject: (error: Error) => void }
type Running = {
  send(request: ModelRequest): Promise<ModelReply>
  isAlive(): boolean
  kill(): void
  end(reason: string): void
}

/** @param modelsFolder absolute; holds the folder of the contextual models. */
export function createModelClient(modelsFolder: string): ModelClient {
  let running: Running | undefined
  let isClosed = false
  return {
    async ask(request) {
      if (isClosed) throw new Error('the models were closed')
      if (running?.isAlive() !== true) running = startProcess(modelsFolder)
      return await running.send(request)
    },
    kill: () => running?.kill(),
    async close() {
      isClosed = true
      running?.end('the models were closed')
    },
  }
}

function startProcess(modelsFolder: string): Running {
  const worker = fork(entry(), [modelsFolder], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const waiting = new Map<number, Waiting>()
  let next = 0
  let ended: Error | undefined

  /** Our process may end while nothing is asked for. */
  const holdOn = (hold: boolean) => {
    if (hold) {
      worker.channel?.ref()
      worker.ref()
    } else {
      worker.channel?.unref()
      worker.unref()
    }
  }
  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
    holdOn(false)
  }
  holdOn(false)
  worker.on('error', end)
  worker.on('disconnect', () => end(new Error('the process of the models ended')))
  worker.on('exit', (status, signal) => end(new Error(`the process of the models ended (${signal ?? status})`)))
  worker.on('message', (reply: ModelReply) => {
    const asked = waiting.get(reply.number)
    waiting.delete(reply.number)
    if (waiting.size === 0) holdOn(false)
    if ('failure' in reply) asked?.reject(toError(reply))
    else asked?.resolve(reply)
  })
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        const number = next
        next += 1
        waiting.set(number, { resolve, reject })
        holdOn(true)
        worker.send({ number, request } satisfies NumberedRequest, (error) => {
          if (error !== null) end(error)
        })
      }),
    isAlive: () => ended === undefined,
    kill: () => void worker.kill('SIGKILL'),
    end(reason) {
      end(new Error(reason))
      worker.kill('SIGKILL')
    },
  }
}

function toError({ failure, file }: Extract<ModelReply, { failure: string }>): Error {
  return file === undefined ? new Error(failure) : new FileError(file, failure.slice(file.length + 1))
}

/** Compiled, the worker is a script like any other; from source it needs the loader. */
function entry(): string {
  const compiled = import.meta.url.endsWith('.js')
  return fileURLToPath(new URL(compiled ? './model-worker.js' : './start-worker.mjs', import.meta.url))
}
