/** `discord deploy`: tells Discord the commands, without starting the bot. */
import { deployAlone } from '../../adapters/discord/commands/deploy-alone.ts'
import { UserError } from '../errors.ts'
import type { Parts } from './parts.ts'

export type DiscordDeployFlags = {
  /** One server only, where they appear at once. */
  readonly guild?: string
}

/** @throws UserError without a token, for an id that is none, and when Discord refuses. */
export async function runDiscordDeploy(parts: Parts, { guild }: DiscordDeployFlags): Promise<void> {
  const { token, api } = parts.settings.discord
  if (token === undefined) throw new UserError('set SOURCIER_DISCORD_TOKEN to the token of your bot (see README)')
  if (guild !== undefined && !/^\d{15,20}$/.test(guild)) {
    throw new UserError('--guild takes the id of a server, a number of 17 to 20 digits')
  }
  const deployment = await deployAlone({ token, api, ...(guild !== undefined && { guildId: guild }) })
  const where = guild === undefined ? 'everywhere' : `in the server ${guild}`
  await parts.output.print(
    deployment === 'unchanged' ? `The commands are registered ${where} already.` : `Registered the commands ${where}.`,
  )
}
