/** A child process that runs the bot: started, killed without warning, started again. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { home } from '../answer/seed-corpus.ts'

const runner = join(home, 'test', 'adapters', 'run-bot.ts')

export type BotProcess = {
  /** Lets it begin, once everything is loaded; resolves when the platform has started. */
  start(): Promise<void>
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit status. */
  stop(): Promise<number | null>
  /** All that it wrote to standard error. */
  errors(): string
}

/** Loads a bot beside the one that runs. */
export function prepareBotProcess(variables: Readonly<Record<string, string>>): BotProcess {
  // Settings of whoever runs the tests must not count.
  const env = { PATH: process.env['PATH'] ?? '', ...variables }
  const child = fork(runner, [], {
    cwd: home,
    env,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const heard = new Set<unknown>()
  child.on('message', (word) => heard.add(word))
  const hear = async (word: string) => {
    while (!heard.has(word)) {
      const status = await Promise.race([gone, once(child, 'message').then(() => undefined)])
      if (status !== undefined) throw new Error(`the bot ended with ${status}: ${errors.slice(-2_000)}`)
    }
  }
  return {
    async start() {
      await hear('ready')
      child.send('go')
      await hear('started')
    },
    errors: () => errors,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    stop() {
      child.kill('SIGTERM')
      return gone
    },
  }
}
