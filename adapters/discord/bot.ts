/** What every part of the Discord adapter works with. */
import type { Client } from 'discord.js'
import type { Desk } from '../../src/desk/types.ts'
import type { Log } from '../../src/log.ts'
import type { Asker } from '../../src/ports/ledger.ts'
import type { Settings } from '../../src/settings.ts'
import type { Pages } from './answers/pages.ts'
import type { Work } from './connection/work.ts'
import type { Errands } from './errands/errands.ts'

export type Bot = {
  readonly client: Client
  readonly settings: Settings
  readonly desk: Desk
  readonly log: Log
  readonly work: Work
  readonly pages: Pages
  readonly errands: Errands
  /** Drops a person from what is kept of errands that are done. */
  readonly forgetErrands: (asker: Asker) => Promise<number>
  /** Logs a fault with its cause, without secrets. */
  readonly report: (error: unknown, what: string) => void
  /** What says to those who still wait that nothing more will come: one for each interaction under way. */
  readonly waiting: Set<() => Promise<void>>
  /** Whether the bot is stopping: no new work is begun. */
  readonly isStopping: () => boolean
}
