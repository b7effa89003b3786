/**
 * The contextual vectors on disk: `contextual.db` in the data folder, a cache beside the corpus. What is lost or damaged is
 * made again; the corpus is neither written nor held up by it.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { oncePerList } from '../../src/once-per-list.ts'
import type { ContextualVectors } from '../../src/ports/contextual-vectors.ts'
import type { IndexedArticle, PassageIndex } from '../../src/ports/passage-index.ts'
import type { Passage } from '../../src/types.ts'
import { toUnitVector } from '../exact-search.ts'
import { type Log, silentLog } from '../log.ts'
import { explain, isBusy, isDamage, openDatabase, type Schema } from '../sqlite/database.ts'
import { createVectorMatrix, quantise } from './vector-matrix.ts'

const schema: Schema = {
  applicationId: 0x736f7663,
  migrations: [
    `CREATE TABLE model (id TEXT NOT NULL) STRICT;
     CREATE TABLE vectors (
       -- Never used twice: what came since is what has a greater one.
       key INTEGER PRIMARY KEY AUTOINCREMENT,
       passage TEXT NOT NULL UNIQUE,
       -- articleId@version: what counts at a revision is told by article.
       article TEXT NOT NULL,
       -- A float32 scale, little endian, then a byte a dimension.
       vector BLOB NOT NULL
     ) STRICT;`,
  ],
  remedy: 'delete it, it is made again',
}

/** A reader does not wait: WAL. Writers of two processes take turns. */
const busyMs = 250
const patienceMs = 10_000
const pauseMs = 25

export type ContextualVectorsOptions = {
  readonly dataFolder: string
  readonly modelId: string
  readonly dimensions: number
  /** What counts at a revision. */
  readonly index: Pick<PassageIndex, 'articles' | 'passagesOf' | 'revision'>
  readonly log?: Log
}

type Stored = { readonly key: number; readonly passage: string; readonly article: string; readonly vector: Buffer }

