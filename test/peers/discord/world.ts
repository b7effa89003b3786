/** Servers, channels and people, as a test sets them up, and how Discord writes them. */
import type { Json } from './api-error.ts'
import { newId } from './ids.ts'
import { allPermissions, channelTypes, permissions } from './protocol.ts'

export type User = { readonly id: string; readonly username: string; readonly bot: boolean; readonly locale: string }
export type Role = { readonly id: string; readonly name: string; permissions: bigint }
export type Guild = {
  readonly id: string
  readonly name: string
  readonly owner: User
  readonly roles: Role[]
  /** Role ids by user id; changed at will by a test. */
  readonly members: Map<string, { readonly user: User; roles: readonly Role[] }>
}
export type Channel = {
  readonly id: string
  readonly type: number
  readonly name: string
  readonly guild?: Guild
  readonly parent?: Channel
  /** Of a direct conversation: the person. */
  readonly recipient?: User
  /** False: the bot gets 50013 when it writes. */
  botMayWrite: boolean
}

export type World = {
  readonly users: Map<string, User>
  readonly guilds: Map<string, Guild>
  readonly channels: Map<string, Channel>
  /** Told of what is added, for the gateway. */
  onAdded: (what: { readonly guild: Guild } | { readonly channel: Channel }) => void
}

const everyone =
  permissions.viewChannel |
  permissions.sendMessages |
  permissions.embedLinks |
  permissions.attachFiles |
  permissions.readMessageHistory |
  permissions.mentionEveryone |
  permissions.useCommands |
  permissions.sendInThreads

export function createWorld(): World {
  return { users: new Map(), guilds: new Map(), channels: new Map(), onAdded: () => undefined }
}

export type UserTraits = { readonly bot?: boolean; readonly locale?: string; readonly id?: string }

export function addUser(world: World, username: string, traits: UserTraits = {}): User {
  const { bot = false, locale = 'en-US', id = newId() } = traits
  const user = { id, username, bot, locale }
  world.users.set(user.id, user)
  return user
}

/** A server with the bot as its member. */
export function addGuild(world: World, name: string, owner: User, bot: User): Guild {
  const id = newId()
  const guild: Guild = {
    id,
    name,
    owner,
    roles: [{ id, name: '@everyone', permissions: everyone }],
    members: new Map(),
  }
  joinGuild(guild, owner)
  joinGuild(guild, bot)
  world.guilds.set(id, guild)
  world.onAdded({ guild })
  return guild
}

export function addRole(guild: Guild, name: string, rights = 0n): Role {
  const role = { id: newId(), name, permissions: rights }
  guild.roles.push(role)
  return role
}

export function joinGuild(guild: Guild, user: User, roles: readonly Role[] = []): void {
  guild.members.set(user.id, { user, roles })
}

type NewChannel = { readonly guild?: Guild; readonly parent?: Channel; readonly recipient?: User; readonly id?: string }

export function addChannel(world: World, name: string, { id = newId(), ...place }: NewChannel): Channel {
  const type =
    place.parent !== undefined
      ? channelTypes.publicThread
      : place.guild === undefined
        ? channelTypes.direct
        : channelTypes.guildText
  const channel: Channel = { id, type, name, ...place, botMayWrite: true }
  world.channels.set(id, channel)
  world.onAdded({ channel })
  return channel
}

/** The direct conversation with a person, made when first used. */
export function directChannel(world: World, recipient: User): Channel {
  const known = [...world.channels.values()].find((channel) => channel.recipient?.id === recipient.id)
  return known ?? addChannel(world, recipient.username, { recipient })
}

export function permissionsOf(guild: Guild, user: User): bigint {
  if (guild.owner.id === user.id) return allPermissions
  const roles = [guild.roles[0], ...(guild.members.get(user.id)?.roles ?? [])]
  const rights = roles.reduce((all, role) => all | (role?.permissions ?? 0n), 0n)
  return (rights & permissions.administrator) !== 0n ? allPermissions : rights
}

export function writeUser({ id, username, bot }: User): Json {
  return { id, username, discriminator: '0', global_name: username, avatar: null, bot, public_flags: 0 }
}

export function writeMember(guild: Guild, user: User): Json {
  const roles = (guild.members.get(user.id)?.roles ?? []).map((role) => role.id)
  const joined = '2024-01-01T00:00:00.000Z'
  return {
    nick: null,
    avatar: null,
    roles,
    joined_at: joined,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
  }
}

export function writeRole({ id, name, permissions: rights }: Role, position: number): Json {
  const looks = {
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
  }
  return { id, name, permissions: String(rights), position, managed: false, mentionable: true, flags: 0, ...looks }
}

export function writeChannel(channel: Channel): Json {
  const { id, type, name, guild, parent, recipient } = channel
  if (recipient !== undefined) return { id, type, recipients: [writeUser(recipient)], last_message_id: null, flags: 0 }
  const common = { id, type, name, guild_id: guild?.id, last_message_id: null, rate_limit_per_user: 0, flags: 0 }
  if (parent === undefined) {
    return { ...common, position: 0, permission_overwrites: [], nsfw: false, topic: null, parent_id: null }
  }
  const state = {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: '2026-01-01T00:00:00Z',
    locked: false,
  }
  return {
    ...common,
    parent_id: parent.id,
    owner_id: guild?.owner.id,
    message_count: 0,
    member_count: 1,
    thread_metadata: state,
  }
}

export function writeGuild(world: World, guild: Guild, bot: User): Json {
  const here = [...world.channels.values()].filter((channel) => channel.guild?.id === guild.id)
  const members = [bot, guild.owner].map((user) => ({ ...writeMember(guild, user), user: writeUser(user) }))
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner.id,
    icon: null,
    features: [],
    preferred_locale: 'en-US',
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
    member_count: guild.members.size,
    large: false,
    unavailable: false,
    joined_at: '2024-01-01T00:00:00.000Z',
    roles: guild.roles.map(writeRole),
    emojis: [],
    stickers: [],
    members,
    channels: here.filter((channel) => channel.parent === undefined).map(writeChannel),
    threads: here.filter((channel) => channel.parent !== undefined).map(writeChannel),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}
