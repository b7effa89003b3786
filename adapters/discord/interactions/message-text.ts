import type { Message } from 'discord.js'

/** The words of a message as people read them: its own, a forwarded message's, or those of its embeds. */
export function readMessageText(message: Pick<Message, 'content' | 'embeds' | 'messageSnapshots'>): string {
  const forwarded = [...message.messageSnapshots.values()].map(({ content }) => content)
  const own = [message.content, ...forwarded].filter((text) => text !== '')
  const embedded = message.embeds.flatMap(({ title, description, fields }) => [
    title ?? '',
    description ?? '',
    ...fields.map(({ value }) => value),
  ])
  return withoutMarks((own.length > 0 ? own : embedded).join('\n')).trim()
}

/** Discord's marks around words are not words: quotation bars, emphasis, masked links, escapes. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/^[ \t]*>{1,3} /gm, '')
    .replaceAll(/^[ \t]*(?:#{1,3}|-#) /gm, '')
    .replaceAll(/(?<!\\)\[([^[\]\n]+)\]\(<?https?:[^\s)]+\)/g, '$1')
    .replaceAll(/(?<!\\)(\*\*\*|\*\*|__|~~|\|\|)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replaceAll(/(?<![\\\p{L}\p{N}*_])([*_])(?=\S)([^\n*_]*?[^\s*_])\1(?![\p{L}\p{N}])/gu, '$2')
    .replaceAll(/\\([^\s\p{L}\p{N}])/gu, '$1')
}
