import type Database from 'better-sqlite3'
import { UserError } from '../../src/errors.ts'
import type { IndexedArticle } from '../../src/ports/passage-index.ts'
import { versionOf } from '../../src/reading/article.ts'
import type { Article, Passage } from '../../src/types.ts'
import { DamagedRow } from './database.ts'
import { createRevisionCache } from './revision-cache.ts'
import {
  type AtRevision,
  COUNTS_AT,
  PASSAGE_COLUMNS,
  type PassageRow,
  REVISION_COLUMNS,
  readRanges,
  readStoredFacts,
  type StoredRevision,
  toPassage,
} from './rows.ts'

/** Plain reads of one connection. What belongs to a revision never changes, so it is kept. */
export type Reader = ReturnType<typeof createReader>

type Member = { readonly versionKey: number; readonly articleKey: number }

type ListedRow = {
  readonly facts: string
  readonly version: string
  readonly sha256: string
  readonly passages: number
  readonly origin: string
  /** 0 while the writer has not looked yet whether it is a copy. */
  readonly settled: 0 | 1
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
  const members = database.prepare<[AtRevision], Member>(
    `SELECT m.version_key AS versionKey, m.article_key AS articleKey FROM membership m WHERE ${COUNTS_AT}`,
  )
  // Given pairs of keys of members as JSON, all at once: ten thousand statements take ten times as long.
  const listed = database.prepare<[string], Member & ListedRow>(
    `SELECT v.key AS versionKey, a.key AS articleKey, a.facts, v.version, v.sha256,
       (SELECT count(*) FROM passages p WHERE p.version_key = v.key) AS passages,
       coalesce(f.article_id || '@' || f.version, v.article_id || '@' || v.version) AS origin,
       o.origin_key IS NOT NULL AS settled
     FROM json_each(?) wanted
     JOIN versions v ON v.key = wanted.value ->> 0 JOIN articles a ON a.key = wanted.value ->> 1
     LEFT JOIN origins o ON o.version_key = v.key LEFT JOIN versions f ON f.key = o.origin_key`,
  )
  // An old version is shown with what was known of it last; one that came out of a backup may never have counted here.
  const oneVersion = database.prepare<[string, string], VersionRow>(
    `SELECT coalesce(
       (SELECT a.facts FROM membership m JOIN articles a ON a.key = m.article_key
        WHERE m.version_key = v.key ORDER BY m.added_revision DESC LIMIT 1),
       (SELECT a.facts FROM articles a WHERE a.article_id = v.article_id ORDER BY a.key LIMIT 1)) AS facts,
       v.version, v.text, v.skip, v.sha256
     FROM versions v WHERE v.article_id = ? AND v.version = ?`,
  )

  const newest = (): StoredRevision | undefined => newestRevision.get()
  /** What the last listing held: of ten thousand articles a revision changes a few, and only those are read. */
  let lastListed: ReadonlyMap<string, IndexedArticle> = new Map()
  const articlesAt = createRevisionCache((revision): readonly IndexedArticle[] => {
    const settled = new Map<string, IndexedArticle>()
    const articles: IndexedArticle[] = []
    const unread: (readonly [number, number])[] = []
    for (const { versionKey, articleKey } of members.all({ revision })) {
      const key = `${versionKey} ${articleKey}`
      const known = lastListed.get(key)
      if (known === undefined) unread.push([versionKey, articleKey])
      else settled.set(key, known)
    }
    for (const article of settled.values()) articles.push(article)
    for (const { versionKey, articleKey, ...row } of listed.iterate(JSON.stringify(unread))) {
      const article = readListed(row)
      articles.push(article)
      if (row.settled === 1) settled.set(`${versionKey} ${articleKey}`, article)
    }
    lastListed = settled
    return articles.sort((one, other) => (one.id < other.id ? -1 : 1))
  })
  const membersAt = createRevisionCache(
    (revision): ReadonlySet<number> => new Set(members.all({ revision }).map(({ versionKey }) => versionKey)),
  )

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
    /** In one transaction: to begin one costs as much as to read a passage. */
    passages: database.transaction((ids: readonly string[]): readonly Passage[] =>
      ids.flatMap((id) => {
        const row = onePassage.get(id)
        return row === undefined ? [] : [toPassage(row)]
      }),
    ),
    passagesOf: (articleId: string, version: string): readonly Passage[] =>
      versionPassages.all(articleId, version).map(toPassage),
    articlesAt,
    article(articleId: string, version: string): Article | undefined {
      const row = oneVersion.get(articleId, version)
      if (row === undefined) return undefined
      // A version is the hash of its text: a flipped bit never gets as far as a quotation.
      if (versionOf(row.text) !== row.version)
        throw new DamagedRow(`the text of ${articleId} is not that of its version`)
      const { facts, skip, ...rest } = row
      return { ...readStoredFacts(facts), ...rest, skip: readRanges(skip) }
    },
    /** Keys of the versions that count at a revision. */
    membersAt,
  }
}

function readListed({ facts, settled: _settled, ...row }: ListedRow): IndexedArticle {
  return { ...readStoredFacts(facts), ...row }
}

export function noSuchRevision(number: number, newest: number | undefined): string {
  return newest === undefined
    ? 'there is no revision yet: run "sourcier index"'
    : `there is no revision ${number}: the newest is ${newest} ("sourcier revisions" lists them)`
}
