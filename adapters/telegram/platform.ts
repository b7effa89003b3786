/** Telegram: what comes in goes through the inbox to the desk, and what the desk says back to where it was asked. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Desk } from '../../src/desk/types.ts'
import { UserError } from '../../src/errors.ts'
import type { Inbox } from '../../src/inbox.ts'
import type { Log, Redact } from '../../src/log.ts'
import type { Platform } from '../../src/ports/platform.ts'
import { cleanLine } from '../../src/rendering/cutting/clean.ts'
import type { Rendering } from '../../src/rendering/types.ts'
import type { Settings } from '../../src/settings.ts'
import { createAccess } from './access.ts'
import { updateMenus } from './commands/menus.ts'
import { type Client, createClient } from './connection/client.ts'
import { createLimiter, type Limiter } from './connection/limits.ts'
import { startPolling } from './connection/polling.ts'
import { createPresence } from './connection/presence.ts'
import { consequenceOf, TelegramRefusal } from './connection/telegram-errors.ts'
import { makeSecret, startWebhook } from './connection/webhook.ts'
import { tellMaintainers } from './maintainers.ts'
import { createDeliver, type Deliver } from './messages/deliver.ts'
import { postNews } from './messages/post-news.ts'
import { createAlbums } from './updates/albums.ts'
import { apologise, explainUnknown, route } from './updates/route.ts'
import { toDelivery, wantedUpdates } from './updates/update.ts'
import { createWorker, type Worker } from './updates/worker.ts'

export type TelegramOptions = {
  readonly settings: Pick<Settings, 'admins' | 'keepDays' | 'privateByDefault' | 'web'> & {
    /** `allowed`: ids of the people and groups that are answered; none: everybody. */
    readonly telegram: Settings['telegram'] & { readonly allowed?: readonly number[] }
  }
  readonly desk: Desk
  readonly log: Log
  readonly redact: Redact
  /** Closed when the platform stops. */
  readonly inbox: Inbox
  /** The platform cannot go on: the token is refused. */
  onDead(reason: string): void
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
/** Of the ten seconds that a program may take to end. */
const GRACE_MS = 8_000
/** The longest window of Telegram's limits. */
const LIMITS_REACH_MS = 61_000
/** Telegram delivers again what is not confirmed for a day. */
const DONE_KEPT_MS = 48 * 60 * 60 * 1000
const TIDY_EVERY_MS = 60 * 60 * 1000
const REFUSED = 'Telegram refuses SOURCIER_TELEGRAM_TOKEN: get a new one from @BotFather'

/** @throws UserError when there is no token. */
export function createTelegramPlatform(options: TelegramOptions): Platform {
  const { settings, log, redact, inbox, onDead } = options
  const { token, api: apiRoot } = settings.telegram
  if (token === undefined) throw new UserError('SOURCIER_TELEGRAM_TOKEN must be set')
  const client = createClient({ token, apiRoot, redact: hideToken(token, redact) })
  const stopping = new AbortController()
  const started: Awaited<ReturnType<typeof run>>[] = []

  const goOn = async (me: UserFromGetMe): Promise<void> => {
    const running = await run(me, client, options)
    started.push(running)
    if (stopping.signal.aborted) await running.stop()
  }
  /** Telegram may be out of reach when the machine starts: it is tried until it answers. */
  const connectLater = async (): Promise<void> => {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await wait(pause, undefined, { signal: stopping.signal })
      try {
        return await goOn(await client.attempt((api) => api.getMe()))
      } catch (error) {
        if (consequenceOf(error) === 'dead') return onDead(REFUSED)
        if (error instanceof UserError) return onDead(error.message)
        log.debug({ err: error, pauseMs: pause }, 'Telegram still cannot be reached')
      }
    }
  }

  return {
    name: 'telegram',
    async start() {
      try {
        await goOn(await client.attempt((api) => api.getMe()))
      } catch (error) {
        if (consequenceOf(error) === 'dead') throw new UserError(REFUSED, { cause: error })
        if (error instanceof UserError) throw error
        log.warn({ err: error }, 'Telegram cannot be reached, it is tried again until it can')
        connectLater().catch(() => undefined)
      }
    },
    async post(place, rendering) {
      const [running] = started
      if (running === undefined) throw new Error('Telegram is not connected')
      await running.post(Number(place), rendering)
    },
    async stop() {
      stopping.abort()
      for (const running of started.splice(0)) await running.stop()
      await inbox.close()
    },
  }
}

/** Whatever the settings say of secrets: the token never leaves. */
function hideToken(token: string, redact: Redact): Redact {
  return (text) => redact(text).replaceAll(token, '[hidden]').replaceAll(encodeURIComponent(token), '[hidden]')
}