/** Opened at the first call; of another model or damaged, it begins anew. */
export function openContextualVectors(options: ContextualVectorsOptions): ContextualVectors {
  const { modelId, dimensions, index, log = silentLog } = options
  const file = join(options.dataFolder, 'contextual.db')
  let database: Database.Database | undefined
  const rows = {
    passages: [] as string[],
    articles: [] as string[],
    byPassage: new Map<string, number>(),
    counts: new Map<string, number>(),
  }
  const damaged = new Set<string>()
  let matrix = createVectorMatrix(dimensions)
  let lastKey = 0

  const forget = () => {
    Object.assign(rows, { passages: [], articles: [], byPassage: new Map(), counts: new Map() })
    damaged.clear()
    matrix = createVectorMatrix(dimensions)
    lastKey = 0
  }
  const ownerOf = (opened: Database.Database) => opened.prepare<[], string>('SELECT id FROM model').pluck().get()
  const open = (): Database.Database => {
    const opened = openDatabase({ file, schema, busyTimeoutMs: busyMs })
    const takeOver = opened.transaction(() => {
      if (ownerOf(opened) === modelId) return
      opened.exec('DELETE FROM vectors; DELETE FROM model')
      opened.prepare('INSERT INTO model VALUES (?)').run(modelId)
    })
    try {
      if (ownerOf(opened) !== modelId) takeOver.immediate()
      return opened
    } catch (error) {
      opened.close()
      throw error
    }
  }
  /** Does a piece of work; a damaged file is thrown away and begun anew, once. */
  const use = async <T>(work: (opened: Database.Database) => T): Promise<T> => {
    const until = Date.now() + patienceMs
    for (let isAnew = false; ; ) {
      try {
        database ??= open()
        return work(database)
      } catch (error) {
        const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
        if (isBusy(cause) && Date.now() < until) await wait(pauseMs)
        else if (isDamage(cause) && !isAnew) {
          isAnew = true
          log.warn({ err: error }, 'the contextual vectors are damaged and made again')
          database?.close()
          database = undefined
          for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
          forget()
        } else throw explain(error, file, schema)
      }
    }
  }
  /** Only what was written since is read. */
  const refresh = () =>
    use((opened) => {
      // A process with another model has begun anew: what is there now is not ours.
      if (ownerOf(opened) !== modelId) return forget()
      const after = opened.prepare<[number], Stored>(
        'SELECT key, passage, article, vector FROM vectors WHERE key > ? ORDER BY key',
      )
      for (const { key, passage, article, vector } of after.iterate(lastKey)) {
        lastKey = key
        // Made again by another process, which found it damaged.
        if (rows.byPassage.has(passage)) continue
        if (!matrix.append(vector)) {
          damaged.add(passage)
          continue
        }
        damaged.delete(passage)
        rows.byPassage.set(passage, rows.passages.length)
        rows.passages.push(passage)
        rows.articles.push(article)
        rows.counts.set(article, (rows.counts.get(article) ?? 0) + 1)
      }
    })
  /** What the newest revision brought, before the others. */
  const lacking = async (): Promise<readonly IndexedArticle[]> => {
    const revision = await index.revision()
    if (revision === undefined) return []
    const articles = (await index.articles()).filter((one) => (rows.counts.get(keyOf(one)) ?? 0) < one.passages)
    if (articles.length === 0 || revision.number === 1) return articles
    const before = memberKeys(await index.articles(revision.number - 1))
    const isNew = (article: IndexedArticle) => !before.has(keyOf(article))
    return articles.sort((one, other) => Number(isNew(other)) - Number(isNew(one)))
  }

  return {
    async nearest(vector, limit, revision) {
      await refresh()
      const articles = await index.articles(revision)
      if (articles.length === 0 || !(limit >= 1)) return []
      const members = memberKeys(articles)
      return matrix
        .nearest(toUnitVector(vector, dimensions), Math.floor(limit), (row) => members.has(rows.articles[row] ?? ''))
        .map(({ row, score }) => ({ passageId: rows.passages[row] ?? '', score: Math.min(1, Math.max(-1, score)) }))
    },
    async vectorsOf(passageIds) {
      await refresh()
      const found = new Map<string, Float32Array>()
      for (const id of passageIds) {
        const vector = matrix.vector(rows.byPassage.get(id) ?? -1)
        if (vector !== undefined) found.set(id, vector)
      }
      return found
    },
    async missing(limit) {
      await refresh()
      const passages: Passage[] = []
      for (const { id, version } of await lacking()) {
        if (passages.length >= limit) break
        passages.push(...(await index.passagesOf(id, version)).filter((one) => !rows.byPassage.has(one.id)))
      }
      return passages.slice(0, Math.max(0, limit))
    },
    async save(passageIds, vectors) {
      if (passageIds.length !== vectors.length) {
        throw new Error(`${passageIds.length} passages have ${vectors.length} vectors`)
      }
      const narrow = vectors.find(({ length }) => length !== dimensions)
      if (narrow !== undefined) throw new Error(`a vector has ${narrow.length} dimensions, not ${dimensions}`)
      const stored = vectors.map(quantise)
      await use((opened) => {
        const drop = opened.prepare('DELETE FROM vectors WHERE passage = ?')
        const insert = opened.prepare('INSERT OR IGNORE INTO vectors (passage, article, vector) VALUES (?, ?, ?)')
        opened
          .transaction(() => {
            const owner = ownerOf(opened)
            if (owner !== modelId)
              throw new Error(`a process with the model ${owner} has taken over ${file}: ${modelId} is not kept`)
            for (const [at, id] of passageIds.entries()) {
              // A damaged row gives way; any other stays.
              if (damaged.has(id)) drop.run(id)
              insert.run(id, id.slice(0, id.lastIndexOf('.')), stored[at])
            }
          })
          .immediate()
      })
    },
    async progress() {
      await refresh()
      const articles = (await index.revision()) === undefined ? [] : await index.articles()
      const total = articles.reduce((sum, { passages }) => sum + passages, 0)
      const done = articles.reduce((sum, one) => sum + Math.min(one.passages, rows.counts.get(keyOf(one)) ?? 0), 0)
      return { done, total }
    },
    async close() {
      database?.close()
      database = undefined
    },
  }
}

function keyOf({ id, version }: IndexedArticle): string {
  return `${id}@${version}`
}

const memberKeys = oncePerList((articles: readonly IndexedArticle[]) => new Set(articles.map(keyOf)))
