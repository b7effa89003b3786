import type Database from 'better-sqlite3'
import type { Hit } from '../../src/ports/passage-index.ts'
import { foldWords } from '../../src/text/fold.ts'
import type { Reader } from './read.ts'

/** More words than any question has; a query of 10,000 still takes no more than 0.1 s. */
const LIMIT_WORDS = 1_000

/** What is indexed of a passage: its folded words, with those of the line without which it is not understood. */
export function wordsToIndex(text: string, context: string | undefined): string {
  return foldWords(`${context ?? ''}\n${text}`)
    .map(({ word }) => word)
    .join(' ')
}

/** The distinct words that a search is for, folded: what is blank after folding asks for nothing. */
export function wordsToMatch(words: readonly string[]): readonly string[] {
  const distinct = new Set<string>()
  for (const text of words) {
    for (const { word } of foldWords(text)) {
      if (distinct.size >= LIMIT_WORDS) return [...distinct]
      distinct.add(word)
    }
  }
  return [...distinct]
}

type Ranked = { readonly key: number; readonly score: number }

/** How many more than wanted are ranked at first: some will not count at the revision. */
const OVERFETCH = 4

/**
 * Search by words over FTS5. Its bm25() is negative, better is smaller: turned round here. Word frequencies are those of
 * all versions ever indexed, membership those of the revision. Ranked first, looked up afterwards: a frequent word is in
 * ten thousand passages, of which a few dozen are wanted.
 */
export function createLexicalSearch(database: Database.Database, reader: Pick<Reader, 'membersAt'>) {
  const rank = database.prepare<[string, number], Ranked>(
    `SELECT rowid AS key, bm25(passage_words) AS score FROM passage_words
     WHERE passage_words MATCH ? ORDER BY score, rowid LIMIT ?`,
  )
  const placeOf = database.prepare<[number], { readonly versionKey: number; readonly passageId: string }>(
    'SELECT version_key AS versionKey, id AS passageId FROM passages WHERE key = ?',
  )
  // In one transaction: to begin one costs as much as to look up a passage.
  return database.transaction((words: readonly string[], limit: number, revision: number): readonly Hit[] => {
    // Only quoted terms reach FTS5: anything else is its query language, and throws.
    const terms = wordsToMatch(words).map((word) => `"${word}"`)
    if (terms.length === 0 || limit < 1) return []
    const members = reader.membersAt(revision)
    for (let fetch = limit * OVERFETCH; ; fetch *= OVERFETCH) {
      const ranked = rank.all(terms.join(' OR '), fetch)
      const hits: Hit[] = []
      for (const { key, score } of ranked) {
        if (hits.length >= limit) break
        const place = placeOf.get(key)
        if (place !== undefined && members.has(place.versionKey))
          hits.push({ passageId: place.passageId, score: -score })
      }
      if (hits.length >= limit || ranked.length < fetch) return hits
    }
  })
}
