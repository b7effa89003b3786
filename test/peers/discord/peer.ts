/**
 * A local server that speaks Discord's REST and gateway protocols to the real client, as strict as Discord: everything
 * over a limit is refused, an interaction expires, nonces and allowed mentions count. What goes wrong is ordered.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFaults, type Faults } from './faults.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { createPeople, type People } from './people.ts'
import { channelTypes } from './protocol.ts'
import { createPublish } from './publish.ts'
import { createRateLimits } from './rate-limits.ts'
import { createRest } from './rest.ts'
import { createRoutes } from './routes.ts'
import { type Shown, showMessage } from './shown.ts'
import { createState, type State } from './state.ts'
import {
  addChannel,
  addGuild,
  addUser,
  type Channel,
  createWorld,
  directChannel,
  type Guild,
  type User,
  type UserTraits,
  writeChannel,
  writeGuild,
} from './world.ts'

export type DiscordPeerOptions = {
  readonly token?: string
  /** 41,250 at Discord; shorter where a test waits for a missed one. */
  readonly heartbeatMs?: number
  /** Privileged intents switched on for the bot; none unless given. */
  readonly privileged?: number
  /** How many shards Discord recommends, and wants; 1 unless given. */
  readonly shards?: number
  /** How many of them may identify at once; 1 unless given, and then one every 5 s. */
  readonly identifiedAtOnce?: number
}

export type DiscordPeer = People & {
  /** The base for `rest.api`. */
  readonly api: string
  readonly token: string
  readonly bot: User
  readonly state: State
  readonly gateway: Gateway
  readonly faults: Faults
  user(name: string, traits?: UserTraits): User
  guild(name: string, owner: User): Guild
  channel(guild: Guild, name: string, parent?: Channel): Channel
  direct(user: User): Channel
  /** Every message that the bot ever stored, as seen now, oldest first. */
  sent(): readonly Shown[]
  /** Cuts all connections and lets nobody in: until it comes back, at the same address, with all that it knows. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  stop(): Promise<void>
}

/** Listens on a free port of this machine. */
export async function startDiscordPeer(options: DiscordPeerOptions = {}): Promise<DiscordPeer> {
  const { token = 'MTE5.local-peer.s3cr3t-t0ken-of-the-test', heartbeatMs = 41_250, privileged = 0 } = options
  const { shards = 1, identifiedAtOnce = 1 } = options
  const world = createWorld()
  const bot = addUser(world, 'Sourcier', { bot: true })
  const state = createState(world, token, bot)
  const server = createServer()
  let port = 0
  const address = () => `ws://127.0.0.1:${port}/gateway`
  const gateway = createGateway(server, state, { heartbeatMs, privileged, address, shards, identifiedAtOnce })
  const publish = createPublish(state, gateway)
  const faults = createFaults()
  const routes = createRoutes(state, gateway, publish, address)
  server.on('request', createRest(state, routes, faults, createRateLimits()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  world.onAdded = (added) => {
    if ('guild' in added) return gateway.dispatch('GUILD_CREATE', writeGuild(world, added.guild, bot), 1)
    const { channel } = added
    const thread = channel.type === channelTypes.publicThread
    if (channel.guild !== undefined) {
      gateway.dispatch(
        thread ? 'THREAD_CREATE' : 'CHANNEL_CREATE',
        { ...writeChannel(channel), newly_created: true },
        1,
      )
    }
  }
  return {
    api: `http://127.0.0.1:${port}/api`,
    token,
    bot,
    state,
    gateway,
    faults,
    ...createPeople(state, gateway, publish),
    user: (name, traits) => addUser(world, name, traits),
    guild: (name, owner) => addGuild(world, name, owner, bot),
    channel: (guild, name, parent) => addChannel(world, name, { guild, ...(parent !== undefined && { parent }) }),
    direct: (user) => directChannel(world, user),
    sent: () => state.sent.filter((message) => !message.deleted).map(showMessage),
    async goAway() {
      const closed = once(server, 'close')
      server.close()
      gateway.cut()
      server.closeAllConnections()
      await closed
    },
    async comeBack() {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
    async stop() {
      gateway.stop()
      server.closeAllConnections()
      if (!server.listening) return
      server.close()
      await once(server, 'close')
    },
  }
}
