/** `/config`: what those who manage a server choose for it. */

import { UserError } from '../../../src/errors.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Block } from '../../../src/rendering/types.ts'
import type { Language } from '../../../src/types.ts'
import type { Reply } from '../answers/message.ts'
import {
  mostListed,
  noServerSettings,
  readServerSettings,
  type ServerSettings,
  saveServerSettings,
} from '../server-settings.ts'
import { readLanguage } from '../visit.ts'
import type { Call } from './call.ts'

/** One after the other, so that of two changes at once neither is lost. */
const changing = new Map<string, Promise<unknown>>()

export async function runConfig(call: Call): Promise<Reply> {
  const { bot, interaction, visit } = call
  const { guildId, language } = visit
  if (guildId === undefined) throw new UserError(deskTexts(language).onlyInServers)
  if (interaction.options.getSubcommand() === 'show') return describe(call, visit.server, language)
  const change = (changing.get(guildId) ?? Promise.resolve()).then(async () => {
    const after = changeSettings(call, await readServerSettings(bot.desk, guildId))
    await saveServerSettings(bot.desk, guildId, after)
    return after
  })
  const settled = change.catch(() => undefined)
  changing.set(guildId, settled)
  try {
    const after = await change
    bot.log.info({ asker: visit.asker, group: visit.group }, 'the settings of a server were changed')
    return describe(call, after, language, true)
  } finally {
    if (changing.get(guildId) === settled) changing.delete(guildId)
  }
}

function changeSettings({ interaction: { options } }: Call, before: ServerSettings): ServerSettings {
  switch (options.getSubcommand()) {
    case 'channel':
      return {
        ...before,
        channels: toggle(before.channels, options.getChannel('channel', true).id, options.getBoolean('on', true)),
      }
    case 'role':
      return {
        ...before,
        adminRoles: toggle(before.adminRoles, options.getRole('role', true).id, options.getBoolean('on', true)),
      }
    case 'language':
      return { ...before, language: readLanguage(options.getString('language', true)) }
    case 'private':
      return { ...before, private: options.getBoolean('on', true) }
    case 'reset':
      return noServerSettings
    default:
      return before
  }
}

/** The newest of too many; a list that is full forgets its oldest. */
function toggle(list: readonly string[], id: string, on: boolean): string[] {
  const others = list.filter((other) => other !== id)
  return on ? [...others, id].slice(-mostListed) : others
}

function describe({ interaction }: Call, settings: ServerSettings, language: Language, isSaved = false): Reply {
  const { config, languageNames } = deskTexts(language)
  const { labels } = config
  const channelName = (id: string) => `#${interaction.guild?.channels.cache.get(id)?.name ?? id}`
  const roleName = (id: string) => `@${interaction.guild?.roles.cache.get(id)?.name ?? id}`
  const lines: readonly (readonly [string, string])[] = [
    [labels.channels, settings.channels.map(channelName).join(', ') || config.everyChannel],
    [labels.adminRoles, settings.adminRoles.map(roleName).join(', ') || config.noRole],
    [labels.language, settings.language === undefined ? config.ofQuestion : languageNames[settings.language]],
    [labels.private, settings.private ? config.yes : config.no],
  ]
  const items = lines.map(
    ([label, value]): Block => ({
      kind: 'item',
      spans: [{ text: `${label} — ` }, { text: value, style: 'bold' }],
    }),
  )
  const title: Block = { kind: 'title', spans: [{ text: config.heading }] }
  const saved: readonly Block[] = isSaved ? [{ kind: 'lead', spans: [{ text: config.saved }] }] : []
  return { rendering: { tone: 'plain', groups: [[title, ...saved, ...items]] }, language }
}
