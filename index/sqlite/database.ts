import { chmodSync, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { FileError, UserError } from '../../src/errors.ts'
import { makeFolder } from '../../src/make-folder.ts'
import { migrate } from './migrations.ts'

/** What a database file holds, and what a person is told when it cannot be used. */
export type Schema = {
  /** Marks our files (`PRAGMA application_id`), so that another program's database is not taken for one. */
  readonly applicationId: number
  /** SQL that leads from version n to n + 1; the schema's version is their number. */
  readonly migrations: readonly string[]
  /** How to get over a damaged file: `move it away and …`. */
  readonly remedy: string
}

export type DatabaseOptions = {
  readonly file: string
  readonly schema: Schema
  readonly readOnly?: boolean
  /** How long a statement may block the whole process while another one writes, in milliseconds. */
  readonly busyTimeoutMs: number
}

/** What was read cannot be what was written: SQLite checks the shape of its pages, not the bytes of a row. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow'
}

/**
 * Opens a database, makes it or brings it to this version's schema.
 * Throws UserError when it is damaged, another program's, of a newer version, absent (read-only) or not accessible.
 */
export function openDatabase({ file, schema, readOnly = false, busyTimeoutMs }: DatabaseOptions): Database.Database {
  let database: Database.Database | undefined
  try {
    if (!readOnly) makeFolder(dirname(file))
    else if (!existsSync(file)) throw new UserError(`${file} is not there yet: run "sourcier index" first`)
    database = new Database(file, { readonly: readOnly, fileMustExist: readOnly, timeout: busyTimeoutMs })
    if (!readOnly) keepPrivate(file)
    migrate(database, file, schema, readOnly)
    if (!readOnly) database.pragma('journal_mode = WAL')
    database.pragma('foreign_keys = ON')
    return database
  } catch (error) {
    database?.close()
    throw explain(error, file, schema)
  }
}

/** For its owner alone; SQLite gives the logs beside a file the rights that the file has. */
function keepPrivate(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch {
    // Somebody else's file, or a disk without rights: doctor tells.
  }
}

/** A failure of the disk or of the file as a FileError that says what to do; anything else unchanged. */
export function explain(error: unknown, file: string, schema: Schema): unknown {
  if (error instanceof UserError) return error
  const code = codeOf(error)
  const say = (message: string) => new FileError(file, message, { cause: error })
  if (isDamage(error)) return say(`is damaged or is not a database: ${schema.remedy}`)
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return say('cannot be written, the disk is full: make room, try again')
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return say('is being written by another process: try again when it is done')
  if (/^SQLITE_READONLY/.test(code)) return say('cannot be written: check its permissions, or set SOURCIER_DATA')
  if (/^(SQLITE_CANTOPEN|SQLITE_IOERR|SQLITE_PERM|E[A-Z]+$)/.test(code)) {
    return say(`cannot be opened (${code}): check that its folder can be read and written, or set SOURCIER_DATA`)
  }
  return error
}

/** A table that our schema has and the file has not, or an index that FTS5 cannot read, has only a general code. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error)
  if (error instanceof DamagedRow || /^SQLITE_(NOTADB|CORRUPT|FORMAT)/.test(code)) return true
  return code === 'SQLITE_ERROR' && error instanceof Error && /fts5|malformed|^no such table/.test(error.message)
}

export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
