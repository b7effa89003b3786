import { DiscordAPIError, REST, Routes } from 'discord.js'
import { z } from 'zod'
import { UserError } from '../../../src/errors.ts'
import { restOptions } from '../connection/rest-options.ts'
import { type Deployment, deployCommands } from './deploy.ts'

const application = z.object({ id: z.string() })
/** Discord's codes for a server that there is not, or that the bot is not in. */
const noAccess: ReadonlySet<string | number> = new Set([10_004, 50_001])

export type DeployOptions = { readonly token: string; readonly api: string | undefined; readonly guildId?: string }

/**
 * Tells Discord the commands without connecting to its gateway.
 * @throws UserError when Discord refuses the token or the server.
 */
export async function deployAlone({ token, api, guildId }: DeployOptions): Promise<Deployment> {
  const rest = new REST(restOptions(api)).setToken(token)
  try {
    const { id } = application.parse(await rest.get(Routes.currentApplication()))
    return await deployCommands(rest, id, guildId)
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error
    if (error.status === 401) {
      throw new UserError('Discord refuses the token: copy the bot’s token again into SOURCIER_DISCORD_TOKEN')
    }
    if (guildId !== undefined && noAccess.has(error.code)) {
      throw new UserError(`the bot is not in the server ${guildId}: invite it with the scope applications.commands`)
    }
    // The error holds the whole request; its message says what is wrong.
    throw new Error(`Discord refuses the commands: ${error.message}`)
  } finally {
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
  }
}
