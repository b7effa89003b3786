/** Copies of a corpus: one file, a database of the same schema, with what maintainers said beside it. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { UserError } from '../../src/errors.ts'
import { makeFolder } from '../../src/make-folder.ts'
import { flushFile } from '../hnsw/index-file.ts'
import { explain, openDatabase } from './database.ts'
import { findDamage } from './find-damage.ts'
import { corpusSchema } from './schema.ts'

export type BackupProgress = { readonly done: number; readonly total: number }

/** Pages a step: between steps others read and write. */
const pagesAtOnce = 1_000
const patienceMs = 5_000
/** What maintainers said of the corpus (`sources.json`) travels in a table of its own. */
const addNotes = 'CREATE TABLE backup_notes (name TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT'

/**
 * Copies the corpus while it is read and written, as one revision that is whole. Put in place under its name only when
 * it is complete and sound.
 * @throws UserError when the file is there already or cannot be written.
 */
export async function writeBackup(
  dataFolder: string,
  file: string,
  notes: Readonly<Record<string, string>>,
  onProgress: (progress: BackupProgress) => void,
): Promise<void> {
  if (existsSync(file)) throw new UserError(`${file} is there already: give another name`)
  const aside = `${file}.${process.pid}.tmp`
  const source = openDatabase({
    file: join(dataFolder, 'corpus.db'),
    schema: corpusSchema,
    readOnly: true,
    busyTimeoutMs: patienceMs,
  })
  try {
    makeFolder(dirname(file))
    await source.backup(aside, {
      progress({ totalPages, remainingPages }) {
        onProgress({ done: totalPages - remainingPages, total: totalPages })
        return pagesAtOnce
      },
    })
    finishCopy(aside, notes)
    flushFile(aside)
    if (existsSync(file)) throw new UserError(`${file} is there already: give another name`)
    renameSync(aside, file)
  } catch (error) {
    throw explain(error, file, corpusSchema)
  } finally {
    source.close()
    for (const rest of [aside, `${aside}-wal`, `${aside}-shm`, `${aside}-journal`]) rmSync(rest, { force: true })
  }
}

function finishCopy(file: string, notes: Readonly<Record<string, string>>): void {
  const copy = new Database(file)
  try {
    // One file, not three: a log beside it would be forgotten when it is carried away.
    copy.pragma('journal_mode = DELETE')
    copy.exec(addNotes)
    const insert = copy.prepare<[string, string]>('INSERT INTO backup_notes VALUES (?, ?)')
    for (const [name, content] of Object.entries(notes)) insert.run(name, content)
    refuseUnsound(copy, file)
  } finally {
    copy.close()
  }
}

/** @throws UserError when the file is not there, is damaged, another program's, or of a newer version. */
export function openBackup(file: string): Database.Database {
  if (!existsSync(file)) throw new UserError(`there is no file ${file}: check the path`)
  const schema = { ...corpusSchema, remedy: 'nothing was changed; use another backup' }
  const backup = openDatabase({ file, schema, readOnly: true, busyTimeoutMs: patienceMs })
  try {
    refuseUnsound(backup, file)
    return backup
  } catch (error) {
    backup.close()
    throw explain(error, file, schema)
  }
}

/** What maintainers had said when the backup was made, by file name. */
export function readBackupNotes(file: string): ReadonlyMap<string, string> {
  const backup = openBackup(file)
  try {
    const isThere = backup.prepare("SELECT 1 FROM sqlite_master WHERE name = 'backup_notes'").get() !== undefined
    if (!isThere) return new Map()
    const rows = backup.prepare<[], { name: string; content: string }>('SELECT name, content FROM backup_notes').all()
    return new Map(rows.map(({ name, content }) => [name, content]))
  } finally {
    backup.close()
  }
}

export function compactDatabase(database: Database.Database): void {
  database.exec("INSERT INTO passage_words (passage_words) VALUES ('optimize')")
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.exec('VACUUM')
  database.pragma('wal_checkpoint(TRUNCATE)')
}

function refuseUnsound(database: Database.Database, file: string): void {
  const found = findDamage(database)
  if (found !== undefined) throw new UserError(`${file} is damaged (${found}): nothing was changed; use another backup`)
}
