import { ComponentType, type Message, type TopLevelComponent } from 'discord.js'

type Read = Pick<Message, 'content' | 'embeds' | 'messageSnapshots' | 'components' | 'poll'>
type Component = TopLevelComponent | Extract<TopLevelComponent, { readonly components: unknown }>['components'][number]

/**
 * The words of a message as people read them: its own, a forwarded message's, a poll's, and those of its embeds: the
 * preview of a link is what one sees of it.
 */
export function readMessageText(message: Read): string {
  const forwarded = [...message.messageSnapshots.values()].flatMap(({ content, embeds }) => [
    content,
    ...readEmbeds(embeds),
  ])
  const laidOut = message.components.flatMap(readComponent)
  const poll = message.poll?.question.text ?? ''
  const all = [message.content, ...forwarded, ...laidOut, poll, ...readEmbeds(message.embeds)]
  return withoutMarks(all.filter((text) => text !== '').join('\n'))
    .replaceAll(bareLink, '')
    .trim()
}

/** On a line of its own it says nothing that could be checked. */
const bareLink = /^\s*<?https?:\/\/\S+\s*$\n?/gm

function readEmbeds(embeds: Read['embeds']): readonly string[] {
  return embeds.flatMap(({ title, description, fields }) => [
    title ?? '',
    description ?? '',
    ...fields.map(({ value }) => value),
  ])
}

/** A message may be made of texts in sections and frames instead of a content. */
function readComponent(component: Component): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content]
  return 'components' in component ? component.components.flatMap(readComponent) : []
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
