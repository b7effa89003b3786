/** The connection to Discord: least intents, small caches, nobody pinged by default, no request repeated blindly. */
import { setTimeout as wait } from 'node:timers/promises'
import {
  Client,
  Events,
  GatewayIntentBits,
  type IShardingStrategy,
  Options,
  Partials,
  SimpleShardingStrategy,
} from 'discord.js'
import { fillAbsent } from './fill-absent.ts'
import { keepSessions } from './keep-sessions.ts'
import { restOptions } from './rest-options.ts'

/** Milliseconds: servers that cannot be reached are not waited for longer; until then discord.js holds commands back. */
const guildsMs = 1_500
/** Servers larger than this send their members only when asked: the bot asks for none. */
const leastMembers = 50

export type Connection = {
  readonly client: Client
  /** Closes the gateway for good, also while discord.js is between two attempts to connect. */
  close(): Promise<void>
}

/**
 * @param api another REST base, without a version; the gateway's address comes from it.
 * @param onClosed told of each connection of a shard that ends, and its code.
 */
export function createConnection(api: string | undefined, onClosed: (shard: number, code: number) => void): Connection {
  let isClosed = false
  const client: Client = new Client({
    // Commands, mentions, replies and direct messages: for these Discord fills in the words without MessageContent.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come in channels that the bot was not told of.
    partials: [Partials.Channel],
    // Nobody is pinged, whatever a text holds; every message says so itself, too.
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    // As many as Discord recommends, all in this process.
    shards: 'auto',
    waitGuildTimeout: guildsMs,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ...{ MessageManager: 0, GuildMemberManager: { maxSize: 200, keepOverLimit: ({ id }) => id === client.user?.id } },
      ...{ ReactionManager: 0, PresenceManager: 0, VoiceStateManager: 0, GuildEmojiManager: 0, GuildStickerManager: 0 },
      ...{ UserManager: { maxSize: 500, keepOverLimit: ({ id }) => id === client.user?.id } },
    }),
    rest: restOptions(api),
    ws: {
      large_threshold: leastMembers,
      buildStrategy: (manager) => {
        keepSessions(client, manager.options, onClosed)
        const { retrieveSessionInfo } = manager.options
        // Every attempt to connect begins with this. discord.js does not end those that it has planned: they wait for ever.
        manager.options.retrieveSessionInfo = (shardId) =>
          isClosed ? new Promise(() => undefined) : retrieveSessionInfo(shardId)
        keepOneShard(manager)
        return untilClosed(new SimpleShardingStrategy(manager), () => isClosed)
      },
    },
  })
  // Called before discord.js reads the event.
  client.on(Events.Raw, fillAbsent)
  return {
    client,
    async close() {
      isClosed = true
      // A silent peer never answers the goodbye, and is not waited for.
      const late = wait(goodbyeMs, undefined, { ref: false })
      await Promise.race([client.destroy(), late])
    },
  }
}

/** A gateway that recommends no number of shards would get none. */
function keepOneShard(manager: ConstructorParameters<typeof SimpleShardingStrategy>[0]): void {
  const fetchInformation = manager.fetchGatewayInformation.bind(manager)
  manager.fetchGatewayInformation = async (force) => {
    const information = await fetchInformation(force)
    return information.shards >= 1 ? information : { ...information, shards: 1 }
  }
}

/** A login that is under way goes on to connect what was destroyed meanwhile: not after the end. */
function untilClosed(strategy: IShardingStrategy, isClosed: () => boolean): IShardingStrategy {
  return {
    connect() {
      if (isClosed()) throw new Error('the connection was closed while it was made')
      return strategy.connect()
    },
    destroy: (options) => strategy.destroy(options),
    spawn: (shardIds) => strategy.spawn(shardIds),
    send: (shardId, payload) => strategy.send(shardId, payload),
    fetchStatus: () => strategy.fetchStatus(),
  }
}

/** Milliseconds. */
const goodbyeMs = 1_000
