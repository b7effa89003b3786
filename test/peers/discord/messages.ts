/** Messages as the server keeps them: made, edited, written for the wire, and as a person sees them. */
import { ApiError, type Json, refusals } from './api-error.ts'
import { isObject } from './checks/values.ts'
import { newId } from './ids.ts'
import { findMentions, findPings, type Mentions } from './markup.ts'
import { messageFlags, messageTypes } from './protocol.ts'
import type { Channel, User, World } from './world.ts'
import { writeUser } from './world.ts'

export type SentFile = { readonly name: string; readonly text: string }

export type Message = {
  readonly id: string
  readonly channel: Channel
  readonly author: User
  readonly type: number
  content: string
  embeds: readonly Json[]
  components: readonly Json[]
  files: readonly SentFile[]
  flags: number
  nonce?: string | number
  readonly replyTo?: Message
  /** Of an interaction's answer: the interaction, who caused it and when it was first visible. */
  readonly interaction?: { readonly id: string; readonly type: number; readonly user: User }
  readonly createdAt: number
  editedAt?: number
  mentions: Mentions
  pinged: Mentions
  deleted: boolean
}

const settable = messageFlags.suppressEmbeds | messageFlags.suppressNotifications | messageFlags.componentsV2

type NewMessage = {
  readonly channel: Channel
  readonly author: User
  readonly body: Json
  readonly files?: readonly SentFile[]
  readonly type?: number
  readonly flags?: number
  readonly interaction?: NonNullable<Message['interaction']>
}

/** @param body was checked before. @throws ApiError when the message replied to is not there. */
export function makeMessage(messages: ReadonlyMap<string, Message>, input: NewMessage): Message {
  const { channel, author, body, files = [], interaction } = input
  const replyTo = readReference(messages, body)
  const content = typeof body['content'] === 'string' ? body['content'].trim() : ''
  const allowed = isObject(body['allowed_mentions']) ? body['allowed_mentions'] : undefined
  const repliedTo = replyTo?.author.id
  const pinged = findPings(content, allowed, { interaction: interaction !== undefined, repliedTo })
  const named = findMentions(content)
  const nonce = body['nonce']
  return {
    id: newId(),
    channel,
    author,
    type: input.type ?? (replyTo === undefined ? messageTypes.ordinary : messageTypes.reply),
    content,
    embeds: readList(body['embeds']),
    components: readList(body['components']),
    files,
    flags: (Number(body['flags'] ?? 0) & settable) | (input.flags ?? 0),
    ...((typeof nonce === 'string' || typeof nonce === 'number') && { nonce }),
    ...(replyTo !== undefined && { replyTo }),
    ...(interaction !== undefined && { interaction }),
    createdAt: Date.now(),
    mentions: { ...named, users: [...new Set([...named.users, ...pinged.users])] },
    pinged,
    deleted: false,
  }
}

/** Changes what the body names. Whoever an edited text allows to be pinged is counted too. */
export function editMessage(message: Message, body: Json, files: readonly SentFile[] = []): void {
  if ('content' in body) message.content = typeof body['content'] === 'string' ? body['content'].trim() : ''
  if ('embeds' in body) message.embeds = readList(body['embeds'])
  if ('components' in body) message.components = readList(body['components'])
  if (files.length > 0) message.files = files
  if (typeof body['flags'] === 'number') {
    const kept = message.flags & ~settable & ~messageFlags.loading
    message.flags = kept | (body['flags'] & settable)
  }
  message.flags &= ~messageFlags.loading
  message.editedAt = Date.now()
  const allowed = isObject(body['allowed_mentions']) ? body['allowed_mentions'] : undefined
  message.mentions = findMentions(message.content)
  message.pinged = findPings(message.content, allowed, { interaction: message.interaction !== undefined })
  const says = message.content !== '' || message.embeds.length > 0 || message.files.length > 0
  if (!says && (message.flags & messageFlags.componentsV2) === 0) throw refusals.emptyMessage()
}

function readReference(messages: ReadonlyMap<string, Message>, body: Json): Message | undefined {
  const reference = body['message_reference']
  if (!isObject(reference)) return undefined
  const message = messages.get(String(reference['message_id']))
  if (message !== undefined && !message.deleted) return message
  if (reference['fail_if_not_exists'] === false) return undefined
  const unknown = { code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' }
  throw new ApiError(400, 50_035, 'Invalid Form Body', { message_reference: { _errors: [unknown] } })
}

export const readList = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** @param reader without the message-content intent a bot reads empty texts, but for its own, direct ones and mentions of it. */
export function writeMessage(world: World, message: Message, reader?: { readonly hidesContentFrom: User }): Json {
  const { id, channel, author, type, flags, interaction, replyTo } = message
  const bot = reader?.hidesContentFrom
  const named = message.mentions.users.flatMap((user) => world.users.get(user) ?? [])
  const hidden =
    bot !== undefined && author.id !== bot.id && channel.guild !== undefined && !message.mentions.users.includes(bot.id)
  const suppressed = (flags & messageFlags.suppressEmbeds) !== 0
  return {
    id,
    channel_id: channel.id,
    author: writeUser(author),
    type,
    content: hidden ? '' : message.content,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    mention_everyone: message.mentions.everyone,
    mentions: named.map(writeUser),
    mention_roles: message.mentions.roles,
    attachments: hidden ? [] : message.files.map((file, number) => writeFile(id, file, number)),
    embeds: hidden || suppressed ? [] : message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: hidden ? [] : message.components,
    pinned: false,
    flags,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(interaction !== undefined && {
      application_id: author.id,
      webhook_id: author.id,
      interaction_metadata: {
        id: interaction.id,
        type: interaction.type,
        user: writeUser(interaction.user),
        authorizing_integration_owners: {},
      },
    }),
    ...(replyTo !== undefined && {
      message_reference: {
        type: 0,
        message_id: replyTo.id,
        channel_id: replyTo.channel.id,
        guild_id: replyTo.channel.guild?.id,
      },
      referenced_message: replyTo.deleted
        ? null
        : writeMessage(world, { ...withoutReply(replyTo), channel: replyTo.channel }, reader),
    }),
  }
}

function withoutReply(message: Message): Message {
  const { replyTo: _, ...rest } = message
  return rest
}

function writeFile(messageId: string, { name, text }: SentFile, number: number): Json {
  const url = `http://127.0.0.1/attachments/${messageId}/${number}/${encodeURIComponent(name)}`
  return { id: String(BigInt(messageId) + BigInt(number) + 1n), filename: name, size: text.length, url, proxy_url: url }
}
