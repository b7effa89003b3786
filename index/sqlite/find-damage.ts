import type Database from 'better-sqlite3'
import { versionOf } from '../../src/reading/article.ts'
import { wordsToIndex } from './lexical-search.ts'

type VersionRow = { readonly key: number; readonly name: string; readonly version: string; readonly text: string }
type PassageRow = {
  readonly key: number
  readonly id: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly context: string | null
}

/** Words of a passage that must be found in the full-text index: its longest, which are its rarest. */
const wordsLookedFor = 3

/**
 * Reads a whole corpus and compares its parts with each other: SQLite sees a page that is out of shape, not a byte of a
 * text that is another. Takes seconds for ten thousand articles.
 * @returns the first thing that is wrong, if any. Throws what SQLite throws where it cannot even read.
 */
export function findDamage(database: Database.Database): string | undefined {
  const found = String(database.pragma('integrity_check(1)', { simple: true }))
  if (found !== 'ok') return found
  const broken = database.pragma('foreign_key_check')
  if (Array.isArray(broken) && broken.length > 0) return 'rows refer to others that are gone'
  return findOtherText(database)
}

function findOtherText(database: Database.Database): string | undefined {
  const versions = database.prepare<[], VersionRow>(
    "SELECT key, article_id || '@' || version AS name, version, text FROM versions ORDER BY key",
  )
  const passagesOf = database.prepare<[number], PassageRow>(
    'SELECT key, id, start, end, text, context FROM passages WHERE version_key = ?',
  )
  const holds = database.prepare<[string, number], unknown>(
    'SELECT 1 FROM passage_words WHERE passage_words MATCH ? AND rowid = ?',
  )
  for (const { key, name, version, text } of versions.iterate()) {
    if (versionOf(text) !== version) return `the text of ${name} is not that of its version`
    for (const passage of passagesOf.all(key)) {
      if (text.slice(passage.start, passage.end) !== passage.text) return `passage ${passage.id} is not in its article`
      const words = [...new Set(wordsToIndex(passage.text, passage.context ?? undefined).split(' '))]
      const longest = words.sort((one, other) => other.length - one.length).slice(0, wordsLookedFor)
      for (const word of longest) {
        const isThere = word === '' || holds.get(`"${word}"`, passage.key) !== undefined
        if (!isThere) return `the full-text index does not know the words of ${passage.id}`
      }
    }
  }
  return undefined
}
