/** What a person sees of a message: its text with its entities written as marks, its buttons by row. */
import type { MessageEntity } from 'grammy/types'
import type { ChatState, Stored } from './chats.ts'

export type Seen = {
  readonly id: number
  readonly text: string
  readonly entities: readonly MessageEntity[]
  /** `**bold**`, `_italic_`, `` `code` ``, `[words](link)`, `«block quote»`. */
  readonly shown: string
  /** What is written on the buttons. */
  readonly buttons: readonly (readonly string[])[]
  readonly replyTo?: number
  readonly edited: boolean
  readonly previewsOff: boolean
  readonly document?: string
}

export function seeMessage(message: Stored): Seen {
  const { text, entities, markup } = message
  return {
    id: message.messageId,
    text,
    entities,
    shown: showText(text, entities),
    buttons: (markup?.inline_keyboard ?? []).map((row) => row.map((button) => button.text)),
    edited: message.earlier.length > 0,
    previewsOff: message.previewsOff,
    ...(message.replyTo !== undefined && { replyTo: message.replyTo }),
    ...(message.more.document?.file_name && { document: message.more.document.file_name }),
  }
}

/** What the bot's messages in a chat show now, from the first message after `from` on. */
export function seeChat(chat: ChatState, botId: number, from = 0): readonly Seen[] {
  return chat.messages
    .slice(from)
    .filter((message) => message.from.id === botId && !message.deleted)
    .map(seeMessage)
}

/** The words within the entities of a type. */
export function wordsIn(seen: Seen, ...types: readonly MessageEntity['type'][]): readonly string[] {
  return seen.entities
    .filter(({ type }) => types.includes(type))
    .map(({ offset, length }) => seen.text.slice(offset, offset + length))
}

/** The addresses behind the words of a message. */
export function linksIn(seen: Seen): readonly string[] {
  return seen.entities.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []))
}

const marks: Partial<Record<MessageEntity['type'], readonly [string, string]>> = {
  bold: ['**', '**'],
  italic: ['_', '_'],
  code: ['`', '`'],
  blockquote: ['«', '»'],
  expandable_blockquote: ['«', '»'],
}

function showText(text: string, entities: readonly MessageEntity[]): string {
  const inserts = entities.flatMap((entity, order) => {
    const [open, close] = entity.type === 'text_link' ? ['[', `](${entity.url})`] : (marks[entity.type] ?? ['', ''])
    const end = entity.offset + entity.length
    return [
      // Outer entities come first in the list: they open first and close last.
      { at: entity.offset, rank: order, mark: open },
      { at: end, rank: -1 - order, mark: close },
    ]
  })
  inserts.sort((left, right) => left.at - right.at || left.rank - right.rank)
  let shown = ''
  let from = 0
  for (const { at, mark } of inserts) {
    shown += text.slice(from, at) + mark
    from = at
  }
  return shown + text.slice(from)
}
