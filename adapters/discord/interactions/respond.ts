/** Every interaction is acknowledged first and answered by an edit of that, whatever happens in between. */
import type {
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  PrimaryEntryPointCommandInteraction,
  UserContextMenuCommandInteraction,
} from 'discord.js'
import { isMistake } from '../../../src/errors.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Language } from '../../../src/types.ts'
import { type Message, type Reply, sayLine, toMessage } from '../answers/message.ts'
import type { Bot } from '../bot.ts'
import type { Plan } from '../errands/plan.ts'
import { acknowledge, deliver } from './deliver.ts'

export type Repliable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | UserContextMenuCommandInteraction
  | PrimaryEntryPointCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction

export type Response = {
  /** Whether only the person sees it. */
  readonly ephemeral: boolean
  readonly language: Language
  /** Whether it takes work: then it waits for its turn. */
  readonly takesWork?: boolean
  readonly answer: () => Promise<Reply>
}

export async function respond(bot: Bot, interaction: Repliable, response: Response): Promise<void> {
  const { ephemeral, language, takesWork = false, answer } = response
  await acknowledge(bot, interaction, ephemeral)
  const excuse = () =>
    edit(interaction, toMessage(sayLine(deskTexts(language).restarting, language), bot.pages, interaction.user.id))
  bot.waiting.add(excuse)
  try {
    const reply = await answerOrExplain(bot, language, takesWork ? () => bot.work.answer(answer) : answer)
    const message = toMessage(reply, bot.pages, interaction.user.id)
    await bot.errands.plan(interaction.id, { message, private: ephemeral })
    await deliver(bot, interaction, message, ephemeral)
  } finally {
    bot.waiting.delete(excuse)
  }
}

/** What was worked out before a crash or a fault is sent as it was. */
export async function respondAsPlanned(bot: Bot, interaction: Repliable, plan: Plan): Promise<void> {
  await acknowledge(bot, interaction, plan.private)
  await deliver(bot, interaction, plan.message, plan.private)
}

/** Edits what `respond` acknowledged, meanwhile or in the end. */
export async function edit(interaction: Repliable, message: Message): Promise<void> {
  await interaction.editReply(message)
}

/** A person's mistake is told in its one line; a fault of ours is logged, and told without its cause. */
export async function answerOrExplain(bot: Bot, language: Language, answer: () => Promise<Reply>): Promise<Reply> {
  try {
    return await answer()
  } catch (error) {
    if (isMistake(error)) return sayLine(error.message, language)
    bot.report(error, 'a question could not be answered')
    return sayLine(deskTexts(language).failed, language)
  }
}

/** A short private line, and nothing else. */
export async function refuse(bot: Bot, interaction: Repliable, text: string, language: Language): Promise<void> {
  await respond(bot, interaction, { ephemeral: true, language, answer: async () => sayLine(text, language) })
}
