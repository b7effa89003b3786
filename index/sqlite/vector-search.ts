import type Database from 'better-sqlite3'
import type { Hit } from '../../src/ports/passage-index.ts'
import { searchExactly, toUnitVector } from '../exact-search.ts'
import type { BaseKeeper } from '../hnsw/base-keeper.ts'
import type { VectorBase } from '../hnsw/vector-base.ts'
import type { Log } from '../log.ts'
import { DamagedRow } from './database.ts'
import type { Reader } from './read.ts'
import type { StoredRevision } from './rows.ts'
import { createVectorRows, type VectorMatrix } from './vector-rows.ts'

type Place = { readonly versionKey: number; readonly passageId: string }
type Found = { readonly vectorKey: number; readonly score: number }

/** How many more than wanted are fetched from a base at first: some will not count at the revision. */
const OVERFETCH = 2

/**
 * Search by vector: the base's index where there is one, every vector that it does not hold one by one. Both leave out
 * what does not count at the revision before they cut.
 */
export function createVectorSearch(database: Database.Database, reader: Reader, keeper: BaseKeeper, log: Log) {
  const rowsFor = createVectorRows(database)
  const placeOf = database.prepare<[number], Place>(
    `SELECT p.version_key AS versionKey, p.id AS passageId
     FROM vectors v JOIN passages p ON p.key = v.passage_key WHERE v.key = ?`,
  )

  let checked: number | undefined

  const searchRows = (
    unit: Float32Array,
    limit: number,
    newest: StoredRevision,
    members: ReadonlySet<number>,
    base: number,
  ): Found[] => {
    const matrix = rowsFor(newest.modelKey, newest.dimensions, newest.number, base)
    const admits = (row: number) => members.has(matrix.versionKeys[row] ?? 0)
    if (base === 0) refuseMissing(matrix, newest)
    return searchExactly(matrix.values, matrix.rows, unit, limit, admits).map(({ row, score }) => ({
      vectorKey: matrix.vectorKeys[row] ?? 0,
      score,
    }))
  }

  /** A passage without a vector would never be found, and nobody would know. */
  const refuseMissing = (matrix: VectorMatrix, newest: StoredRevision): void => {
    if (checked === newest.number) return
    const members = reader.membersAt(newest.number)
    const counted = matrix.versionKeys.filter((key) => members.has(key)).length
    if (counted !== newest.passages) throw new DamagedRow(`${newest.passages} passages have ${counted} vectors`)
    checked = newest.number
  }

  const searchBase = async (
    base: VectorBase,
    unit: Float32Array,
    limit: number,
    members: ReadonlySet<number>,
  ): Promise<Found[] | undefined> => {
    try {
      for (let fetch = limit * OVERFETCH; ; fetch *= 4) {
        const hits = await base.search(unit, fetch)
        const counted = hits.filter(({ label }) => members.has(placeOf.get(label)?.versionKey ?? 0))
        if (counted.length >= limit || fetch >= base.count) {
          return counted.slice(0, limit).map(({ label, score }) => ({ vectorKey: label, score }))
        }
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.warn({ revision: base.revision, reason }, 'vector index lost, every vector is looked at')
      return undefined
    }
  }

  return async (vector: Float32Array, limit: number, revision?: number): Promise<readonly Hit[]> => {
    const newest = reader.newest()
    const wanted = reader.revisionOrNewest(revision)
    if (newest === undefined || wanted === undefined || limit < 1) return []
    const unit = toUnitVector(vector, newest.dimensions)
    const members = reader.membersAt(wanted.number)
    const base = keeper.base()
    const indexed = base === undefined ? undefined : await searchBase(base, unit, limit, members)
    const found =
      base === undefined || indexed === undefined
        ? searchRows(unit, limit, newest, members, 0)
        : [...indexed, ...searchRows(unit, limit, newest, members, base.revision)]
    return found
      .sort((one, other) => other.score - one.score || one.vectorKey - other.vectorKey)
      .slice(0, limit)
      .flatMap(({ vectorKey, score }) => {
        const place = placeOf.get(vectorKey)
        return place === undefined ? [] : [{ passageId: place.passageId, score: Math.min(1, Math.max(-1, score)) }]
      })
  }
}
