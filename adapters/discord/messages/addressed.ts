/** Which messages speak to the bot, and what they say to it. */
import { type Message, MessageType } from 'discord.js'

/**
 * Direct messages, mentions, and replies to the bot; of people only. A mention of everyone, of a role or of a role's bot
 * is none of it. The words of a reply that does not mention the bot are not shown to it.
 */
export function isAddressed(message: Message, botId: string): boolean {
  const { author, webhookId, system, type, mentions } = message
  if (author.bot || author.system || webhookId !== null || system || author.id === botId) return false
  if (type !== MessageType.Default && type !== MessageType.Reply) return false
  if (message.guildId === null) return true
  if (mentions.users.has(botId)) return true
  return mentions.repliedUser?.id === botId && message.content.trim() !== ''
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
