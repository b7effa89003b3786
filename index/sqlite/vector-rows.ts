import type Database from 'better-sqlite3'
import { isUnitVector } from '../corpus-change.ts'
import type { VectorSource } from '../hnsw/base-keeper.ts'
import type { VectorChunk } from '../hnsw/worker-messages.ts'
import { DamagedRow } from './database.ts'
import type { Reader } from './read.ts'
import { type AtRevision, COUNTS_AT, checkBlob } from './rows.ts'

/** Vectors a message to the worker: large enough to cost little, small enough to let questions through. */
const CHUNK_VECTORS = 500

type VectorRow = { readonly key: number; readonly versionKey: number; readonly vector: Buffer }

/** Vectors in memory, one row each, in the order they were written. */
export type VectorMatrix = {
  readonly values: Float32Array
  readonly rows: number
  /** For each row. */
  readonly vectorKeys: readonly number[]
  readonly versionKeys: readonly number[]
}

/**
 * Keeps the vectors of one model in memory, less those of a base revision that are searched elsewhere. Vectors never
 * change, so only what was written since the last call is read.
 */
export function createVectorRows(database: Database.Database) {
  const rowsAfter = database.prepare<[AtRevision & { readonly modelKey: number; readonly lastKey: number }], VectorRow>(
    `SELECT v.key, p.version_key AS versionKey, v.vector FROM vectors v JOIN passages p ON p.key = v.passage_key
     WHERE v.model_key = @modelKey AND v.key > @lastKey
       AND p.version_key NOT IN (SELECT m.version_key FROM membership m WHERE ${COUNTS_AT}) ORDER BY v.key`,
  )
  let held = { modelKey: 0, base: 0, revision: 0 }
  let values = new Float32Array(0)
  let vectorKeys: number[] = []
  let versionKeys: number[] = []
  let lastKey = 0

  const append = (row: VectorRow, dimensions: number) => {
    const offset = vectorKeys.length * dimensions
    if (offset + dimensions > values.length) {
      const larger = new Float32Array(Math.max(64 * dimensions, values.length * 2))
      larger.set(values)
      values = larger
    }
    // Byte by byte: a blob need not begin where a Float32Array may.
    Buffer.from(values.buffer).set(checkBlob(row.vector, dimensions), offset * Float32Array.BYTES_PER_ELEMENT)
    if (!isUnitVector(values.subarray(offset, offset + dimensions)))
      throw new DamagedRow(`vector ${row.key} is damaged`)
    vectorKeys.push(row.key)
    versionKeys.push(row.versionKey)
  }

  /** @param base the revision whose vectors are left out, 0 for none */
  return (modelKey: number, dimensions: number, revision: number, base: number): VectorMatrix => {
    if (held.modelKey !== modelKey || held.base !== base) {
      values = new Float32Array(0)
      vectorKeys = []
      versionKeys = []
      lastKey = 0
    }
    if (held.modelKey !== modelKey || held.base !== base || held.revision < revision) {
      for (const row of rowsAfter.iterate({ modelKey, lastKey, revision: base })) {
        if (row.key <= lastKey) throw new DamagedRow('the vectors are out of order')
        append(row, dimensions)
        // Last: what could not be read is asked for again, not left out.
        lastKey = row.key
      }
    }
    held = { modelKey, base, revision }
    return { values, rows: vectorKeys.length, vectorKeys, versionKeys }
  }
}

/** The corpus as the vector cache sees it: labels are keys of vector rows. */
export function createVectorSource(database: Database.Database, reader: Reader): VectorSource {
  const corpus = reader.corpusId()
  const countPassages = database
    .prepare<[number], number>('SELECT count(*) FROM passages WHERE version_key = ?')
    .pluck()
  const keysAt = database
    .prepare<[AtRevision & { readonly modelKey: number }], number>(
      `SELECT v.key FROM membership m JOIN passages p ON p.version_key = m.version_key
       JOIN vectors v ON v.model_key = @modelKey AND v.passage_key = p.key
       WHERE ${COUNTS_AT} ORDER BY v.key`,
    )
    .pluck()
  const vectorOf = database.prepare<[number], Buffer>('SELECT vector FROM vectors WHERE key = ?').pluck()

  const someKeys = database
    .prepare<[AtRevision & { readonly modelKey: number; readonly limit: number }], number>(
      `SELECT v.key FROM membership m JOIN passages p ON p.version_key = m.version_key
       JOIN vectors v ON v.model_key = @modelKey AND v.passage_key = p.key WHERE ${COUNTS_AT} LIMIT @limit`,
    )
    .pluck()

  async function* chunks(number: number): AsyncGenerator<VectorChunk> {
    const revision = reader.revision(number)
    if (revision === undefined) return
    const keys = keysAt.all({ modelKey: revision.modelKey, revision: number })
    for (let start = 0; start < keys.length; start += CHUNK_VECTORS) {
      const labels = keys.slice(start, start + CHUNK_VECTORS)
      const vectors = new Float32Array(labels.length * revision.dimensions)
      const bytes = Buffer.from(vectors.buffer)
      for (const [position, label] of labels.entries()) {
        const offset = position * revision.dimensions
        bytes.set(checkBlob(vectorOf.get(label), revision.dimensions), offset * vectors.BYTES_PER_ELEMENT)
        if (!isUnitVector(vectors.subarray(offset, offset + revision.dimensions))) {
          throw new DamagedRow(`vector ${label} is damaged`)
        }
      }
      yield { labels, vectors }
    }
  }

  return {
    newest: () => reader.newest()?.number,
    identity(number) {
      const found = reader.revision(number)
      if (found === undefined || found.modelKey !== reader.newest()?.modelKey) return undefined
      const { builtAt, modelId, dimensions, passages } = found
      return { corpus, revision: number, builtAt, modelId, dimensions, count: passages }
    },
    difference(one, other) {
      const [first, second] = [reader.membersAt(one), reader.membersAt(other)]
      const differing = [...first]
        .filter((key) => !second.has(key))
        .concat([...second].filter((key) => !first.has(key)))
      return differing.reduce((sum, key) => sum + (countPassages.get(key) ?? 0), 0)
    },
    chunks,
    sample(number, limit) {
      const revision = reader.revision(number)
      return revision === undefined ? [] : someKeys.all({ modelKey: revision.modelKey, revision: number, limit })
    },
    vector(label) {
      const bytes = vectorOf.get(label)
      if (bytes === undefined) return undefined
      const vector = new Float32Array(Math.floor(bytes.length / Float32Array.BYTES_PER_ELEMENT))
      Buffer.from(vector.buffer).set(bytes.subarray(0, vector.byteLength))
      return vector
    },
  }
}
