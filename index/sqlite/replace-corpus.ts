/** A corpus that cannot be used is set aside, never overwritten; a backup can take its place, with all its revisions. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FileError } from '../../src/errors.ts'
import { makeFolder } from '../../src/make-folder.ts'
import { flushFile } from '../hnsw/index-file.ts'
import { openBackup } from './backup.ts'
import { explain, isDamage, openDatabase } from './database.ts'
import { findDamage } from './find-damage.ts'
import { isCorpusThere, lostTraces, wasCommitted } from './last-revision.ts'
import { createReader } from './read.ts'
import { corpusSchema } from './schema.ts'

export type CorpusState = 'none' | 'sound' | 'damaged'

const busyTimeoutMs = 5_000

/**
 * Reads the whole corpus: a revision added to a damaged file would be damaged with it. `none`: gone, empty or never made.
 * @throws UserError when it can be neither used nor called damaged: another program's, of a newer version, not accessible.
 */
export function lookAtCorpus(dataFolder: string): CorpusState {
  if (!isCorpusThere(dataFolder)) return 'none'
  const file = join(dataFolder, 'corpus.db')
  try {
    const database = openDatabase({ file, schema: corpusSchema, busyTimeoutMs })
    try {
      const isForgetful = wasCommitted(dataFolder) && createReader(database).newest() === undefined
      return isForgetful || findDamage(database) !== undefined ? 'damaged' : 'sound'
    } finally {
      database.close()
    }
  } catch (error) {
    if (isDamage(error instanceof FileError ? error.cause : error)) return 'damaged'
    throw explain(error, file, corpusSchema)
  }
}

/**
 * Moves the corpus out of the way, with all that is known to belong to it.
 * @returns its new name, if there was one.
 */
export function setCorpusAside(dataFolder: string, now: Date): string | undefined {
  const name = `corpus.db.aside-${now.toISOString().replace(/[:.]/gu, '-')}`
  const wasThere = isCorpusThere(dataFolder)
  for (const suffix of ['', '-wal', '-shm']) {
    const file = join(dataFolder, `corpus.db${suffix}`)
    if (!existsSync(file)) continue
    // An empty file, or a log without its file, is of no use to anybody.
    if (wasThere) renameSync(file, join(dataFolder, `${name}${suffix}`))
    else rmSync(file)
  }
  rmSync(join(dataFolder, 'vectors'), { recursive: true, force: true })
  return wasThere ? name : undefined
}

/** Forgets that there was a corpus, so that the next run is a first one. */
export function forgetCorpus(dataFolder: string): void {
  for (const name of lostTraces()) rmSync(join(dataFolder, name), { force: true })
}

/**
 * Puts a copy of a backup in the place of the corpus, which is set aside; nothing is moved before the copy is whole.
 * @returns the name under which the old file is kept, if there was one.
 * @throws UserError when the file is no sound backup, or there is no room for it.
 */
export async function placeBackup(dataFolder: string, file: string, now: Date): Promise<string | undefined> {
  const corpus = join(dataFolder, 'corpus.db')
  const aside = `${corpus}.${process.pid}.tmp`
  const backup = openBackup(file)
  try {
    makeFolder(dataFolder)
    await backup.backup(aside)
    const copy = openDatabase({ file: aside, schema: corpusSchema, busyTimeoutMs })
    copy.exec('DROP TABLE IF EXISTS backup_notes')
    copy.close()
    flushFile(aside)
    const kept = setCorpusAside(dataFolder, now)
    renameSync(aside, corpus)
    return kept
  } catch (error) {
    throw explain(error, corpus, corpusSchema)
  } finally {
    backup.close()
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(`${aside}${rest}`, { force: true })
  }
}
