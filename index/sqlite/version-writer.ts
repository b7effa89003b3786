import type Database from 'better-sqlite3'
import type { EmbeddedArticle } from '../../src/ports/corpus-writer.ts'
import type { Article, ArticleFacts, Passage } from '../../src/types.ts'
import { writeFacts } from '../article-facts.ts'
import { checkEmbedded, checkSamePassages } from '../corpus-change.ts'
import { wordsToIndex } from './lexical-search.ts'
import { PASSAGE_COLUMNS, type PassageRow, toPassage } from './rows.ts'

/** Writes what never changes once it is there: facts, versions with their passages and words, vectors. */
export function createVersionWriter(database: Database.Database) {
  const findFacts = database
    .prepare<[string, string], number>('SELECT key FROM articles WHERE article_id = ? AND facts = ?')
    .pluck()
  const insertFacts = database.prepare<[string, string]>('INSERT INTO articles (article_id, facts) VALUES (?, ?)')
  const findVersion = database
    .prepare<[string, string], number>('SELECT key FROM versions WHERE article_id = ? AND version = ?')
    .pluck()
  const insertVersion = database.prepare<[string, string, string, string, string]>(
    'INSERT INTO versions (article_id, version, text, skip, sha256) VALUES (?, ?, ?, ?, ?)',
  )
  const insertPassage = database.prepare<[number, number, string, number, number, string, string, string | null]>(
    `INSERT INTO passages (version_key, ordinal, id, start, end, text, language, context) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertWords = database.prepare<[number, string]>('INSERT INTO passage_words (rowid, words) VALUES (?, ?)')
  const insertVector = database.prepare<[number, number, Buffer]>(
    'INSERT INTO vectors (model_key, passage_key, vector) VALUES (?, ?, ?)',
  )
  const passagesOf = database.prepare<[number], PassageRow>(
    `SELECT ${PASSAGE_COLUMNS} WHERE p.version_key = ? ORDER BY p.ordinal`,
  )
  const withoutVector = database
    .prepare<[number, number], number>(
      `SELECT count(*) FROM passages p WHERE p.version_key = ?
       AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.model_key = ? AND v.passage_key = p.key)`,
    )
    .pluck()

  const storePassage = (versionKey: number, passage: Passage): number => {
    const key = Number(
      insertPassage.run(
        ...[versionKey, passage.ordinal, passage.id, passage.start, passage.end, passage.text, passage.language],
        passage.context ?? null,
      ).lastInsertRowid,
    )
    insertWords.run(key, wordsToIndex(passage.text, passage.context))
    return key
  }
  const storeVectors = (passageKeys: readonly number[], vectors: readonly Float32Array[], modelKey: number): void => {
    for (const [position, vector] of vectors.entries()) {
      const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
      insertVector.run(modelKey, passageKeys[position] ?? Number.NaN, bytes)
    }
  }
  const isComplete = (versionKey: number, modelKey: number) => withoutVector.get(versionKey, modelKey) === 0

  /** The key of a version that is new to the store, with its passages' keys. */
  const storeWords = (article: Article, passages: readonly Passage[]) => {
    const { id, version, text, skip, sha256 } = article
    const versionKey = Number(insertVersion.run(id, version, text, JSON.stringify(skip), sha256).lastInsertRowid)
    return { versionKey, passageKeys: passages.map((passage) => storePassage(versionKey, passage)) }
  }

  return {
    find: (articleId: string, version: string): number | undefined => findVersion.get(articleId, version),
    /** A version that only old citations need: its words, no vectors. */
    storeWords,
    storeFacts(facts: ArticleFacts): number {
      const json = writeFacts(facts)
      return findFacts.get(facts.id, json) ?? Number(insertFacts.run(facts.id, json).lastInsertRowid)
    },
    /** True when the version is there with all its vectors of the model. */
    holds(articleId: string, version: string, modelKey: number): boolean {
      const versionKey = findVersion.get(articleId, version)
      return versionKey !== undefined && isComplete(versionKey, modelKey)
    },
    /** The key of the version; what the store has already is used again, and what was given for it is not looked at. */
    storeVersion(embedded: EmbeddedArticle, modelKey: number, dimensions: number): number {
      const { article, passages, vectors } = embedded
      const known = findVersion.get(article.id, article.version)
      if (known !== undefined && isComplete(known, modelKey)) return known
      checkEmbedded(embedded, dimensions)
      if (known !== undefined) {
        const stored = passagesOf.all(known)
        checkSamePassages(stored.map(toPassage), passages, `${article.id}@${article.version}`)
        storeVectors(
          stored.map(({ key }) => key),
          vectors,
          modelKey,
        )
        return known
      }
      const { versionKey, passageKeys } = storeWords(article, passages)
      storeVectors(passageKeys, vectors, modelKey)
      return versionKey
    },
  }
}
