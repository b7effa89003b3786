/** The real adapter over a real desk, talking to the local Bot API server, in this process. */
import { join } from 'node:path'
import { createTelegramPlatform } from '../../../adapters/telegram/platform.ts'
import { openInbox } from '../../../index/ledger/inbox.ts'
import type { Desk } from '../../../src/desk/types.ts'
import { createRedaction } from '../../../src/log.ts'
import { readSettings } from '../../../src/settings.ts'
import { createKeptLog, liveVariables, type Variables } from './live-desk.ts'

export type LiveBotOptions = {
  readonly peer: { readonly url: string; readonly token: string }
  readonly desk: Desk
  readonly dataFolder: string
  /** The inbox's file within the data folder; each bot of a test has its own. */
  readonly inboxName: string
  readonly variables?: Variables
}

export type LiveBot = {
  /** What the log holds, secrets taken out as the program does. */
  readonly lines: readonly string[]
  /** The same before they were taken out. */
  readonly raw: readonly string[]
  readonly deaths: readonly string[]
  stop(): Promise<void>
}

export async function startLiveBot(options: LiveBotOptions): Promise<LiveBot> {
  const { peer, desk, dataFolder } = options
  const settings = readSettings({ ...liveVariables(peer, dataFolder), ...options.variables })
  const { webhookSecret } = settings.telegram
  const redact = createRedaction([peer.token, ...(webhookSecret === undefined ? [] : [webhookSecret])])
  const { log, lines, raw } = createKeptLog(redact)
  const deaths: string[] = []
  const inbox = await openInbox(join(dataFolder, `${options.inboxName}.db`))
  const platform = createTelegramPlatform({
    settings,
    desk,
    log,
    redact,
    onDead: (reason) => deaths.push(reason),
    inbox,
  })
  await platform.start()
  return {
    lines,
    raw,
    deaths,
    stop: () => platform.stop(),
  }
}
