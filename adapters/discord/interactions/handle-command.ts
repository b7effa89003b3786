/** A command: whether this person may give it, here and now, and its answer. */
import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Bot } from '../bot.ts'
import { checkQuoteName } from '../commands/definitions.ts'
import { readVisit, type Visit } from '../visit.ts'
import type { Command } from './call.ts'
import { checkQuote, commands } from './commands.ts'
import { readMessageText } from './message-text.ts'
import { isChannelAllowed, mayUse } from './permissions.ts'
import { type Repliable, refuse, respond } from './respond.ts'

export async function handleCommand(bot: Bot, interaction: ChatInputCommandInteraction): Promise<void> {
  const visit = await visitOf(bot, interaction)
  const { language } = visit
  const command = commands.get(interaction.commandName)
  if (command === undefined) return await refuse(bot, interaction, deskTexts(language).unknownCommand, language)
  const refusal = await findRefusal(bot, interaction, visit, command)
  if (refusal !== undefined) return await refuse(bot, interaction, refusal, language)
  const call = { bot, interaction, visit }
  await respond(bot, interaction, {
    ephemeral: command.isEphemeral(call),
    language,
    takesWork: command.counts,
    answer: () => command.answer(call),
  })
}

const ofEverybody = { audience: 'everybody', counts: true, everywhere: false } as const

/** "Check this quote" in the menu of any message: only who asked sees the verdict. */
export async function handleMenu(bot: Bot, interaction: MessageContextMenuCommandInteraction): Promise<void> {
  const visit = await visitOf(bot, interaction)
  const { language } = visit
  const texts = deskTexts(language)
  if (interaction.commandName !== checkQuoteName) return await refuse(bot, interaction, texts.unknownCommand, language)
  const words = readMessageText(interaction.targetMessage)
  const refusal = words === '' ? texts.nothingToCheck : await findRefusal(bot, interaction, visit, ofEverybody)
  if (refusal !== undefined) return await refuse(bot, interaction, refusal, language)
  await respond(bot, interaction, {
    ephemeral: true,
    language,
    takesWork: true,
    answer: () => checkQuote(bot, words, visit),
  })
}

export function visitOf(bot: Bot, interaction: Repliable): Promise<Visit> {
  const { user, guildId, locale } = interaction
  return readVisit(bot, { userId: user.id, guildId, locale })
}

/** Why it is not answered, in words for the person; undefined when it is. Counts one use. */
async function findRefusal(
  bot: Bot,
  interaction: Repliable,
  visit: Visit,
  command: Pick<Command, 'audience' | 'counts' | 'everywhere'>,
): Promise<string | undefined> {
  const texts = deskTexts(visit.language)
  const { audience, counts, everywhere } = command
  if (!mayUse(audience, bot, interaction, visit)) {
    const what = interaction.isCommand() ? interaction.commandName : interaction.type
    bot.log.warn({ asker: visit.asker, group: visit.group, command: what }, 'refused: not permitted')
    return audience === 'managers' ? managersOnly(visit) : texts.maintainersOnly
  }
  if (!everywhere && !isAllowedHere(interaction, visit)) return texts.channelNotAllowed
  const allowance = counts ? await bot.desk.allow(visit.asker, visit.group) : { allowed: true as const }
  return allowance.allowed ? undefined : texts.tooManyQuestions(allowance.retryAfterSeconds)
}

function managersOnly({ guildId, language }: Visit): string {
  const texts = deskTexts(language)
  return guildId === undefined ? texts.onlyInServers : texts.config.managersOnly
}

export function isAllowedHere({ channelId, channel }: Repliable, visit: Visit): boolean {
  const parentId = channel !== null && 'parentId' in channel ? channel.parentId : null
  return isChannelAllowed(visit, channelId, parentId)
}
