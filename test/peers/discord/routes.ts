/** The REST routes that a bot of this kind uses. Each takes what was asked and returns the body, or throws an ApiError. */
import { createForm, type Json, refusals } from './api-error.ts'
import { checkMessage } from './checks/message.ts'
import { checkText } from './checks/values.ts'
import type { Gateway } from './gateway.ts'
import {
  answerInteraction,
  type Body,
  editAnswer,
  findAnswer,
  findByToken,
  followUp,
  type Publish,
} from './interactions.ts'
import { editMessage, type Message, makeMessage, writeMessage } from './messages.ts'
import type { State } from './state.ts'
import { storeCommands } from './store-commands.ts'
import {
  addChannel,
  type Channel,
  directChannel,
  writeChannel,
  writeGuild,
  writeMember,
  writeRole,
  writeUser,
} from './world.ts'

export type Request = { readonly parts: readonly string[]; readonly query: URLSearchParams; readonly body: Body }
/** Undefined: 204 without a body. */
type Handler = (request: Request) => unknown
export type Route = { readonly method: string; readonly path: RegExp; readonly open: boolean; readonly handle: Handler }

const id = '(\\d{17,20})'
const nonceMemoryMs = 5 * 60_000

export function createRoutes(
  state: State,
  gateway: Gateway,
  publish: Publish,
  gatewayAddress: () => string,
): readonly Route[] {
  const { world, bot, messages } = state
  const route = (method: string, path: string, handle: Handler, open = false): Route => ({
    method,
    path: new RegExp(`^${path}$`),
    open,
    handle,
  })
  const written = (message: Message) => writeMessage(world, message, { hidesContentFrom: bot })

  const findChannel = (channelId = ''): Channel => {
    const channel = world.channels.get(channelId)
    if (channel === undefined) throw refusals.unknownChannel()
    return channel
  }
  const findMessage = ([channelId, messageId = '']: readonly string[]): Message => {
    const message = messages.get(messageId)
    if (message === undefined || message.deleted || message.channel !== findChannel(channelId)) {
      throw refusals.unknownMessage()
    }
    return message
  }
  const findGuild = (guildId = '') => {
    const guild = world.guilds.get(guildId)
    if (guild === undefined) throw refusals.unknownGuild()
    return guild
  }
  const requireSelf = (applicationId = '') => {
    if (applicationId !== bot.id) throw refusals.missingAccess()
  }

  function createMessage({ parts: [channelId], body }: Request): Json {
    const channel = findChannel(channelId)
    if (!channel.botMayWrite) throw refusals.missingPermissions()
    checkMessage(body.json, { files: body.files.length })
    const { nonce, enforce_nonce: enforced } = body.json
    const known = state.sent.findLast(
      (sent) => nonce !== undefined && sent.nonce === nonce && Date.now() - sent.createdAt < nonceMemoryMs,
    )
    if (enforced === true && known !== undefined) return written(known)
    const message = makeMessage(messages, { channel, author: bot, body: body.json, files: body.files })
    messages.set(message.id, message)
    state.sent.push(message)
    publish('MESSAGE_CREATE', message)
    state.changed()
    return written(message)
  }

  function startThread(parent: Channel, body: Body, threadId?: string): Json {
    const form = createForm()
    const name = checkText(form, ['name'], body.json['name'], { least: 1, most: 100, required: true })
    form.finish()
    if (parent.guild === undefined || parent.parent !== undefined) throw refusals.missingPermissions()
    const options = { guild: parent.guild, parent, ...(threadId !== undefined && { id: threadId }) }
    return writeChannel(addChannel(world, name, options))
  }

  const application = () => ({
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    bot: writeUser(bot),
    owner: writeUser(bot),
    team: null,
  })

  return [
    route('GET', '/gateway', () => ({ url: gatewayAddress() }), true),
    route('GET', '/gateway/bot', () => ({
      url: gatewayAddress(),
      shards: gateway.shards,
      session_start_limit: {
        total: 1000,
        remaining: 1000 - gateway.counts.identified,
        reset_after: 86_400_000,
        max_concurrency: gateway.identifiedAtOnce,
      },
    })),
    route('GET', '/users/@me', () => ({ ...writeUser(bot), verified: true, mfa_enabled: true, flags: 0 })),
    route('GET', `/users/${id}`, ({ parts: [userId = ''] }) => {
      const user = world.users.get(userId)
      if (user === undefined) throw refusals.unknownUser()
      return writeUser(user)
    }),
    route('POST', '/users/@me/channels', ({ body }) => {
      const user = world.users.get(String(body.json['recipient_id']))
      if (user === undefined) throw refusals.unknownUser()
      return writeChannel(directChannel(world, user))
    }),
    route('GET', '/(?:oauth2/)?applications/@me', application),
    route('GET', `/applications/${id}/commands`, ({ parts: [owner] }) => {
      requireSelf(owner)
      return state.globalCommands
    }),
    route('PUT', `/applications/${id}/commands`, ({ parts: [owner], body }) => {
      requireSelf(owner)
      return storeCommands(state, body.json)
    }),
    route('GET', `/applications/${id}/guilds/${id}/commands`, ({ parts: [owner, guildId = ''] }) => {
      requireSelf(owner)
      return state.guildCommands.get(findGuild(guildId).id) ?? []
    }),
    route('PUT', `/applications/${id}/guilds/${id}/commands`, ({ parts: [owner, guildId], body }) => {
      requireSelf(owner)
      return storeCommands(state, body.json, findGuild(guildId).id)
    }),
    route('GET', `/guilds/${id}`, ({ parts: [guildId] }) => writeGuild(world, findGuild(guildId), bot)),
    route('GET', `/guilds/${id}/channels`, ({ parts: [guildId] }) =>
      [...world.channels.values()].filter((channel) => channel.guild === findGuild(guildId)).map(writeChannel),
    ),
    route('GET', `/guilds/${id}/roles`, ({ parts: [guildId] }) => findGuild(guildId).roles.map(writeRole)),
    route('GET', `/guilds/${id}/members/${id}`, ({ parts: [guildId, userId = ''] }) => {
      const guild = findGuild(guildId)
      const member = guild.members.get(userId)
      if (member === undefined) throw refusals.unknownMember()
      return { ...writeMember(guild, member.user), user: writeUser(member.user) }
    }),
    route('GET', `/channels/${id}`, ({ parts: [channelId] }) => writeChannel(findChannel(channelId))),
    route('POST', `/channels/${id}/typing`, ({ parts: [channelId] }) => {
      const channel = findChannel(channelId)
      if (!channel.botMayWrite) throw refusals.missingPermissions()
      state.typing.set(channel.id, Date.now())
      state.changed()
    }),
    route('POST', `/channels/${id}/messages`, createMessage),
    route('GET', `/channels/${id}/messages/${id}`, ({ parts }) => written(findMessage(parts))),
    route('PATCH', `/channels/${id}/messages/${id}`, ({ parts, body }) => {
      const message = findMessage(parts)
      if (message.author.id !== bot.id) throw refusals.notTheAuthor()
      checkMessage(body.json, { edit: true, files: body.files.length })
      editMessage(message, body.json, body.files)
      publish('MESSAGE_UPDATE', message)
      state.changed()
      return written(message)
    }),
    route('DELETE', `/channels/${id}/messages/${id}`, ({ parts }) => {
      const message = findMessage(parts)
      if (message.author.id !== bot.id) throw refusals.missingPermissions()
      message.deleted = true
      publish('MESSAGE_DELETE', message)
      state.changed()
    }),
    route('POST', `/channels/${id}/messages/${id}/threads`, ({ parts, body }) =>
      startThread(findChannel(parts[0]), body, findMessage(parts).id),
    ),
    route('POST', `/channels/${id}/threads`, ({ parts, body }) => startThread(findChannel(parts[0]), body)),
    route('PUT', `/channels/${id}/thread-members/@me`, ({ parts }) => void findChannel(parts[0])),
    route(
      'POST',
      `/interactions/${id}/([^/]+)/callback`,
      ({ parts: [interactionId = '', token = ''], body, query }) => {
        const interaction = answerInteraction(state, publish, interactionId, token, body)
        if (query.get('with_response') !== 'true') return undefined
        const { original } = interaction
        const resource =
          original === undefined ? { type: body.json['type'] } : { type: body.json['type'], message: written(original) }
        return {
          interaction: { id: interaction.id, type: interaction.type, response_message_id: original?.id },
          resource,
        }
      },
      true,
    ),
    route(
      'POST',
      `/webhooks/${id}/([^/]+)`,
      ({ parts: [, token = ''], body }) => written(followUp(state, publish, findByToken(state, token), body)),
      true,
    ),
    route(
      'GET',
      `/webhooks/${id}/([^/]+)/messages/(@original|\\d{17,20})`,
      ({ parts: [, token = '', messageId = ''] }) => written(findAnswer(findByToken(state, token), messageId)),
      true,
    ),
    route(
      'PATCH',
      `/webhooks/${id}/([^/]+)/messages/(@original|\\d{17,20})`,
      ({ parts: [, token = '', messageId = ''], body }) =>
        written(editAnswer(state, publish, findByToken(state, token), messageId, body)),
      true,
    ),
    route(
      'DELETE',
      `/webhooks/${id}/([^/]+)/messages/(@original|\\d{17,20})`,
      ({ parts: [, token = '', messageId = ''] }) => {
        const message = findAnswer(findByToken(state, token), messageId)
        message.deleted = true
        publish('MESSAGE_DELETE', message)
        state.changed()
      },
      true,
    ),
  ]
}
