/** Acts for people: they write, press, search, block; each act resolves with what the person finally sees. */
import type { Message, MessageEntity, Update, User } from 'grammy/types'
import { type ChatState, describeChat, type Stored } from './chats.ts'
import { findEntities, isForBot } from './find-entities.ts'
import type { CallbackAnswer, InlineAnswer } from './queries.ts'
import type { ServerState } from './server-state.ts'
import type { Settler, Settling } from './settle.ts'
import { type Seen, seeChat } from './show.ts'

export type SayOptions = Settling & {
  readonly replyTo?: number
  /** The message is forwarded; from this person, or this channel. */
  readonly forwardOf?: string
  readonly entities?: readonly MessageEntity[]
  /** Fields of the message beyond its text. */
  readonly more?: Partial<Message>
}

export type Pressed = { readonly answer: CallbackAnswer | undefined; readonly messages: readonly Seen[] }

/** A person in a place: in the private chat with the bot, or in a group. */
export type Voice = {
  readonly chatId: number
  /** Writes and waits until the bot has answered; resolves with the bot's new messages. */
  say(text: string, options?: SayOptions): Promise<readonly Seen[]>
  /** Writes and waits for nothing; returns the message's id. */
  post(text: string, options?: SayOptions): number
  /** Changes what was written. */
  edit(messageId: number, text: string): void
  /** Presses a button by its words (or their start), of the newest message that has it, or of the one given. */
  press(button: string, options?: Settling & { readonly of?: number; readonly data?: string }): Promise<Pressed>
  /** All that the bot's messages in this chat show now. */
  sees(): readonly Seen[]
  /** Deletes a message for both sides. */
  erase(messageId: number): void
}

export type PersonVoice = Voice & {
  inline(query: string): Promise<InlineAnswer | undefined>
  block(): void
  unblock(): void
}

let queryNumber = 0
const nextQueryId = () => `${4_200_000_000_000 + ++queryNumber}`

export function createVoice(state: ServerState, settler: Settler, chat: ChatState, user: User): Voice {
  const { chats, queue } = state
  const botId = chats.bot.id

  const post = (text: string, options: SayOptions = {}): number => {
    const entities = options.entities ?? findEntities(text)
    const more: Partial<Message> = { ...forwardFields(options.forwardOf), ...options.more }
    const message = chats.store(chat, {
      from: user,
      text,
      entities,
      markup: undefined,
      replyTo: options.replyTo,
      previewsOff: false,
      more,
    })
    if (chat.facts.type === 'private' && !chat.blocked) chat.started = true
    const repliesToBot = chats.message(chat, options.replyTo)?.from.id === botId
    const isShown = chat.facts.type === 'private' || repliesToBot || isForBot(text, entities, chats.bot.username ?? '')
    if (isShown && !chat.blocked) add({ message: chats.asMessage(message) } as Partial<Update>)
    return message.messageId
  }
  const add = (update: Partial<Update>) => queue.add(update as Omit<Update, 'update_id'>, chat.id)

  return {
    chatId: chat.id,
    post,
    async say(text, options = {}) {
      const from = chat.messages.length
      post(text, options)
      await settler.settled(chat, from + 1, botId, options)
      return seeChat(chat, botId, from)
    },
    edit(messageId, text) {
      const message = chats.message(chat, messageId)
      if (message === undefined) throw new Error(`there is no message ${messageId}`)
      message.earlier.push(message.text)
      Object.assign(message, { text, entities: findEntities(text) })
      add({ edited_message: chats.asMessage(message) } as Partial<Update>)
    },
    async press(button, options = {}) {
      const message = findButton(chat, button, options)
      const data = options.data ?? dataOf(message, button)
      const from = chat.messages.length
      const id = nextQueryId()
      const answered = state.queries.askCallback(id)
      const query = { id, from: user, chat_instance: `${chat.id}`, data, message: chats.asMessage(message) }
      queue.add({ callback_query: query } as Omit<Update, 'update_id'>, user.id)
      const answer = await answered
      await settler.settled(chat, from, botId, { messages: 0, ...options })
      return { answer, messages: seeChat(chat, botId, from) }
    },
    sees: () => seeChat(chat, botId),
    erase(messageId) {
      const message = chats.message(chat, messageId)
      if (message) message.deleted = true
    },
  }
}

export function createPerson(state: ServerState, settler: Settler, chat: ChatState, user: User): PersonVoice {
  const changeStatus = (blocked: boolean) => {
    chat.blocked = blocked
    const member = (status: string) => ({ status, user: state.chats.bot })
    const [before, after] = blocked ? ['member', 'kicked'] : ['kicked', 'member']
    const change = {
      chat: describeChat(chat),
      from: user,
      date: Math.floor(Date.now() / 1_000),
      old_chat_member: member(before),
      new_chat_member: member(after),
    }
    state.queue.add({ my_chat_member: change } as Omit<Update, 'update_id'>, chat.id)
  }
  return {
    ...createVoice(state, settler, chat, user),
    inline(query) {
      const id = nextQueryId()
      const answered = state.queries.askInline(id)
      const inlineQuery = { id, from: user, query, offset: '', chat_type: 'private' }
      state.queue.add({ inline_query: inlineQuery } as Omit<Update, 'update_id'>, `inline:${user.id}`)
      return answered
    },
    block: () => changeStatus(true),
    unblock: () => changeStatus(false),
  }
}

function forwardFields(name: string | undefined): Partial<Message> {
  if (name === undefined) return {}
  const date = Math.floor(Date.now() / 1_000) - 60
  return { forward_origin: { type: 'hidden_user', sender_user_name: name, date } } as Partial<Message>
}

function findButton(chat: ChatState, button: string, { of }: { readonly of?: number }): Stored {
  const found = [...chat.messages]
    .reverse()
    .find(
      (message) =>
        (of === undefined || message.messageId === of) && (of !== undefined || dataOf(message, button) !== undefined),
    )
  if (found === undefined) throw new Error(`there is no button "${button}" in chat ${chat.id}`)
  return found
}

function dataOf(message: Stored, button: string): string | undefined {
  const buttons = (message.markup?.inline_keyboard ?? []).flat()
  const found = buttons.find(({ text }) => text === button) ?? buttons.find(({ text }) => text.includes(button))
  return found && 'callback_data' in found ? found.callback_data : undefined
}
