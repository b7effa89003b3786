/** An answer that stops in its middle is given up: whoever waits for it would wait as long as for one that never began. */
import type { Agent, ClientRequest } from 'node:http'
import { z } from 'zod'

/** Milliseconds from an answer's first word to its last; the longest is a hundred messages. */
const answerMs = 6_000

const method = z.custom<(request: ClientRequest, ...rest: readonly unknown[]) => void>(
  (value) => typeof value === 'function',
)

/**
 * Changes the agent in place: Node.js has no other place where all requests of an agent pass. An answer may let itself be
 * waited for, as long polling does; not once it has begun.
 */
export function endHalfAnswers(agent: Agent): void {
  const add = method.parse(Reflect.get(agent, 'addRequest'))
  Reflect.set(agent, 'addRequest', (request: ClientRequest, ...rest: readonly unknown[]) => {
    request.once('response', (answer) => {
      const giveUp = () => request.destroy(new Error('the answer stopped in its middle'))
      const timer = setTimeout(giveUp, answerMs).unref()
      answer.once('close', () => {
        clearTimeout(timer)
        // grammY's fetch listens to the request alone, and would not hear of it.
        if (!answer.complete) request.emit('error', new Error('the answer broke off in its middle'))
      })
    })
    add.call(agent, request, ...rest)
  })
}
