/** The real adapter on the local Discord server: a newsroom with its people, and another server. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createDiscordPlatform, type Times } from '../../../adapters/discord/platform.ts'
import { openInbox } from '../../../index/ledger/inbox.ts'
import type { Desk } from '../../../src/desk/types.ts'
import type { Platform } from '../../../src/ports/platform.ts'
import { readSettings } from '../../../src/settings.ts'
import { type DiscordPeer, type DiscordPeerOptions, startDiscordPeer } from '../../peers/discord/peer.ts'
import { permissions } from '../../peers/discord/protocol.ts'
import { addRole, type Channel, type Guild, joinGuild, type Role, type User } from '../../peers/discord/world.ts'
import { maintainerId, type SeedDesk, token } from './seed-desk.ts'

export type Newsroom = {
  readonly peer: DiscordPeer
  readonly guild: Guild
  readonly channel: Channel
  readonly elsewhere: Guild
  readonly elsewhereChannel: Channel
  /** Owns the newsroom; may manage it by role; is named in SOURCIER_ADMINS; none of these; owns the other server. */
  readonly owner: User
  readonly manager: User
  readonly maintainer: User
  readonly member: User
  readonly stranger: User
  readonly editors: Role
}

export async function openNewsroom(options: DiscordPeerOptions = {}): Promise<Newsroom> {
  const peer = await startDiscordPeer({ token, ...options })
  const [owner, manager, member, stranger] = [
    peer.user('owner'),
    peer.user('manager'),
    peer.user('member'),
    peer.user('stranger'),
  ]
  const maintainer = peer.user('maintainer', { id: maintainerId })
  const guild = peer.guild('Newsroom', owner)
  const elsewhere = peer.guild('Elsewhere', stranger)
  const managers = addRole(guild, 'Managers', permissions.manageGuild)
  const editors = addRole(guild, 'Editors')
  joinGuild(guild, manager, [managers])
  for (const user of [maintainer, member]) joinGuild(guild, user)
  joinGuild(elsewhere, member)
  const [channel, elsewhereChannel] = [peer.channel(guild, 'general'), peer.channel(elsewhere, 'general')]
  return { peer, guild, channel, elsewhere, elsewhereChannel, owner, manager, maintainer, member, stranger, editors }
}

export type LiveBot = Newsroom & {
  readonly platform: Platform
  /** Reasons for which the platform gave up. */
  readonly dead: string[]
  close(): Promise<void>
}

type StartOptions = {
  readonly desk?: Desk
  readonly peer?: DiscordPeerOptions
  readonly token?: string
  readonly times?: Partial<Times>
}

/** @param options.desk instead of the seeds' own, such as a slow one. */
export async function startBot(seeds: SeedDesk, options: StartOptions = {}): Promise<LiveBot> {
  const newsroom = await openNewsroom(options.peer)
  const { platform, dead } = await createBot(seeds, newsroom, options)
  try {
    await platform.start()
  } catch (error) {
    await newsroom.peer.stop()
    throw error
  }
  return {
    ...newsroom,
    platform,
    dead,
    async close() {
      await Promise.race([platform.stop(), wait(2_000)])
      await newsroom.peer.stop()
    },
  }
}

/** The platform, not yet started. */
export async function createBot(seeds: SeedDesk, { peer }: Pick<Newsroom, 'peer'>, options: StartOptions = {}) {
  const settings = readSettings({
    ...seeds.variables,
    SOURCIER_DISCORD_TOKEN: options.token ?? token,
    SOURCIER_DISCORD_API: peer.api,
  })
  const dead: string[] = []
  const platform = createDiscordPlatform({
    settings,
    desk: options.desk ?? seeds.desk,
    log: seeds.log,
    redact: seeds.redact,
    onDead: (reason) => void dead.push(reason),
    inbox: await openInbox(join(seeds.dataFolder, `inbox-${randomUUID()}.db`)),
    ...(options.times && { times: options.times }),
  })
  return { platform, dead }
}
