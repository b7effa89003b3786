import { ComponentType, type Message, type TopLevelComponent } from 'discord.js'

type Read = Pick<Message, 'content' | 'embeds' | 'messageSnapshots' | 'components' | 'poll'>
type Component = TopLevelComponent | Extract<TopLevelComponent, { readonly components: unknown }>['components'][number]

/** The words of a message as people read them: its own, a forwarded message's, a poll's, or those of its embeds. */
export function readMessageText(message: Read): string {
  const forwarded = [...message.messageSnapshots.values()].map(({ content }) => content)
  const laidOut = message.components.flatMap(readComponent)
  const own = [message.content, ...forwarded, ...laidOut, message.poll?.question.text ?? ''].filter(
    (text) => text !== '',
  )
  const embedded = message.embeds.flatMap(({ title, description, fields }) => [
    title ?? '',
    description ?? '',
    ...fields.map(({ value }) => value),
  ])
  return withoutMarks((own.length > 0 ? own : embedded).join('\n')).trim()
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
