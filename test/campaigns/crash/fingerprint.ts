import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../../index/sqlite/database.ts'
import { corpusSchema } from '../../../index/sqlite/schema.ts'

/** Everything that a revision consists of. What depends on the clock or on chance (dates, the corpus's own id) is no part. */
const contents = [
  'SELECT number, model_key, articles, passages, added, removed, note FROM revisions ORDER BY number',
  'SELECT * FROM models ORDER BY key',
  'SELECT * FROM articles ORDER BY key',
  'SELECT * FROM versions ORDER BY key',
  'SELECT * FROM passages ORDER BY key',
  'SELECT * FROM vectors ORDER BY key',
  'SELECT * FROM membership ORDER BY version_key, added_revision',
  'SELECT * FROM origins ORDER BY version_key',
  'SELECT * FROM shingles ORDER BY hash, version_key',
  'SELECT * FROM passage_words_docsize ORDER BY id',
  'SELECT * FROM passage_words_data ORDER BY id',
]

/** Before anything was ever indexed. */
export const nothing = 'nothing'

/**
 * What a corpus holds, in one word that is the same for the same contents; `nothing` while there is no revision.
 * Throws when the file is not sound, as SQLite sees it.
 */
export function fingerprint(dataFolder: string): string {
  const file = join(dataFolder, 'corpus.db')
  if (!existsSync(file)) return nothing
  const database = openDatabase({ file, schema: corpusSchema, busyTimeoutMs: 1_000 })
  try {
    const found = database.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Error(`integrity_check: ${String(found)}`)
    const broken = database.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error('foreign keys are broken')
    const counts = ['revisions', 'versions', 'passages', 'vectors', 'passage_words_docsize'].map((table) =>
      Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
    )
    if (counts.every((count) => count === 0)) return nothing
    const hash = createHash('sha256')
    for (const query of contents) {
      for (const one of database.prepare(query).raw().iterate()) {
        hash.update(JSON.stringify(one, (_key, value) => (Buffer.isBuffer(value) ? value.toString('hex') : value)))
      }
    }
    return `revision ${counts[0]}: ${counts[1]} versions, ${counts[2]} passages, ${counts[3]} vectors, ${counts[4]} full texts, ${hash.digest('hex').slice(0, 12)}`
  } finally {
    database.close()
  }
}
