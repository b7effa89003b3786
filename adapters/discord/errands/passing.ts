/** Which faults pass by themselves: Discord out of reach, or in trouble. */
import { DiscordAPIError, HTTPError } from 'discord.js'

const serverFault = 500
/** Of the system's sockets, of undici, and of what was given up. */
const network = /^(?:E[A-Z_]+|UND_ERR_\w+)$/
const givenUp = new Set(['AbortError', 'TimeoutError'])
const deepestCause = 4

export function isPassing(error: unknown, depth = 0): boolean {
  if (error instanceof HTTPError) return error.status >= serverFault
  if (error instanceof DiscordAPIError || !(error instanceof Error)) return false
  if (givenUp.has(error.name) || network.test(String(Reflect.get(error, 'code')))) return true
  return depth < deepestCause && isPassing(error.cause, depth + 1)
}
