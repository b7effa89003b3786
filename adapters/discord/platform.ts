/** Discord: connects, answers what people ask, and leaves when it cannot go on. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Desk } from '../../src/desk/types.ts'
import { UserError } from '../../src/errors.ts'
import type { Inbox } from '../../src/inbox.ts'
import type { Log, Redact } from '../../src/log.ts'
import type { Platform } from '../../src/ports/platform.ts'
import type { Settings } from '../../src/settings.ts'
import { createPages } from './answers/pages.ts'
import type { Bot } from './bot.ts'
import { deployCommands } from './commands/deploy.ts'
import { type Connection, createConnection } from './connection/client.ts'
import { connect, explainStart, isUnauthorised } from './connection/connect.ts'
import { describeFault } from './connection/describe-fault.ts'
import { listen } from './connection/listen.ts'
import { watchdogTimes, watchShards } from './connection/watchdog.ts'
import { createWork } from './connection/work.ts'
import { createErrands } from './errands/errands.ts'
import { replay } from './errands/replay.ts'
import { postNews } from './messages/post-news.ts'

export type DiscordOptions = {
  readonly settings: Settings
  readonly desk: Desk
  readonly log: Log
  readonly redact: Redact
  /** Called once when the connection is beyond repair: the process should end, and be started again. */
  onDead(reason: string): void
  /** Of Discord alone; closed when the platform stops. */
  readonly inbox: Inbox
  /** Milliseconds; other times for tests. */
  readonly times?: Partial<Times>
}

export type Times = {
  /** Until all is connected; discord.js itself tries for ever. Then it is begun anew. */
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
/** Milliseconds between two attempts to start. */
const firstPauseMs = 1_000
const longestPauseMs = 8_000
/** Discord delivers nothing again that is older. */
const doneKeptMs = 48 * 60 * 60 * 1000
const tidyEveryMs = 60 * 60 * 1000

export function createDiscordPlatform(options: DiscordOptions): Platform {
  const { settings, redact, inbox } = options
  const log = options.log.child({ platform: 'discord' })
  const times = { ...usualTimes, ...options.times }
  const work = createWork(settings.chat.model === undefined ? withoutModel : whileModelWrites)
  const stopping = new AbortController()
  const isStopping = () => stopping.signal.aborted
  let running: Bot | undefined
  let connection: Connection | undefined
  let endWatch: () => void = () => undefined
  const die = createDeath(log, () => running !== undefined && !isStopping(), options.onDead)

  /** With a client of its own: discord.js does not begin again with one that it has given up. */
  const tryToStart = async (token: string): Promise<void> => {
    const attempt = createConnection(settings.discord.api, (shard, code) =>
      log.info({ shard, code }, 'a connection to the gateway ended'),
    )
    connection = attempt
    const bot = createBot(attempt, options, { log, work, isStopping, die })
    listen(bot, die)
    try {
      await connect(attempt.client, token, times.startMs)
    } catch (error) {
      await attempt.close()
      throw explainStart(error, redact)
    }
    if (isStopping()) return await attempt.close()
    running = bot
    endWatch = watch(bot, die, times, inbox)
    const { client } = attempt
    log.info({ bot: client.user?.id, servers: client.guilds.cache.size }, 'connected')
    bot.errands.recover().catch((error: unknown) => bot.report(error, 'what was left unanswered cannot be read'))
    await registerCommands(bot)
  }
  /** Discord may be out of reach when the machine starts: it is tried until it answers. */
  const startLater = async (token: string): Promise<void> => {
    for (let pause = firstPauseMs; !isStopping(); pause = Math.min(pause * 2, longestPauseMs)) {
      await wait(pause, undefined, { signal: stopping.signal })
      try {
        return await tryToStart(token)
      } catch (error) {
        if (error instanceof UserError) return options.onDead(error.message)
        log.debug({ err: error, pauseMs: pause }, 'Discord still cannot be reached')
      }
    }
  }

  return {
    name: 'discord',
    async start() {
      const { token } = settings.discord
      if (token === undefined) throw new UserError('SOURCIER_DISCORD_TOKEN is not set')
      try {
        await tryToStart(token)
      } catch (error) {
        if (isStopping()) return
        if (error instanceof UserError) throw error
        log.warn({ err: error }, 'Discord cannot be reached, it is tried again until it can')
        startLater(token).catch(() => undefined)
      }
    },
    async post(place, rendering) {
      if (running === undefined || isStopping()) throw new Error('Discord is not connected')
      await work.track(postNews(running, place, rendering))
    },
    async stop() {
      if (isStopping()) return
      stopping.abort()
      endWatch()
      const isDone = await work.finish(times.finishMs)
      if (!isDone && running !== undefined) await excuseUnfinished(running)
      await connection?.close()
      await inbox.close()
    },
  }
}

type Shared = Pick<Bot, 'log' | 'work' | 'isStopping'> & { readonly die: (reason: string) => void }

function createBot({ client }: Connection, options: DiscordOptions, { log, work, isStopping, die }: Shared): Bot {
  const { settings, desk, redact, inbox } = options
  const report = (error: unknown, what: string) => {
    log.error({ err: describeFault(error, redact) }, what)
    if (isUnauthorised(error)) die('Discord refuses the token')
  }
  const errands = createErrands({
    ...{ inbox, log, report, isStopping },
    bot: () => client.user?.id,
    replay: (event) => replay(client, event),
  })
  const pages = createPages()
  const forgetErrands = inbox.forget
  return { client, settings, desk, log, work, pages, errands, forgetErrands, report, waiting: new Set(), isStopping }
}

/** @returns a function that ends the watch. */
function watch(bot: Bot, die: (reason: string) => void, times: Times, inbox: Inbox): () => void {
  const tidy = () => {
    const before = Date.now() - doneKeptMs
    inbox.dropBefore(before).catch((error: unknown) => bot.report(error, 'the inbox is full'))
  }
  tidy()
  const tidying = setInterval(tidy, tidyEveryMs).unref()
  const { watchMs: everyMs, deadAfterMs } = times
  const endWatch = watchShards(bot.client, die, { ...watchdogTimes, everyMs, deadAfterMs })
  return () => {
    clearInterval(tidying)
    endWatch()
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
