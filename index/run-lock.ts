/**
 * One indexing run at a time, over all processes. The lock is SQLite's own on an empty database beside the corpus: the
 * system lets go of it when its process dies, however it dies, so no lock of a dead process is ever left to be judged.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { UserError } from '../src/errors.ts'
import { makeFolder } from '../src/make-folder.ts'
import { isBusy } from './sqlite/database.ts'

export type LockHolder = {
  readonly pid: number
  readonly host: string
  /** ISO timestamp. */
  readonly since: string
  /** `index`, `rollback` … */
  readonly purpose: string
}

export type RunLockOptions = {
  readonly dataFolder: string
  readonly purpose: string
  /** How long to wait for another run, in milliseconds; default 60,000. */
  readonly patienceMs?: number
  /** Told once, when somebody else holds the lock. */
  readonly onWait?: (holder: LockHolder | undefined) => void
}

export type RunLock = { release(): void }

const defaultPatienceMs = 60_000
const pauseMs = 100
const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.string(), purpose: z.string() })

/** @throws UserError that names the holder when another run goes on for longer than the patience. */
export async function takeRunLock(options: RunLockOptions): Promise<RunLock> {
  const { dataFolder, purpose, patienceMs = defaultPatienceMs, onWait } = options
  makeFolder(dataFolder)
  const database = new Database(join(dataFolder, 'index.lock'), { timeout: 0 })
  const holderFile = join(dataFolder, 'index.lock.holder')
  try {
    const deadline = Date.now() + patienceMs
    for (let told = false; !tryToHold(database); told = true) {
      const holder = readHolder(holderFile)
      if (!told) onWait?.(holder)
      if (Date.now() + pauseMs > deadline) throw new UserError(describeHolder(holder))
      await wait(pauseMs)
    }
  } catch (error) {
    database.close()
    throw error
  }
  noteHolder(holderFile, { pid: process.pid, host: hostname(), since: new Date().toISOString(), purpose })
  return {
    release() {
      if (!database.open) return
      rmSync(holderFile, { force: true })
      database.close()
    },
  }
}

function tryToHold(database: Database.Database): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

/** Only a name to show: who reads it half written is told less, and a full disk does not keep the lock from its holder. */
function noteHolder(file: string, holder: LockHolder): void {
  try {
    writeFileSync(file, JSON.stringify(holder))
  } catch {
    rmSync(file, { force: true })
  }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function describeHolder(holder: LockHolder | undefined): string {
  if (holder === undefined) return 'another process is changing the corpus: try again when it is done'
  const { purpose, pid, host, since } = holder
  return `"${purpose}" of process ${pid} on ${host} has been changing the corpus since ${since}: try again when it is done`
}
