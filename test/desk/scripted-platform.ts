/** Platforms that do what their name says. */
import { setTimeout as wait } from 'node:timers/promises'
import type { PlatformEntry, PlatformOptions } from '../../src/commands/start-platforms.ts'
import { UserError } from '../../src/errors.ts'

/** @param say is told how far it is. */
export function scriptPlatform(behaviour: string, say: (line: string) => void): PlatformEntry {
  return { title: behaviour, isWanted: () => true, create: async (options) => makePlatform(behaviour, say, options) }
}

function makePlatform(behaviour: string, say: (line: string) => void, { onDead, desk }: PlatformOptions) {
  let answering: Promise<void> = Promise.resolve()
  return {
    name: behaviour,
    async start() {
      if (behaviour === 'bad-token') throw new UserError('the token is not valid: check SOURCIER_DISCORD_TOKEN')
      if (behaviour === 'broken') throw new Error('a fault of ours')
      if (behaviour === 'hangs') await new Promise(() => undefined)
      if (behaviour === 'dies') setTimeout(() => onDead('the token was taken back'), 20)
      if (behaviour === 'answers') {
        const answered = desk.ask({ text: 'How many ships waited?', asker: 'discord:1' })
        answering = answered.then(({ status }) => wait(200).then(() => say(status)))
      }
      say('ready')
    },
    async stop() {
      say('stopping')
      if (behaviour === 'never-stops') await new Promise(() => undefined)
      await answering
      say('stopped')
    },
  }
}
