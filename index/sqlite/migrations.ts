import type Database from 'better-sqlite3'
import { UserError } from '../../src/errors.ts'
import type { Schema } from './database.ts'

/**
 * Brings a database to the newest schema, in one transaction: nothing is half migrated.
 * Throws UserError for a newer schema, another program's file, and an older one that may not be written.
 */
export function migrate(database: Database.Database, file: string, schema: Schema, readOnly: boolean): void {
  const newest = schema.migrations.length
  // Under a lock from the first look on: two processes may open a new file at the same moment.
  const bringUp = database.transaction(() => {
    const version = versionOf(database)
    refuseForeign(database, file, schema, version)
    for (const migration of schema.migrations.slice(version)) database.exec(migration)
    database.pragma(`application_id = ${schema.applicationId}`)
    database.pragma(`user_version = ${newest}`)
  })
  const version = versionOf(database)
  if (version > newest) {
    throw new UserError(
      `${file} was written by a newer version of Sourcier (schema ${version}, this one knows ${newest}): update Sourcier, or set SOURCIER_DATA to another folder`,
    )
  }
  if (version === newest) {
    refuseForeign(database, file, schema, version)
    return
  }
  if (readOnly) {
    throw new UserError(
      `${file} has an older schema (${version} of ${newest}): run "sourcier index" once to bring it up`,
    )
  }
  bringUp.immediate()
}

function refuseForeign(database: Database.Database, file: string, schema: Schema, version: number): void {
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_master').pluck().get())
  const applicationId = Number(database.pragma('application_id', { simple: true }))
  const fresh = version === 0 && tables === 0
  if (!fresh && applicationId !== schema.applicationId) {
    throw new UserError(`${file} belongs to another program: move it away, or set SOURCIER_DATA to another folder`)
  }
}

function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}
