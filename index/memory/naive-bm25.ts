import type { Hit } from '../../src/ports/passage-index.ts'
import { foldWords } from '../../src/text/fold.ts'

export type Document = { readonly id: string; readonly text: string }

/** The constants of SQLite's FTS5, so that the reference scores as it does. */
const K1 = 1.2
const B = 0.75
/** FTS5 gives a word that is in more than half of the documents next to nothing, not a negative weight. */
const LEAST_WEIGHT = 1e-6

/** BM25 of every document that holds any of the words; https://sqlite.org/fts5.html#the_bm25_function */
export function rankByWords(documents: readonly Document[], words: readonly string[]): Hit[] {
  const terms = [...new Set(words.flatMap((word) => foldWords(word).map((found) => found.word)))]
  const folded = documents.map(({ id, text }) => ({ id, words: foldWords(text).map(({ word }) => word) }))
  const averageLength = folded.reduce((sum, document) => sum + document.words.length, 0) / Math.max(1, folded.length)
  const weights = new Map(
    terms.map((term) => {
      const holding = folded.filter((document) => document.words.includes(term)).length
      return [term, Math.max(LEAST_WEIGHT, Math.log((folded.length - holding + 0.5) / (holding + 0.5)))]
    }),
  )
  return folded
    .filter((document) => terms.some((term) => document.words.includes(term)))
    .map((document) => {
      const score = terms.reduce((sum, term) => {
        const frequency = document.words.filter((word) => word === term).length
        const length = 1 - B + (B * document.words.length) / averageLength
        return sum + ((weights.get(term) ?? 0) * frequency * (K1 + 1)) / (frequency + K1 * length)
      }, 0)
      return { passageId: document.id, score }
    })
}
