/** Discord: connects, answers what people ask, and leaves when it cannot go on. */
import { setTimeout as wait } from 'node:timers/promises'
import { Events } from 'discord.js'
import type { Desk } from '../../src/desk/types.ts'
import { UserError } from '../../src/errors.ts'
import type { Log, Redact } from '../../src/log.ts'
import type { Platform } from '../../src/ports/platform.ts'
import type { Settings } from '../../src/settings.ts'
import { createPages } from './answers/pages.ts'
import type { Bot } from './bot.ts'
import { deployCommands } from './commands/deploy.ts'
import { createConnection } from './connection/client.ts'
import { connect, explainStart, isUnauthorised } from './connection/connect.ts'
import { describeFault } from './connection/describe-fault.ts'
import { createOnce } from './connection/once.ts'
import { watchdogTimes, watchShards } from './connection/watchdog.ts'
import { createWork } from './connection/work.ts'
import { handleInteraction } from './interactions/handle-interaction.ts'
import { createMessageHandler } from './messages/handle-message.ts'
import { postNews } from './messages/post-news.ts'

export type DiscordOptions = {
  readonly settings: Settings
  readonly desk: Desk
  readonly log: Log
  readonly redact: Redact
  /** Called once when the connection is beyond repair: the process should end, and be started again. */
  onDead(reason: string): void
  /** Given to every platform; Discord keeps nothing of its own. */
  readonly dataFolder?: string
  readonly ledgerFile?: string
  /** Milliseconds; other times for tests. */
  readonly times?: Partial<Times>
}

export type Times = {
  /** Until all is connected; discord.js itself tries for ever. */
  readonly startMs: number
  /** For answers in flight when the program ends, which has 10 s. */
  readonly finishMs: number
  /** Between two looks at the shards, and until one that is away counts as dead. */
  readonly watchMs: number
  readonly deadAfterMs: number
}

const usualTimes: Times = {
  startMs: 30_000,
  finishMs: 8_500,
  watchMs: watchdogTimes.everyMs,
  deadAfterMs: watchdogTimes.deadAfterMs,
}
const whileModelWrites = 8
const withoutModel = 2

export function createDiscordPlatform(options: DiscordOptions): Platform {
  const { settings, desk, redact } = options
  const log = options.log.child({ platform: 'discord' })
  const times = { ...usualTimes, ...options.times }
  const connection = createConnection(settings.discord.api, (shard, code) =>
    log.info({ shard, code }, 'a connection to the gateway ended'),
  )
  const { client } = connection
  const work = createWork(settings.chat.model === undefined ? withoutModel : whileModelWrites)
  let state: 'starting' | 'running' | 'stopping' = 'starting'
  const isStopping = () => state === 'stopping'
  let endWatch: () => void = () => undefined
  const die = createDeath(log, () => state === 'running', options.onDead)
  const report = (error: unknown, what: string) => {
    log.error({ err: describeFault(error, redact) }, what)
    if (isUnauthorised(error)) die('Discord refuses the token')
  }
  const bot: Bot = {
    client,
    settings,
    desk,
    log,
    work,
    pages: createPages(),
    report,
    waiting: new Set(),
    isStopping,
  }
  listen(bot, die)

  return {
    name: 'discord',
    async start() {
      const { token } = settings.discord
      if (token === undefined) throw new UserError('SOURCIER_DISCORD_TOKEN is not set')
      try {
        await connect(client, token, times.startMs)
      } catch (error) {
        if (isStopping()) return
        state = 'stopping'
        await connection.close()
        throw explainStart(error, redact)
      }
      if (isStopping()) return await connection.close()
      state = 'running'
      endWatch = watchShards(client, die, { ...watchdogTimes, everyMs: times.watchMs, deadAfterMs: times.deadAfterMs })
      log.info({ bot: client.user?.id, servers: client.guilds.cache.size }, 'connected')
      await registerCommands(bot)
    },
    async post(place, rendering) {
      if (state !== 'running') throw new Error('Discord is not connected')
      await work.track(postNews(bot, place, rendering))
    },
    async stop() {
      state = 'stopping'
      endWatch()
      const isDone = await work.finish(times.finishMs)
      if (!isDone) await excuseUnfinished(bot)
      await connection.close()
    },
  }
}

/** Milliseconds that the last words may take. */
const lastWordsMs = 700

/** Whoever still waits is told so, instead of looking at "thinking" for a quarter of an hour. */
async function excuseUnfinished({ waiting, log }: Bot): Promise<void> {
  log.warn({ interactions: waiting.size }, 'answers in flight were not finished')
  const excuses = [...waiting].map((excuse) => excuse().catch(() => undefined))
  await Promise.race([Promise.all(excuses), wait(lastWordsMs, undefined, { ref: false })])
}

/** Every listener is guarded: a rejection in one would end the process. */
function listen(bot: Bot, die: (reason: string) => void): void {
  const { client, log, work, report } = bot
  const isFirst = createOnce()
  const handleMessage = createMessageHandler(bot)
  const guard = (what: string, id: string, handle: () => Promise<void>): void => {
    if (!isFirst(id)) return
    void work.track(handle()).catch((error: unknown) => report(error, what))
  }
  client.on(Events.InteractionCreate, (interaction) =>
    guard('an interaction failed', interaction.id, () => handleInteraction(bot, interaction)),
  )
  client.on(Events.MessageCreate, (message) => guard('a message failed', message.id, () => handleMessage(message)))
  client.on(Events.Error, (error) => report(error, 'discord.js reports an error'))
  client.on(Events.Warn, (message) => log.warn({ message }, 'discord.js warns'))
  client.on(Events.ShardError, (error, shard) => report(error, `shard ${shard} reports an error`))
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'a shard reconnects'))
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'a shard resumed'))
  client.on(Events.ShardDisconnect, ({ code }, shard) => die(`shard ${shard} was closed for good with code ${code}`))
  client.on(Events.Invalidated, () => die('the session was invalidated'))
  client.rest.on('invalidRequestWarning', (count) => log.warn(count, 'Discord refuses many requests'))
}

/** While it starts, `start` itself says what is wrong. */
function createDeath(log: Log, isRunning: () => boolean, onDead: (reason: string) => void): (reason: string) => void {
  let isDead = false
  return (reason) => {
    if (isDead || !isRunning()) return
    isDead = true
    log.error({ reason }, 'Discord is lost')
    onDead(reason)
  }
}

/** Without them the bot still answers mentions: no reason not to start. */
async function registerCommands({ client, log, report }: Bot): Promise<void> {
  if (client.application === null) return
  try {
    log.info({ commands: await deployCommands(client.rest, client.application.id) }, 'commands')
  } catch (error) {
    report(error, 'the commands could not be registered')
  }
}
