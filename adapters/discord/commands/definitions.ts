/** The commands as Discord shows them, in English and in French. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { questionLimit } from '../../../src/ask.ts'
import { type DeskTexts, deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import { frenchNames, type Name } from './names.ts'

const en = deskTexts('en')
const fr = deskTexts('fr')

/** Discord's most for an option's text; longer texts are checked from the message menu. */
const longestOption = 6_000
const anywhere = [InteractionContextType.Guild, InteractionContextType.BotDM]

function called(name: Name, description: (texts: DeskTexts) => string) {
  return {
    name,
    name_localizations: { fr: frenchNames[name] },
    description: description(en),
    description_localizations: { fr: description(fr) },
  }
}

type CommandTexts = keyof DeskTexts['commands'] & Name

function command(name: CommandTexts, options: readonly APIApplicationCommandOption[] = []) {
  return {
    type: ApplicationCommandType.ChatInput as const,
    ...called(name, (texts) => texts.commands[name]),
    options: [...options],
    contexts: anywhere,
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }
}

function text(name: 'question' | 'text' | 'topic' | 'id', most: number): APIApplicationCommandBasicOption {
  const said = called(name, ({ options }) => options[name])
  return { type: ApplicationCommandOptionType.String, ...said, required: true, min_length: 1, max_length: most }
}

function choice(name: 'private' | 'on', required: boolean): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Boolean, ...called(name, ({ options }) => options[name]), required }
}

const language: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  ...called('language', ({ options }) => options.language),
  required: true,
  choices: [
    { name: 'English', value: 'en', name_localizations: { fr: fr.languageNames.en } },
    { name: 'Français', value: 'fr', name_localizations: { fr: fr.languageNames.fr } },
    { name: en.config.ofQuestion, value: 'auto', name_localizations: { fr: fr.config.ofQuestion } },
  ],
}

function subcommand(
  name: Name,
  description: (texts: DeskTexts) => string,
  options: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...called(name, description), options: [...options] }
}

const article: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  ...called('article', ({ options }) => options.article),
  required: false,
  autocomplete: true,
  max_length: 100,
}

const config = {
  ...command('config', [
    subcommand('show', (texts) => texts.config.show),
    subcommand('channel', (texts) => texts.config.channels, [
      {
        type: ApplicationCommandOptionType.Channel,
        ...called('channel', (texts) => texts.config.channels),
        required: true,
        channel_types: [
          ChannelType.GuildText,
          ChannelType.GuildAnnouncement,
          ChannelType.GuildForum,
          ChannelType.GuildVoice,
        ],
      },
      choice('on', true),
    ]),
    subcommand('role', (texts) => texts.config.adminRoles, [
      {
        type: ApplicationCommandOptionType.Role,
        ...called('role', (texts) => texts.config.adminRoles),
        required: true,
      },
      choice('on', true),
    ]),
    subcommand('language', (texts) => texts.config.language, [language]),
    subcommand('private', (texts) => texts.config.private, [choice('on', true)]),
    subcommand('reset', (texts) => texts.config.reset),
  ]),
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
}

const admin = command('admin', [
  subcommand('status', (texts) => texts.adminCommands.status),
  subcommand('reindex', (texts) => texts.adminCommands.reindex),
  subcommand('gaps', (texts) => texts.adminCommands.gaps),
])

const checkQuote = {
  type: ApplicationCommandType.Message as const,
  name: en.checkQuoteMenu,
  name_localizations: { fr: fr.checkQuoteMenu },
  contexts: anywhere,
  integration_types: [ApplicationIntegrationType.GuildInstall],
}

/** All of them; Discord takes the whole list at once. */
export const commandDefinitions: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  command('ask', [text('question', questionLimit), choice('private', false)]),
  command('verify', [text('text', longestOption)]),
  command('figures', [text('topic', questionLimit)]),
  command('sources', [article]),
  command('proof', [text('id', 100)]),
  command('status'),
  command('language', [language]),
  command('private', [choice('on', true)]),
  command('forget'),
  command('help'),
  config,
  admin,
  checkQuote,
]

/** The name by which Discord calls the message menu. */
export const checkQuoteName = en.checkQuoteMenu
