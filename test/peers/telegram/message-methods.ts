/** The methods that write, change and delete messages. */
import { badRequest, tooMany } from './api-error.ts'
import type { ChatState, Stored } from './chats.ts'
import { readMarkup } from './markup.ts'
import { flagOf, listOf, numberOf, objectOf, type Payload, textOf } from './payload.ts'
import { hasPreviewsOff } from './queries.ts'
import type { Methods, ServerState } from './server-state.ts'
import { captionLimit, type FormattedText, readText } from './text.ts'

const actions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

export const messageMethods: Methods = {
  sendMessage: (state, payload) => {
    const chat = state.chats.writable(payload)
    return storeFromBot(state, chat, payload, readText(payload))
  },

  sendDocument: (state, payload) => {
    const chat = state.chats.writable(payload)
    const document = documentOf(payload)
    const captioned = textOf(payload, 'caption')
      ? readText(payload, { text: 'caption', entities: 'caption_entities', limit: captionLimit })
      : { text: '', entities: [] }
    return storeFromBot(state, chat, payload, captioned, { document })
  },

  editMessageText: (state, payload) => {
    const { text, entities } = readText(payload)
    const message = editable(state, payload)
    const markup = readMarkup(payload)
    if (same([text, entities, markup], [message.text, message.entities, message.markup])) throw notModified()
    message.earlier.push(message.text)
    Object.assign(message, { text, entities, markup })
    return noteEdit(state, message)
  },

  editMessageReplyMarkup: (state, payload) => {
    const message = editable(state, payload)
    const markup = readMarkup(payload)
    if (same(markup, message.markup)) throw notModified()
    message.markup = markup
    return noteEdit(state, message)
  },

  deleteMessage: (state, payload) => {
    const message = state.chats.message(state.chats.writable(payload), numberOf(payload, 'message_id'))
    if (message === undefined) throw badRequest('message to delete not found')
    if (message.from.id !== state.chats.bot.id) throw badRequest("message can't be deleted")
    message.deleted = true
    state.onChange(message, 'deleted')
    return true
  },

  sendChatAction: (state, payload) => {
    const chat = state.chats.writable(payload)
    const action = textOf(payload, 'action') ?? ''
    if (!actions.includes(action)) throw badRequest('wrong parameter action in request')
    state.actions.push({ chatId: chat.id, action, at: performance.now() })
    return true
  },
}

function storeFromBot(
  state: ServerState,
  chat: ChatState,
  payload: Payload,
  { text, entities }: FormattedText,
  more: Partial<Stored['more']> = {},
) {
  const markup = readMarkup(payload)
  const replyTo = replyOf(state, chat, payload)
  const earlyMs = state.pace.count(chat.id)
  if (earlyMs > 0 && state.enforcesPace) throw tooMany(Math.ceil(earlyMs / 1_000))
  const previewsOff = hasPreviewsOff({ link_preview_options: objectOf(payload, 'link_preview_options') })
  const message = state.chats.store(chat, { from: state.chats.bot, text, entities, markup, replyTo, previewsOff, more })
  state.onChange(message, 'stored')
  return state.chats.asMessage(message)
}

function replyOf(state: ServerState, chat: ChatState, payload: Payload): number | undefined {
  const parameters = objectOf(payload, 'reply_parameters') ?? {
    message_id: payload['reply_to_message_id'],
    allow_sending_without_reply: payload['allow_sending_without_reply'],
  }
  const id = numberOf(parameters, 'message_id')
  if (id === undefined) return undefined
  if (state.chats.message(chat, id)) return id
  if (flagOf(parameters, 'allow_sending_without_reply')) return undefined
  throw badRequest('message to be replied not found')
}

function editable(state: ServerState, payload: Payload): Stored {
  const chat = state.chats.writable(payload)
  const id = numberOf(payload, 'message_id')
  if (id === undefined) throw badRequest('message identifier is not specified')
  const message = state.chats.message(chat, id)
  if (message === undefined) throw badRequest('message to edit not found')
  if (message.from.id !== state.chats.bot.id) throw badRequest("message can't be edited")
  return message
}

function noteEdit(state: ServerState, message: Stored) {
  state.edits.push({ chatId: message.chatId, messageId: message.messageId, at: performance.now() })
  state.onChange(message, 'edited')
  return state.chats.asMessage(message)
}

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

const notModified = () =>
  badRequest(
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  )

/** A file sent along is a form field of its own that the document names: `attach://<field>`. */
function documentOf(payload: Payload) {
  const field = /^attach:\/\/(.+)$/.exec(textOf(payload, 'document') ?? '')?.[1] ?? ''
  const file = objectOf(payload, field)
  if (file === undefined) throw badRequest('there is no document in the request')
  const content = String(file['file'])
  if (content === '') throw badRequest('file must be non-empty')
  const id = `file-${content.length}`
  return { file_id: id, file_unique_id: id, file_name: String(file['name']), file_size: content.length }
}

/** Kept so that a list written as JSON text is refused as Telegram refuses it. */
export const deleteMessages: Methods['deleteMessages'] = (state, payload) => {
  for (const id of listOf(payload, 'message_ids') ?? []) {
    const message = state.chats.message(state.chats.writable(payload), Number(id))
    if (message) message.deleted = true
  }
  return true
}
