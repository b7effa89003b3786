import type Database from 'better-sqlite3'
import { areCopies, sampleShingles, shinglesOf } from '../../src/copies/shingles.ts'
import { readRanges } from './rows.ts'

type TextRow = { readonly key: number; readonly text: string; readonly skip: string }
type Candidate = { readonly key: number; readonly shared: number }

/** Texts that share the most samples are compared in full. */
const mostCompared = 12
/** Samples that two copies share at least: of 30 shared shingles, the fewest, seven are samples on average. */
const leastShared = 2

/**
 * Says of every version that has no origin yet which text it is a copy of: the first of them that was stored, or itself.
 * What was said never changes; an article that is rewritten is a new version.
 */
export function createOriginFinder(database: Database.Database): () => void {
  const unknown = database.prepare<[], TextRow>(
    'SELECT key, text, skip FROM versions WHERE key NOT IN (SELECT version_key FROM origins) ORDER BY key',
  )
  const textOf = database.prepare<[number], TextRow>('SELECT key, text, skip FROM versions WHERE key = ?')
  const originOf = database.prepare<[number], number>('SELECT origin_key FROM origins WHERE version_key = ?').pluck()
  const candidates = database.prepare<[string, number, number], Candidate>(
    `SELECT s.version_key AS key, count(*) AS shared FROM json_each(?) h JOIN shingles s ON s.hash = h.value
     GROUP BY s.version_key HAVING shared >= ? ORDER BY shared DESC, key LIMIT ?`,
  )
  const insertShingle = database.prepare<[number, number]>('INSERT INTO shingles (hash, version_key) VALUES (?, ?)')
  const insertOrigin = database.prepare<[number, number]>('INSERT INTO origins (version_key, origin_key) VALUES (?, ?)')

  const shingles = ({ text, skip }: TextRow) => shinglesOf({ text, skip: readRanges(skip) })

  const findOrigin = (key: number, own: Uint32Array, samples: readonly number[]): number => {
    for (const candidate of candidates.all(JSON.stringify(samples), leastShared, mostCompared)) {
      const row = textOf.get(candidate.key)
      if (row !== undefined && areCopies(own, shingles(row))) return originOf.get(candidate.key) ?? candidate.key
    }
    return key
  }

  return () => {
    for (const row of unknown.all()) {
      const own = shingles(row)
      const samples = sampleShingles(own)
      insertOrigin.run(row.key, findOrigin(row.key, own, samples))
      for (const hash of samples) insertShingle.run(hash, row.key)
    }
  }
}
