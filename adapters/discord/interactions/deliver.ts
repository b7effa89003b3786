/** Puts an answer where its interaction promised it; where the promise was never made or is too old, in the place itself. */
import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes } from 'discord.js'
import type { Message } from '../answers/message.ts'
import type { Bot } from '../bot.ts'
import type { Repliable } from './respond.ts'

/** Too late for a first word, or for a last one. */
const tooLate = new Set<number | string>([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
])

/** Promises an answer, unless that was done: an earlier process may have. What came too late is answered all the same. */
export async function acknowledge({ work }: Pick<Bot, 'work'>, interaction: Repliable, isEphemeral: boolean) {
  if (interaction.deferred || interaction.replied) return
  const flags = isEphemeral ? { flags: MessageFlags.Ephemeral as const } : {}
  try {
    await work.acknowledge(() => interaction.deferReply(flags))
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error
    if (error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) interaction.deferred = true
    else if (!tooLate.has(error.code)) throw error
  }
}

/** @param isEphemeral whether only the person may see it: then, too late, it is a direct message. */
export async function deliver(bot: Bot, interaction: Repliable, message: Message, isEphemeral: boolean): Promise<void> {
  if (interaction.deferred || interaction.replied) {
    try {
      await interaction.editReply(message)
      return
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || !tooLate.has(error.code)) throw error
    }
  }
  // Whoever pressed a button long ago looks at something else now.
  if (!interaction.isCommand()) return bot.log.info('a button was pressed too long ago')
  await sendLate(bot, interaction, message, isEphemeral)
}

/** The interaction's id as nonce: Discord makes one message of it, also when it is sent by two processes. */
async function sendLate({ client, log }: Bot, interaction: Repliable, message: Message, isEphemeral: boolean) {
  const { id: nonce, channelId, user } = interaction
  const channel = isEphemeral || channelId === null ? await user.createDM() : await client.channels.fetch(channelId)
  if (channel?.isSendable() !== true) return log.warn('an answer came too late, and its channel takes no messages')
  // Whose it is: the command itself is no longer shown above it.
  const content = isEphemeral ? {} : { content: `${user}` }
  await channel.send({ ...message, ...content, nonce, enforceNonce: true })
}
