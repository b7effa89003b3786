import type Database from 'better-sqlite3'
import type { Hit } from '../../src/ports.ts'
import { foldWords } from '../../src/text/fold.ts'
import { type AtRevision, COUNTS_AT } from './rows.ts'

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

/**
 * Search by words over FTS5. Its bm25() is negative, better is smaller: turned round here. Word frequencies are those of
 * all versions ever indexed, membership those of the revision.
 */
export function createLexicalSearch(database: Database.Database) {
  const search = database.prepare<[AtRevision & { readonly terms: string; readonly limit: number }], Hit>(
    `SELECT p.id AS passageId, -bm25(passage_words) AS score
     FROM passage_words
     JOIN passages p ON p.key = passage_words.rowid
     JOIN membership m ON m.version_key = p.version_key AND ${COUNTS_AT}
     WHERE passage_words MATCH @terms
     ORDER BY score DESC, p.key LIMIT @limit`,
  )
  return (words: readonly string[], limit: number, revision: number): readonly Hit[] => {
    // Only quoted terms reach FTS5: anything else is its query language, and throws.
    const terms = wordsToMatch(words).map((word) => `"${word}"`)
    if (terms.length === 0 || limit < 1) return []
    return search.all({ terms: terms.join(' OR '), revision, limit })
  }
}
