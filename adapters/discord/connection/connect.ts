/** The first connection: in time, or not at all. */
import { type Client, DiscordjsErrorCodes, Events } from 'discord.js'
import { UserError } from '../../../src/errors.ts'
import type { Redact } from '../../../src/log.ts'
import { describeFault } from './describe-fault.ts'

/**
 * Each shard that becomes ready begins the time anew: Discord lets in one every few seconds.
 * @throws when nothing moves for so long: an endless close code is retried for ever by discord.js.
 */
export async function connect(client: Client, token: string, startMs: number): Promise<void> {
  let giveUp: (error: Error) => void = () => undefined
  const late = new Promise<never>((_resolve, reject) => {
    giveUp = reject
  })
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
  const timer = setTimeout(() => giveUp(new Error(`Discord was not reached within ${startMs / 1_000} s`)), startMs)
  const goOn = () => void timer.refresh()
  client.on(Events.ShardReady, goOn)
  try {
    await Promise.race([client.login(token).then(() => ready), late])
  } finally {
    client.off(Events.ShardReady, goOn)
    clearTimeout(timer)
  }
}

/** Discord no longer knows the token. */
export function isUnauthorised(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'status') === 401
}

/** What kept the bot from starting: a wrong token is the person's mistake. Nothing of the request is kept in it. */
export function explainStart(error: unknown, redact: Redact): Error {
  const { code, message, stack } = describeFault(error, redact)
  if (code === DiscordjsErrorCodes.TokenInvalid || isUnauthorised(error) || message === 'Authentication failed') {
    return new UserError('Discord refuses the token: copy the bot’s token again into SOURCIER_DISCORD_TOKEN')
  }
  return Object.assign(new Error(message), stack === undefined ? {} : { stack })
}
