import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { PassageIndex } from '../../src/ports/passage-index.ts'
import type { Revision } from '../../src/types.ts'
import type { MaintainedWriter } from '../corpus-change.ts'
import { createBaseKeeper } from '../hnsw/base-keeper.ts'
import { type Log, silentLog } from '../log.ts'
import { compactDatabase, openBackup } from './backup.ts'
import { explain, openDatabase } from './database.ts'
import { noteRevision, refuseForgottenRevisions, refuseLostCorpus } from './last-revision.ts'
import { createLexicalSearch } from './lexical-search.ts'
import { createReader } from './read.ts'
import { toRevision } from './rows.ts'
import { corpusSchema } from './schema.ts'
import { createVectorSource } from './vector-rows.ts'
import { createVectorSearch } from './vector-search.ts'
import { createWriter } from './write.ts'

export type CorpusOptions = {
  /** Holds corpus.db and vectors/. Made when it is not there, unless read-only. */
  readonly dataFolder: string
  readonly readOnly?: boolean
  /** Passages from which vectors are searched by an HNSW index; fewer are looked at one by one. Default 5,000. */
  readonly hnswFrom?: number
  readonly log?: Log
  readonly now?: () => Date
}

export type SearchableIndex = PassageIndex & {
  /** Waits until the vector index that is due is built, so that the next process finds it. */
  settle(): Promise<void>
}

/** Looking at 5,000 vectors takes 2 ms, as long as asking the worker that holds the index. */
const HNSW_FROM = 5_000
/** A reader does not wait for the writer (WAL); only a checkpoint or a migration holds it up. */
const READER_BUSY_MS = 250
/** The writer has a process of its own. */
const WRITER_BUSY_MS = 5_000

/** Opens the corpus for reading. Throws UserError when its file cannot be used. */
export function openIndex(options: CorpusOptions): SearchableIndex {
  const { dataFolder, readOnly = false, hnswFrom = HNSW_FROM, log = silentLog } = options
  const file = join(dataFolder, 'corpus.db')
  refuseLostCorpus(dataFolder)
  const database = openDatabase({ file, schema: corpusSchema, readOnly, busyTimeoutMs: READER_BUSY_MS })
  const guard = guardFor(file)
  const opened = guardSync(file, () => {
    database.pragma('query_only = ON')
    const reader = createReader(database)
    if (reader.newest() === undefined) refuseForgottenRevisions(dataFolder)
    const source = createVectorSource(database, reader)
    // A base is built and thrown away in the folder: not for who may only read.
    const from = readOnly ? Number.POSITIVE_INFINITY : hnswFrom
    const keeper = createBaseKeeper({ folder: join(dataFolder, 'vectors'), source, from, log })
    return {
      ...{ reader, keeper, matching: createLexicalSearch(database, reader) },
      nearest: createVectorSearch(database, reader, keeper, log),
    }
  })
  const { reader, keeper } = opened

  return {
    revision: (number) =>
      guard(() => {
        const found = number === undefined ? reader.newest() : reader.revision(number)
        return found === undefined ? undefined : toRevision(found)
      }),
    revisions: () => guard(() => reader.revisions().map(toRevision)),
    nearest: (vector, limit, revision) => guard(() => opened.nearest(vector, wholeLimit(limit), revision)),
    matching: (words, limit, revision) =>
      guard(() => {
        const at = reader.revisionOrNewest(revision)
        return at === undefined ? [] : opened.matching(words, wholeLimit(limit), at.number)
      }),
    passages: (ids) => guard(() => reader.passages(ids)),
    passagesOf: (articleId, version) => guard(() => reader.passagesOf(articleId, version)),
    articles: (revision) =>
      guard(() => {
        const at = reader.revisionOrNewest(revision)
        return at === undefined ? [] : reader.articlesAt(at.number)
      }),
    article: (articleId, version) => guard(() => reader.article(articleId, version)),
    settle: () => guard(() => keeper.settle()),
    async close() {
      await keeper.close()
      database.close()
    },
  }
}

/** The corpus's one writer; its connection is opened at the first call. */
export function openWriter(options: CorpusOptions): MaintainedWriter {
  const { dataFolder, log = silentLog, now = () => new Date() } = options
  const file = join(dataFolder, 'corpus.db')
  const guard = guardFor(file)
  let database: Database.Database | undefined
  let opened: ReturnType<typeof createWriter> | undefined
  const writer = () => {
    if (database === undefined) refuseLostCorpus(dataFolder)
    database ??= openDatabase({ file, schema: corpusSchema, busyTimeoutMs: WRITER_BUSY_MS })
    if (opened === undefined && createReader(database).newest() === undefined) refuseForgottenRevisions(dataFolder)
    opened ??= createWriter(database, now)
    return opened
  }
  const noted = (revision: Revision): Revision => {
    try {
      noteRevision(dataFolder, revision)
    } catch (error) {
      // The revision is committed all the same; only its loss would be noticed less well.
      log.warn({ err: error }, 'the revision was not noted beside the corpus')
    }
    return revision
  }
  return {
    holds: (articleId, version) => guard(() => writer().holds(articleId, version)),
    commit: (change, model) => guard(() => noted(writer().commit(change, model))),
    rebuild: (articles, model, note = 'rebuild') => guard(() => noted(writer().rebuild(articles, model, note))),
    rollback: (toRevision) => guard(() => noted(writer().rollback(toRevision))),
    restore: (file, note) =>
      guard(() => {
        const backup = openBackup(file)
        try {
          return noted(writer().restore(backup, note))
        } finally {
          backup.close()
        }
      }),
    compact: () =>
      guard(() => {
        writer()
        if (database !== undefined) compactDatabase(database)
      }),
    async close() {
      database?.close()
    },
  }
}

/** Runs a piece of work; what the disk or the file did wrong becomes a UserError. */
function guardFor(file: string) {
  return async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      throw explain(error, file, corpusSchema)
    }
  }
}

function guardSync<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw explain(error, file, corpusSchema)
  }
}

function wholeLimit(limit: number): number {
  return Number.isNaN(limit) ? 0 : Math.floor(Math.max(0, Math.min(limit, 1_000_000)))
}
