/** Which messages speak to the bot, and what they say to it. */
import { type Message, MessageType } from 'discord.js'

/**
 * Direct messages, mentions, and replies to the bot; of people only. A mention of everyone or of a role is none of it, but
 * of the bot's own role. The words of a reply that does not mention the bot are not shown to it.
 */
export function isAddressed(message: Message, botId: string): boolean {
  const { author, webhookId, system, type, mentions } = message
  if (author.bot || author.system || webhookId !== null || system || author.id === botId) return false
  if (type !== MessageType.Default && type !== MessageType.Reply) return false
  if (message.guildId === null) return true
  if (mentions.users.has(botId) || isByRole(message, botId)) return true
  return mentions.repliedUser?.id === botId && message.content.trim() !== ''
}

/**
 * Whether it names the bot's own role: where people look for the bot both are offered, and look alike. Discord may keep
 * the words back then.
 */
export function isByRole({ mentions, client }: Message, botId: string): boolean {
  if (mentions.users.has(botId)) return false
  const name = client.user?.username.toLowerCase()
  return mentions.roles.some((role) => role.tags?.botId === botId || role.name.toLowerCase() === name)
}

/** The words without the bot's name; other people's and channels' marks as their names. */
export function readQuestion({ content, mentions }: Message, botId: string): string {
  return content
    .replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ')
    .replaceAll(/<@!?(\d+)>/g, (_mention, id: string) => mentions.users.get(id)?.displayName ?? ' ')
    .replaceAll(/<(?:@&|#)\d+>|<a?:\w+:\d+>/g, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
}
