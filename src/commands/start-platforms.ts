/** The platforms on which Sourcier is asked, besides the terminal: each runs where it has a token. */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { toPrintableLine } from '../../adapters/terminal/printable.ts'
import type { Desk } from '../desk/types.ts'
import { UserError } from '../errors.ts'
import type { Log, Redact } from '../log.ts'
import type { Platform } from '../ports/platform.ts'
import type { Settings } from '../settings.ts'
import type { Parts } from './parts.ts'

/** What every platform is made of. */
export type PlatformOptions = {
  readonly settings: Settings
  readonly desk: Desk
  readonly log: Log
  readonly redact: Redact
  /** The platform cannot go on; the program ends, so that whoever watches over it starts it again. */
  onDead(reason: string): void
  /** Absolute. */
  readonly dataFolder: string
  /** Absolute. */
  readonly ledgerFile: string
}

export type PlatformEntry = {
  readonly title: string
  isWanted(settings: Settings): boolean
  create(options: PlatformOptions): Promise<Platform>
}

/** One line a platform. Their libraries are loaded only where there is a token. */
const platforms: readonly PlatformEntry[] = [
  {
    title: 'Discord',
    isWanted: ({ discord }) => discord.token !== undefined,
    async create(options) {
      const [{ createDiscordPlatform }, { openInbox }] = await Promise.all([
        import('../../adapters/discord/platform.ts'),
        import('../../index/ledger/inbox.ts'),
      ])
      return createDiscordPlatform({ ...options, inbox: await openInbox(join(options.dataFolder, 'inbox-discord.db')) })
    },
  },
  {
    title: 'Telegram',
    isWanted: ({ telegram }) => telegram.token !== undefined,
    async create(options) {
      const [{ createTelegramPlatform }, { openInbox }] = await Promise.all([
        import('../../adapters/telegram/platform.ts'),
        import('../../index/ledger/inbox.ts'),
      ])
      return createTelegramPlatform({ ...options, inbox: await openInbox(join(options.dataFolder, 'inbox.db')) })
    },
  },
]

/** How long answers in flight may take when the program ends, in milliseconds. */
const finishingMs = 10_000

export type Running = {
  /**
   * The names of those that run, when each has started or failed. One that fails is one line, and the others run.
   * Rejects with what the first failed with when none runs and nobody else is to be talked to.
   */
  readonly started: Promise<readonly string[]>
  /** Those that run now. */
  platforms(): readonly Platform[]
  /** Lets all finish what they have begun, ten seconds at most; never rejects. */
  stop(): Promise<void>
}

/** The platforms that have a token. */
export function wantedPlatforms(settings: Settings): readonly PlatformEntry[] {
  return platforms.filter(({ isWanted }) => isWanted(settings))
}

export type StartOptions = {
  readonly entries: readonly PlatformEntry[]
  /** Whether nobody but these platforms is talked to. */
  readonly alone: boolean
  /** A platform that ran cannot go on. */
  onDead(reason: string): void
}

/** Starts platforms, all at once. */
export function startPlatforms(parts: Parts, desk: Desk, { entries, alone, onDead }: StartOptions): Running {
  const { settings, log, redact, dataFolder, output } = parts
  const ledgerFile = join(dataFolder, 'ledger.db')
  const created: { readonly title: string; readonly platform: Platform }[] = []
  const start = async ({ title, create }: PlatformEntry): Promise<void> => {
    const die = (reason: string) => onDead(`${title}: ${reason}`)
    const platform = await create({ settings, desk, log, redact, onDead: die, dataFolder, ledgerFile })
    created.push({ title, platform })
    await platform.start()
  }
  const report = (title: string, error: unknown) => {
    if (!(error instanceof UserError)) log.error({ err: error, platform: title }, 'a platform did not start')
    output.note(toPrintableLine(redact(explain(title, error).message)))
  }
  const startAll = async (): Promise<readonly string[]> => {
    const results = await Promise.allSettled(entries.map(start))
    const failed = results.flatMap((result, at) => (result.status === 'rejected' ? [{ at, error: result.reason }] : []))
    const isInVain = alone && failed.length === entries.length
    for (const { at, error } of isInVain ? failed.slice(1) : failed) report(entries[at]?.title ?? '', error)
    const [first] = failed
    if (isInVain && first !== undefined) throw explain(entries[first.at]?.title ?? '', first.error)
    return entries.flatMap(({ title }, at) => (results[at]?.status === 'fulfilled' ? [title] : []))
  }
  return {
    started: startAll(),
    platforms: () => created.map(({ platform }) => platform),
    async stop() {
      // Also those that did not start, or have not yet: they may hold a file or a socket.
      const stopping = created.map(async ({ title, platform }) => {
        await platform.stop().catch((error: unknown) => log.warn({ err: error, platform: title }, 'did not stop well'))
      })
      await Promise.race([Promise.all(stopping), wait(finishingMs, undefined, { ref: false })])
    },
  }
}

/** A mistake stays one, and says itself what is wrong where. */
function explain(title: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `${title} was not started: ${reason}`
  return error instanceof UserError ? new UserError(message, { cause: error }) : new Error(message, { cause: error })
}
