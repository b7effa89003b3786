import { z } from 'zod'
import type { ArticleFacts, Language, Passage, Range, Revision } from '../../src/types.ts'
import { readFacts } from '../article-facts.ts'
import { DamagedRow } from './database.ts'

/** Rows as SQLite gives them, and what they become. */
export type PassageRow = {
  readonly key: number
  readonly id: string
  readonly articleId: string
  readonly version: string
  readonly ordinal: number
  readonly text: string
  readonly start: number
  readonly end: number
  readonly language: Language
  readonly context: string | null
}

export const PASSAGE_COLUMNS = `p.key, p.id, v.article_id AS articleId, v.version, p.ordinal, p.text, p.start, p.end,
  p.language, p.context FROM passages p JOIN versions v ON v.key = p.version_key`

/** Throws DamagedRow when it is not as long as its place in the article. */
export function toPassage({ key: _key, context, ...row }: PassageRow): Passage {
  if (row.end - row.start !== row.text.length) throw new DamagedRow(`passage ${row.id} has another length`)
  return context === null ? row : { ...row, context }
}

/** A revision and the model row its vectors belong to: a rebuild makes a new one even under the same name. */
export type StoredRevision = Revision & { readonly modelKey: number }

export const REVISION_COLUMNS = `r.number, r.built_at AS builtAt, m.model_id AS modelId, m.dimensions, r.articles,
  r.passages, r.added, r.removed, r.note, r.model_key AS modelKey FROM revisions r JOIN models m ON m.key = r.model_key`

export function toRevision({ modelKey: _modelKey, ...revision }: StoredRevision): Revision {
  return revision
}

/** True for the membership rows `m` that count at the revision bound to `@revision`. */
export const COUNTS_AT =
  '(m.added_revision <= @revision AND (m.removed_revision IS NULL OR m.removed_revision > @revision))'

export type AtRevision = { readonly revision: number }

const rangesSchema = z.array(z.object({ start: z.number(), end: z.number() }))

export function readRanges(json: string): readonly Range[] {
  return intact(() => rangesSchema.parse(JSON.parse(json)))
}

export function readStoredFacts(json: string): ArticleFacts {
  return intact(() => readFacts(json))
}

/** What we wrote ourselves can be read, or it was damaged since. */
function intact<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw new DamagedRow('what was written cannot be read', { cause: error })
  }
}

/** The length of a vector of so many dimensions, in bytes. Throws DamagedRow when the blob has another. */
export function checkBlob(vector: Buffer | undefined, dimensions: number): Buffer {
  if (vector?.length !== dimensions * Float32Array.BYTES_PER_ELEMENT)
    throw new DamagedRow('a vector has another length')
  return vector
}
