import type Database from 'better-sqlite3'
import { type AtRevision, COUNTS_AT } from './rows.ts'

/** What counts for one article: keys of its version and of what is known of it. */
export type Counted = { readonly versionKey: number; readonly articleKey: number }

/** Which articles count, by id. */
export type Membership = ReadonlyMap<string, Counted>

/** How many articles began and ceased to count with a version; changed facts are neither. */
export type Difference = { readonly added: number; readonly removed: number; readonly changed: number }

type Row = Counted & { readonly articleId: string }

/** Reads and writes which version of which article counts from which revision to which. */
export function createMembership(database: Database.Database) {
  const rows = database.prepare<[AtRevision], Row>(
    `SELECT v.article_id AS articleId, m.version_key AS versionKey, m.article_key AS articleKey
     FROM membership m JOIN versions v ON v.key = m.version_key WHERE ${COUNTS_AT}`,
  )
  const closeRow = database.prepare<[number, number]>(
    'UPDATE membership SET removed_revision = ? WHERE version_key = ? AND removed_revision IS NULL',
  )
  const openRow = database.prepare<[number, number, number]>(
    'INSERT INTO membership (version_key, article_key, added_revision) VALUES (?, ?, ?)',
  )
  return {
    at: (revision: number): Membership =>
      new Map(rows.all({ revision }).map(({ articleId, ...counted }) => [articleId, counted])),
    /** Makes the membership `after` count from `revision` on. */
    write(before: Membership, after: Membership, revision: number): void {
      for (const [id, counted] of before) {
        if (!isSame(counted, after.get(id))) closeRow.run(revision, counted.versionKey)
      }
      for (const [id, counted] of after) {
        if (!isSame(counted, before.get(id))) openRow.run(counted.versionKey, counted.articleKey, revision)
      }
    },
  }
}

export function compareMembership(before: Membership, after: Membership): Difference {
  let [added, removed, changed] = [0, 0, 0]
  for (const [id, counted] of before) {
    const next = after.get(id)
    if (next?.versionKey !== counted.versionKey) removed += 1
    if (!isSame(counted, next)) changed += 1
  }
  for (const [id, counted] of after) {
    const previous = before.get(id)
    if (previous?.versionKey !== counted.versionKey) added += 1
    if (previous === undefined) changed += 1
  }
  return { added, removed, changed }
}

function isSame(one: Counted, other: Counted | undefined): boolean {
  return one.versionKey === other?.versionKey && one.articleKey === other.articleKey
}
