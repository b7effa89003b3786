/** A real desk: the model that ships, the seeds indexed in a temporary folder, a ledger on the disk. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { bringUpToDate } from '../../../src/commands/corpus/bring-up-to-date.ts'
import { openDesk } from '../../../src/commands/open-desk.ts'
import { createParts, type Parts } from '../../../src/commands/parts.ts'
import type { Desk } from '../../../src/desk/types.ts'
import type { Log } from '../../../src/log.ts'
import { seedsFolder } from '../../answer/seed-corpus.ts'

export type Variables = Readonly<Record<string, string>>

/** Settings of a bot that talks to a local server and lets people ask as fast as they can. */
export function liveVariables(peer: { readonly url: string; readonly token: string }, dataFolder: string): Variables {
  return {
    SOURCIER_DATA: dataFolder,
    SOURCIER_SEEDS: seedsFolder,
    SOURCIER_LOG_LEVEL: 'trace',
    SOURCIER_RATE_PER_MINUTE: '10000',
    SOURCIER_TELEGRAM_TOKEN: peer.token,
    SOURCIER_TELEGRAM_API: peer.url,
  }
}

/** A folder with the index of the seeds. */
export async function buildDataFolder(): Promise<{ readonly dataFolder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'sourcier-telegram-'))
  const dataFolder = join(folder, 'data')
  const parts = createParts({ SOURCIER_DATA: dataFolder, SOURCIER_SEEDS: seedsFolder })
  await bringUpToDate(parts)
  await (await parts.contextual())?.deepen()
  await parts.close()
  return { dataFolder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export type LiveDesk = { readonly desk: Desk; readonly parts: Parts; close(): Promise<void> }

export async function openLiveDesk(dataFolder: string, variables: Variables): Promise<LiveDesk> {
  const parts = createParts({ ...variables, SOURCIER_DATA: dataFolder, SOURCIER_LOG_LEVEL: 'silent' })
  return { desk: await openDesk(parts), parts, close: () => parts.close() }
}

/** A loaded machine is no slow model: nothing is shown meanwhile, whatever else runs. */
export function withoutPlaceholders(desk: Desk): Desk {
  return { ...desk, ask: ({ onProgress: _, ...question }) => desk.ask(question) }
}

/** A log that keeps every line as the program would write it, and as it was before secrets were taken out. */
export function createKeptLog(redact: (text: string) => string): {
  readonly log: Log
  readonly lines: string[]
  readonly raw: string[]
} {
  const lines: string[] = []
  const raw: string[] = []
  const keep = (line: string) => {
    raw.push(line)
    lines.push(redact(line))
  }
  return { log: pino({ level: 'trace', base: null }, { write: keep }), lines, raw }
}
