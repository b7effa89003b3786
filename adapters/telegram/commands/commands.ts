/** The commands, and the menus in which Telegram offers them. */
import type { BotCommand } from 'grammy/types'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Language } from '../../../src/types.ts'

export const commandNames = [
  ...(['ask', 'verify', 'figures', 'sources', 'proof', 'status', 'language', 'private', 'forget', 'help'] as const),
  ...(['start', 'admin'] as const),
] as const

export type CommandName = (typeof commandNames)[number]

/** Commands that mean something in a group without the bot's name behind them. */
const topical = ['ask', 'verify', 'figures', 'sources', 'proof'] as const satisfies readonly CommandName[]
const privateMenu = [
  ...topical,
  ...(['status', 'language', 'private', 'forget', 'help'] as const),
] as const satisfies readonly CommandName[]
const groupMenu = [...topical, 'help'] as const satisfies readonly CommandName[]

export function isCommandName(name: string): name is CommandName {
  return (commandNames as readonly string[]).includes(name)
}

export function isTopical(name: string): boolean {
  return (topical as readonly string[]).includes(name)
}

export type Menu = {
  readonly scope: { readonly type: 'all_private_chats' | 'all_group_chats' }
  /** None: for every other language. */
  readonly language_code?: Language
  readonly commands: readonly BotCommand[]
}

/** One menu for each place and language; English is also for the languages that the bot does not speak. */
export const menus: readonly Menu[] = (['all_private_chats', 'all_group_chats'] as const).flatMap((type) => {
  const names = type === 'all_private_chats' ? privateMenu : groupMenu
  const describe = (language: Language): readonly BotCommand[] =>
    names.map((command) => ({ command, description: deskTexts(language).commands[command] }))
  return [
    { scope: { type }, commands: describe('en') },
    { scope: { type }, language_code: 'en', commands: describe('en') },
    { scope: { type }, language_code: 'fr', commands: describe('fr') },
  ]
})
