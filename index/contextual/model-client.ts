/** The process of the models, started at the first request and again after it died. */
import { type Child, startChild } from '../processes/child.ts'
import type { ModelReply, ModelRequest } from './messages.ts'

export type ModelClient = Pick<Child<ModelRequest, ModelReply>, 'ask' | 'kill' | 'close'>

/** @param modelsFolder absolute; holds the folder of the contextual models. */
export function createModelClient(modelsFolder: string): ModelClient {
  const name = 'the process of the models'
  let running: Child<ModelRequest, ModelReply> | undefined
  let isClosed = false
  return {
    async ask(request) {
      if (isClosed) throw new Error(`${name} was closed`)
      if (running?.isAlive() !== true)
        running = startChild({ name, module: 'contextual/model-worker', words: [modelsFolder] })
      return await running.ask(request)
    },
    kill: () => running?.kill(),
    async close() {
      isClosed = true
      await running?.close()
    },
  }
}
