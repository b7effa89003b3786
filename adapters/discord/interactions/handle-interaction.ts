/** Which part answers an interaction; each is answered once, however often it is delivered. */
import type { Interaction } from 'discord.js'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Bot } from '../bot.ts'
import { languageOfLocale } from '../visit.ts'
import { answerAutocomplete } from './autocomplete.ts'
import { handleDoubtForm } from './doubt-form.ts'
import { handleCommand, handleMenu } from './handle-command.ts'
import { handleComponent } from './handle-component.ts'
import { refuse, respondAsPlanned } from './respond.ts'

export async function handleInteraction(bot: Bot, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return await answerAutocomplete(bot, interaction)
  const plan = bot.errands.planned(interaction.id)
  if (plan !== undefined) return await respondAsPlanned(bot, interaction, plan)
  if (bot.isStopping()) {
    const language = languageOfLocale(interaction.locale)
    return await refuse(bot, interaction, deskTexts(language).shuttingDown, language)
  }
  if (interaction.isChatInputCommand()) return await handleCommand(bot, interaction)
  if (interaction.isMessageContextMenuCommand()) return await handleMenu(bot, interaction)
  if (interaction.isMessageComponent()) return await handleComponent(bot, interaction)
  if (interaction.isModalSubmit()) return await handleDoubtForm(bot, interaction)
  // A menu of people, or a start button, that an earlier bot of this name left behind.
  const language = languageOfLocale(interaction.locale)
  return await refuse(bot, interaction, deskTexts(language).unknownCommand, language)
}