/** An address that Telegram does not take is a person's mistake: it is not tried again. */
function explainWebhook(error: unknown): unknown {
  if (!(error instanceof TelegramRefusal) || consequenceOf(error) !== 'wrong') return error
  const reason = cleanLine(error.description)
  return new UserError(`Telegram refuses SOURCIER_TELEGRAM_WEBHOOK_URL (${reason}): set a public https address`, {
    cause: error,
  })
}

/** With a webhook where an address is set, else by long polling. */
async function run(me: UserFromGetMe, client: Client, options: TelegramOptions) {
  const { settings, log, inbox, onDead } = options
  const { webhookUrl: url, webhookSecret: secret = makeSecret() } = settings.telegram
  const bot = String(me.id)
  const limiter = createLimiter()
  const deliver = createDeliver({ client, limiter, log })
  const worker = createBotWorker(me, deliver, { client, limiter }, options)
  const unfinished = await inbox.unfinished(bot)
  await rememberSent(limiter, inbox, bot, unfinished)
  worker.add(unfinished)

  const take = async (updates: readonly Update[]): Promise<void> => {
    if (updates.length > 0) worker.add(await inbox.receive(bot, updates.map(toDelivery)))
  }
  updateMenus(client).catch((error: unknown) => log.warn({ err: error }, 'the menus of commands were not set'))
  const tidy = () => {
    inbox.dropBefore(Date.now() - DONE_KEPT_MS).catch((error: unknown) => log.warn({ err: error }, 'the inbox is full'))
  }
  tidy()
  const tidying = setInterval(tidy, TIDY_EVERY_MS).unref()

  const source = await (async () => {
    if (url === undefined) {
      // Where it fails, polling finds out whether one is set, and asks again.
      await client
        .attempt((api) => api.deleteWebhook())
        .catch((error: unknown) => log.warn({ err: error }, 'whether a webhook is set is not known'))
      return startPolling({ client, log, take, onDead })
    }
    const { host, port } = settings.web
    const webhook = await startWebhook({ url, secret, host, port, log, take })
    const wanted = { secret_token: secret, allowed_updates: wantedUpdates }
    await client
      .attempt((api) => api.setWebhook(url, wanted))
      .catch(async (error: unknown) => {
        await webhook.stop()
        throw explainWebhook(error)
      })
    return webhook
  })().catch(async (error: unknown) => {
    clearInterval(tidying)
    await worker.stop(0)
    throw error
  })
  log.info({ bot: me.username, by: url === undefined ? 'polling' : 'webhook' }, 'Telegram runs')

  return {
    post: (chat: number, rendering: Rendering) => postNews(chat, rendering, { deliver, log }),
    async stop() {
      clearInterval(tidying)
      await Promise.all([source.stop(), worker.stop(GRACE_MS)])
    },
  }
}

function createBotWorker(
  me: UserFromGetMe,
  deliver: Deliver,
  { client, limiter }: { readonly client: Client; readonly limiter: Limiter },
  options: TelegramOptions,
): Worker {
  const { settings, desk, log, inbox, onDead } = options
  const bot = String(me.id)
  const access = createAccess(desk, settings.telegram.allowed ?? [])
  const PARKED_SHOWN = 20
  const parts = {
    desk,
    me,
    access,
    albums: createAlbums(),
    privateByDefault: settings.privateByDefault,
    keepsAnswers: settings.keepDays > 0,
    forgetInbox: inbox.forget,
    inboxState: async () => ({
      // Without the one that asks.
      waiting: (await inbox.counts(bot)).waiting - 1,
      parked: await inbox.parked(bot, PARKED_SHOWN),
    }),
  }
  return createWorker({
    inbox,
    bot,
    deliver,
    log,
    onDead,
    answer: (update, presence) => route(update, parts, presence),
    apologise,
    explainUnknown,
    createPresence: (placeholder, keep) => createPresence({ client, limiter, log }, placeholder, keep),
    onParked: (reason) => tellMaintainers(reason, settings.admins, { deliver, desk, log }),
  })
}

/** What was sent before a restart counts; so may the one message that was sent and not marked. */
async function rememberSent(
  limiter: Limiter,
  inbox: Inbox,
  bot: string,
  unfinished: readonly { readonly lane: string; readonly plan?: string }[],
): Promise<void> {
  const now = Date.now()
  for (const { chat, atMs } of await inbox.sentSince(bot, now - LIMITS_REACH_MS)) limiter.remember(Number(chat), atMs)
  const cut = new Set(unfinished.filter(({ plan }) => plan !== undefined).map(({ lane }) => Number(lane.split(':')[1])))
  for (const chat of cut) limiter.remember(chat, now)
}
