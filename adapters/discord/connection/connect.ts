/** The first connection: in time, or not at all. */
import { type Client, DiscordjsErrorCodes, Events, GatewayCloseCodes } from 'discord.js'
import { UserError } from '../../../src/errors.ts'
import type { Redact } from '../../../src/log.ts'
import { describeFault } from './describe-fault.ts'

/**
 * Each shard that becomes ready begins the time anew: Discord lets in one every few seconds.
 * @throws UserError when Discord refuses for good; another when nothing moves for so long: an endless close code is retried
 * for ever by discord.js.
 */
export async function connect(client: Client, token: string, startMs: number): Promise<void> {
  let giveUp: (error: Error) => void = () => undefined
  const late = new Promise<never>((_resolve, reject) => {
    giveUp = reject
  })
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
  const timer = setTimeout(() => giveUp(new Error(`Discord was not reached within ${startMs / 1_000} s`)), startMs)
  const goOn = () => void timer.refresh()
  const refuse = ({ code }: { readonly code: number }) => giveUp(new UserError(explainCode(code)))
  client.on(Events.ShardReady, goOn)
  client.on(Events.ShardDisconnect, refuse)
  try {
    await Promise.race([client.login(token).then(() => ready), late])
  } finally {
    client.off(Events.ShardReady, goOn)
    client.off(Events.ShardDisconnect, refuse)
    clearTimeout(timer)
  }
}

const refusedToken = 'Discord refuses the token: copy the bot’s token again into SOURCIER_DISCORD_TOKEN'

/** Codes with which the gateway lets nobody in again. */
function explainCode(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return refusedToken
  return `Discord closes the connection for good (code ${code} ${GatewayCloseCodes[code] ?? ''}): ${remedy}`
}
const remedy = 'look at the bot’s settings in Discord’s developer portal, or bring Sourcier up to date'

/** Discord no longer knows the token. */
export function isUnauthorised(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'status') === 401
}

/** What kept the bot from starting: a wrong token is the person's mistake. Nothing of the request is kept in it. */
export function explainStart(error: unknown, redact: Redact): Error {
  if (error instanceof UserError) return error
  const { code, message, stack } = describeFault(error, redact)
  if (code === DiscordjsErrorCodes.TokenInvalid || isUnauthorised(error) || message === 'Authentication failed') {
    return new UserError(refusedToken)
  }
  return Object.assign(new Error(message), stack === undefined ? {} : { stack })
}
