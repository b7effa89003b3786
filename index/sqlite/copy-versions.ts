import type Database from 'better-sqlite3'
import type { Model } from '../corpus-change.ts'
import type { Reader } from './read.ts'
import type { createVersionWriter } from './version-writer.ts'

type Named = { readonly articleId: string; readonly version: string; readonly key: number }

/** Brings along what one corpus has and another has not; vectors where they are of the model given. */
export function copyVersions(
  from: Database.Database,
  reader: Reader,
  versions: ReturnType<typeof createVersionWriter>,
  model: { readonly source: Model & { readonly modelKey: number }; readonly modelKey: number },
): void {
  const all = from.prepare<[], Named>('SELECT article_id AS articleId, version, key FROM versions ORDER BY key')
  const vectorsOf = from
    .prepare<[number, number], Buffer>(
      `SELECT v.vector FROM passages p JOIN vectors v ON v.passage_key = p.key AND v.model_key = ?
       WHERE p.version_key = ? ORDER BY p.ordinal`,
    )
    .pluck()
  for (const { articleId, version, key } of all.iterate()) {
    if (versions.holds(articleId, version, model.modelKey)) continue
    const article = reader.article(articleId, version)
    if (article === undefined) continue
    versions.storeFacts(article)
    const passages = reader.passagesOf(articleId, version)
    const vectors = vectorsOf.all(model.source.modelKey, key).map(toVector)
    if (vectors.length === passages.length) {
      versions.storeVersion({ article, passages, vectors }, model.modelKey, model.source.dimensions)
    } else if (versions.find(articleId, version) === undefined) versions.storeWords(article, passages)
  }
}

/** Byte by byte: a blob need not begin where a Float32Array may. */
function toVector(bytes: Buffer): Float32Array {
  const vector = new Float32Array(bytes.length / Float32Array.BYTES_PER_ELEMENT)
  Buffer.from(vector.buffer).set(bytes)
  return vector
}
