/** The real desk over a real index of the seeds in a temporary folder: opened once a test file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { bringUpToDate } from '../../../src/commands/corpus/bring-up-to-date.ts'
import { openDesk } from '../../../src/commands/open-desk.ts'
import { createParts } from '../../../src/commands/parts.ts'
import type { Desk } from '../../../src/desk/types.ts'
import { createRedaction, type Log, type Redact } from '../../../src/log.ts'
import { seedsFolder } from '../../answer/seed-corpus.ts'

/** The person whom SOURCIER_ADMINS names. */
export const maintainerId = '111111111111111111'
export const token = 'MTE5.local-peer.s3cr3t-t0ken-of-the-test'

export type SeedDesk = {
  readonly desk: Desk
  readonly variables: Readonly<Record<string, string>>
  readonly dataFolder: string
  readonly log: Log
  readonly redact: Redact
  /** All that was written to the log, as it would stand in a file. */
  readonly logged: () => string
  close(): Promise<void>
}

export async function openSeedDesk(more: Readonly<Record<string, string>> = {}): Promise<SeedDesk> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'sourcier-discord-'))
  const variables = {
    SOURCIER_DATA: dataFolder,
    SOURCIER_SEEDS: seedsFolder,
    SOURCIER_DISCORD_TOKEN: token,
    SOURCIER_RATE_PER_MINUTE: '10000',
    SOURCIER_ADMINS: `discord:${maintainerId}`,
    ...more,
  }
  const lines: string[] = []
  const redact = createRedaction([token])
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(redact(line)) })
  const parts = { ...createParts(variables), log }
  await bringUpToDate(parts)
  return {
    desk: await openDesk(parts),
    variables,
    dataFolder,
    log,
    redact,
    logged: () => lines.join(''),
    async close() {
      await parts.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
