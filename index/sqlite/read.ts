import type Database from 'better-sqlite3'
import { UserError } from '../../src/errors.ts'
import type { IndexedArticle } from '../../src/ports.ts'
import type { Article, Passage } from '../../src/types.ts'
import { readFacts } from '../article-facts.ts'
import { createRevisionCache } from './revision-cache.ts'
import {
  type AtRevision,
  COUNTS_AT,
  PASSAGE_COLUMNS,
  type PassageRow,
  REVISION_COLUMNS,
  readRanges,
  type StoredRevision,
  toPassage,
} from './rows.ts'

/** Plain reads of one connection. What belongs to a revision never changes, so it is kept. */
export type Reader = ReturnType<typeof createReader>

type ListedRow = {
  readonly facts: string
  readonly version: string
  readonly sha256: string
  readonly passages: number
}

type VersionRow = {
  readonly facts: string
  readonly version: string
  readonly text: string
  readonly skip: string
  readonly sha256: string
}

export function createReader(database: Database.Database) {
  const newestRevision = database.prepare<[], StoredRevision>(
    `SELECT ${REVISION_COLUMNS} ORDER BY r.number DESC LIMIT 1`,
  )
  const oneRevision = database.prepare<[number], StoredRevision>(`SELECT ${REVISION_COLUMNS} WHERE r.number = ?`)
  const allRevisions = database.prepare<[], StoredRevision>(`SELECT ${REVISION_COLUMNS} ORDER BY r.number`)
  const onePassage = database.prepare<[string], PassageRow>(`SELECT ${PASSAGE_COLUMNS} WHERE p.id = ?`)
  const versionPassages = database.prepare<[string, string], PassageRow>(
    `SELECT ${PASSAGE_COLUMNS} WHERE v.article_id = ? AND v.version = ? ORDER BY p.ordinal`,
  )
  const listed = database.prepare<[AtRevision], ListedRow>(
    `SELECT a.facts, v.version, v.sha256, (SELECT count(*) FROM passages p WHERE p.version_key = v.key) AS passages
     FROM membership m JOIN versions v ON v.key = m.version_key JOIN articles a ON a.key = m.article_key
     WHERE ${COUNTS_AT} ORDER BY v.article_id`,
  )
  // An old version is shown with what was known of it last.
  const oneVersion = database.prepare<[string, string], VersionRow>(
    `SELECT a.facts, v.version, v.text, v.skip, v.sha256
     FROM versions v JOIN membership m ON m.version_key = v.key JOIN articles a ON a.key = m.article_key
     WHERE v.article_id = ? AND v.version = ? ORDER BY m.added_revision DESC LIMIT 1`,
  )
  const members = database.prepare<[AtRevision], number>(`SELECT m.version_key FROM membership m WHERE ${COUNTS_AT}`)

  const newest = (): StoredRevision | undefined => newestRevision.get()
  const articlesAt = createRevisionCache((revision): readonly IndexedArticle[] =>
    listed.all({ revision }).map(({ facts, ...row }) => ({ ...readFacts(facts), ...row })),
  )
  const membersAt = createRevisionCache((revision): ReadonlySet<number> => new Set(members.pluck().all({ revision })))

  return {
    corpusId: (): string => String(database.prepare('SELECT id FROM corpus').pluck().get()),
    newest,
    revision: (number: number): StoredRevision | undefined => oneRevision.get(number),
    revisions: (): readonly StoredRevision[] => allRevisions.all(),
    /** The revision asked for, the newest when none is. Throws UserError when there is none of that number. */
    revisionOrNewest(number: number | undefined): StoredRevision | undefined {
      const last = newest()
      if (number === undefined || number === last?.number) return last
      const found = oneRevision.get(number)
      if (found === undefined) throw new UserError(noSuchRevision(number, last?.number))
      return found
    },
    passages: (ids: readonly string[]): readonly Passage[] =>
      ids.flatMap((id) => {
        const row = onePassage.get(id)
        return row === undefined ? [] : [toPassage(row)]
      }),
    passagesOf: (articleId: string, version: string): readonly Passage[] =>
      versionPassages.all(articleId, version).map(toPassage),
    articlesAt,
    article(articleId: string, version: string): Article | undefined {
      const row = oneVersion.get(articleId, version)
      if (row === undefined) return undefined
      const { facts, skip, ...rest } = row
      return { ...readFacts(facts), ...rest, skip: readRanges(skip) }
    },
    /** Keys of the versions that count at a revision. */
    membersAt,
  }
}

export function noSuchRevision(number: number, newest: number | undefined): string {
  return newest === undefined
    ? 'there is no revision yet: run "sourcier index"'
    : `there is no revision ${number}: the newest is ${newest} ("sourcier revisions" lists them)`
}
