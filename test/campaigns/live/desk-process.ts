/** The process that answers, driven from here: what those who ask take of memory and time is not counted as its own. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Answer } from '../../../src/types.ts'

/** Of an answer what is judged. */
export type Told = Pick<Answer, 'citations' | 'corpus'> & {
  /** Ids of the articles in its evidence. */
  readonly found: readonly string[]
}

export type DeskProcess = {
  readonly pid: number
  ask(question: { readonly text: string; readonly asker: string }): Promise<Told>
  /** Brings the corpus up to date in the process that answers, as `/admin index` does. */
  reindex(): Promise<void>
  /** Waits until the vector index that is due is in place. */
  settle(): Promise<void>
  close(): Promise<void>
}

type Reply = { readonly number: number; readonly value?: unknown; readonly failure?: string }
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

/** @param variables of its environment; beyond the path it gets no others. */
export async function startDesk(variables: Readonly<Record<string, string>>): Promise<DeskProcess> {
  const runner = fileURLToPath(new URL('./run-desk.mjs', import.meta.url))
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...variables }
  const child = fork(runner, { execArgv: [], env, serialization: 'advanced' })
  const waiting = new Map<number, Waiting>()
  let next = 0
  const ended = once(child, 'exit')
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the desk ended'))
  })
  await Promise.race([
    once(child, 'message'),
    ended.then(() => {
      throw new Error('the desk did not start')
    }),
  ])
  child.on('message', ({ number, value, failure }: Reply) => {
    const asked = waiting.get(number)
    waiting.delete(number)
    if (failure === undefined) asked?.resolve(value)
    else asked?.reject(new Error(failure))
  })
  const tell = (deed: keyof DeskProcess, question?: object) =>
    new Promise<unknown>((resolve, reject) => {
      const number = next
      next += 1
      waiting.set(number, { resolve, reject })
      child.send({ number, deed, question })
    })

  return {
    pid: child.pid ?? 0,
    ask: async (question) => (await tell('ask', question)) as Told,
    async reindex() {
      await tell('reindex')
    },
    async settle() {
      await tell('settle')
    },
    async close() {
      child.disconnect()
      await ended
    },
  }
}
