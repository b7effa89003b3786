/** The methods around messages: updates, webhooks, queries, command menus, who is who. */
import { badRequest, webhookIsSet } from './api-error.ts'
import { describeChat } from './chats.ts'
import { flagOf, isPayload, listOf, numberOf, objectOf, type Payload, textOf } from './payload.ts'
import { readInlineResults } from './queries.ts'
import type { BotCommand, Methods } from './server-state.ts'
import { dropWhenAsked } from './update-queue.ts'

export const updateMethods: Methods = {
  getUpdates: (state, payload, aborted) => {
    if (state.webhook.isSet()) throw webhookIsSet()
    return state.queue.poll(payload, aborted)
  },
  setWebhook: (state, payload) => {
    dropWhenAsked(state.queue, payload)
    state.queue.allow(payload)
    state.webhook.set(payload)
    state.queue.close()
    return true
  },
  deleteWebhook: (state, payload) => {
    dropWhenAsked(state.queue, payload)
    state.webhook.unset()
    return true
  },
  getWebhookInfo: (state) => state.webhook.info(),
}

export const queryMethods: Methods = {
  answerCallbackQuery: (state, payload) => {
    const text = textOf(payload, 'text')
    const url = textOf(payload, 'url')
    if ((text?.length ?? 0) > 200) throw badRequest('MESSAGE_TOO_LONG')
    state.queries.answerCallback(textOf(payload, 'callback_query_id'), {
      alert: flagOf(payload, 'show_alert'),
      ...(text && { text }),
      ...(url && { url }),
    })
    return true
  },
  answerInlineQuery: (state, payload) => {
    if (Buffer.byteLength(textOf(payload, 'next_offset') ?? '') > 64) throw badRequest('NEXT_OFFSET_INVALID')
    const values = listOf(payload, 'results')
    if (values === undefined) throw badRequest("can't parse inline query results")
    state.queries.answerInline(textOf(payload, 'inline_query_id'), () => ({
      results: readInlineResults(values),
      personal: flagOf(payload, 'is_personal'),
      cacheSeconds: numberOf(payload, 'cache_time') ?? 300,
    }))
    return true
  },
}

const scopes = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
]

/** Which menu: the most exact scope and language that is set counts for a reader. */
export function menuKey(payload: Payload): string {
  const scope = objectOf(payload, 'scope') ?? { type: 'default' }
  const type = textOf(scope, 'type') ?? ''
  if (!scopes.includes(type)) throw badRequest("can't parse BotCommandScope: unsupported type specified")
  const language = textOf(payload, 'language_code') ?? ''
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('BOT_COMMAND_LANGUAGE_INVALID')
  return [type, textOf(scope, 'chat_id'), textOf(scope, 'user_id'), language]
    .filter((part) => part !== undefined)
    .join('/')
}

function readCommand(value: unknown): BotCommand {
  if (!isPayload(value)) throw badRequest("can't parse BotCommand: expected an Object")
  const command = textOf(value, 'command') ?? ''
  const description = textOf(value, 'description') ?? ''
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
  if (description.trim() === '' || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  return { command, description }
}

export const settingMethods: Methods = {
  getMe: ({ chats }) => ({
    ...chats.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
  setMyCommands: (state, payload) => {
    const commands = (listOf(payload, 'commands') ?? []).map(readCommand)
    if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
    state.commands.set(menuKey(payload), commands)
    return true
  },
  getMyCommands: (state, payload) => state.commands.get(menuKey(payload)) ?? [],
  deleteMyCommands: (state, payload) => {
    state.commands.delete(menuKey(payload))
    return true
  },
  setMyDescription: (_state, payload) => limited(payload, 'description', 512),
  setMyShortDescription: (_state, payload) => limited(payload, 'short_description', 120),
  setMyName: (_state, payload) => limited(payload, 'name', 64),
  setChatMenuButton: () => true,

  getChat: (state, payload) => describeChat(state.chats.writable(payload)),
  getChatMember: (state, payload) => {
    const chat = state.chats.writable(payload)
    const id = numberOf(payload, 'user_id') ?? 0
    const user = id === state.chats.bot.id ? state.chats.bot : chat.members.get(id)
    if (user === undefined) throw badRequest('user not found')
    return { status: chat.administrators.has(id) ? 'administrator' : 'member', user }
  },
  getChatAdministrators: (state, payload) => {
    const chat = state.chats.writable(payload)
    return [...chat.administrators].map((id) => ({ status: 'administrator', user: chat.members.get(id) }))
  },
  leaveChat: (state, payload) => {
    state.chats.writable(payload).started = false
    return true
  },
}

function limited(payload: Payload, name: string, most: number): true {
  if ((textOf(payload, name)?.length ?? 0) > most) throw badRequest(`${name.toUpperCase()}_TOO_LONG`)
  return true
}
