/** Who is there and what was said: chats, their members, and every message that was ever stored. */
import type { InlineKeyboardMarkup, Message, MessageEntity, User } from 'grammy/types'
import { badRequest, forbidden } from './api-error.ts'
import { numberOf, type Payload, textOf } from './payload.ts'

/** A message as the server keeps it. */
export type Stored = {
  readonly chatId: number
  readonly messageId: number
  /** `performance.now()` of the storing: sub-millisecond, never going back. */
  readonly at: number
  /** Unix seconds, as Telegram says it. */
  readonly date: number
  readonly from: User
  text: string
  entities: readonly MessageEntity[]
  markup: InlineKeyboardMarkup | undefined
  readonly replyTo: number | undefined
  /** Link previews are switched off. */
  readonly previewsOff: boolean
  /** Texts it had before. */
  readonly earlier: string[]
  deleted: boolean
  /** The rest of the message as a person wrote it (`forward_origin` …). */
  readonly more: Partial<Message>
}

export type ChatState = {
  readonly id: number
  readonly facts: { readonly type: 'private' | 'group' | 'supergroup'; readonly title?: string; readonly user?: User }
  readonly members: Map<number, User>
  readonly administrators: Set<number>
  /** In the order of storing. */
  readonly messages: Stored[]
  /** A person: wrote to the bot once. A group: the bot is in it. */
  started: boolean
  /** A person blocked the bot; a group threw it out. */
  blocked: boolean
}

export type Chats = {
  readonly bot: User
  all(): readonly ChatState[]
  open(chat: Pick<ChatState, 'id' | 'facts'>): ChatState
  get(id: number): ChatState | undefined
  /** The chat that a bot's call names. @throws ApiError where the bot may not write. */
  writable(payload: Payload): ChatState
  store(chat: ChatState, message: Omit<Stored, 'chatId' | 'messageId' | 'at' | 'date' | 'earlier' | 'deleted'>): Stored
  message(chat: ChatState, id: number | undefined): Stored | undefined
  /** As the Bot API writes a message. */
  asMessage(message: Stored, withReply?: boolean): Message
}

export function createChats(bot: User): Chats {
  const chats = new Map<number, ChatState>()
  const ids = new Map<number, number>()

  const get = (id: number) => chats.get(id)
  const message = (chat: ChatState, id: number | undefined) =>
    chat.messages.find(({ messageId, deleted }) => messageId === id && !deleted)

  const asMessage = (stored: Stored, withReply = true): Message => {
    const chat = chats.get(stored.chatId)
    const replied = chat && withReply ? message(chat, stored.replyTo) : undefined
    return {
      message_id: stored.messageId,
      date: stored.date,
      from: stored.from,
      chat: describeChat(chat),
      text: stored.text,
      ...(stored.entities.length > 0 && { entities: stored.entities }),
      ...(stored.markup && { reply_markup: stored.markup }),
      ...(replied && { reply_to_message: asMessage(replied, false) }),
      ...(stored.earlier.length > 0 && { edit_date: stored.date + 1 }),
      ...stored.more,
    } as Message
  }

  return {
    bot,
    all: () => [...chats.values()],
    get,
    open(facts) {
      const known = chats.get(facts.id)
      if (known) return known
      const chat: ChatState = {
        ...facts,
        members: new Map(),
        administrators: new Set(),
        messages: [],
        started: false,
        blocked: false,
      }
      chats.set(chat.id, chat)
      return chat
    },
    writable(payload) {
      if (textOf(payload, 'chat_id') === undefined) throw badRequest('chat_id is empty')
      const chat = get(numberOf(payload, 'chat_id') ?? Number.NaN)
      if (chat === undefined) throw badRequest('chat not found')
      if (chat.blocked) {
        throw forbidden(
          chat.facts.type === 'private'
            ? 'bot was blocked by the user'
            : `bot was kicked from the ${chat.facts.type} chat`,
        )
      }
      if (!chat.started) {
        throw chat.facts.type === 'private'
          ? forbidden("bot can't initiate conversation with a user")
          : badRequest('chat not found')
      }
      return chat
    },
    store(chat, content) {
      // Private chats and groups share the bot's counter, supergroups have their own.
      const counter = chat.facts.type === 'supergroup' ? chat.id : 0
      const messageId = (ids.get(counter) ?? 0) + 1
      ids.set(counter, messageId)
      const at = performance.now()
      const date = Math.floor(Date.now() / 1_000)
      const stored: Stored = { ...content, chatId: chat.id, messageId, at, date, earlier: [], deleted: false }
      chat.messages.push(stored)
      return stored
    },
    message,
    asMessage,
  }
}

export function describeChat(chat: ChatState | undefined): Message['chat'] {
  const { type = 'private', title, user } = chat?.facts ?? {}
  const facts =
    type === 'private' ? { first_name: user?.first_name, username: user?.username } : { title: title ?? 'Group' }
  return { id: chat?.id ?? 0, type, ...facts } as Message['chat']
}
