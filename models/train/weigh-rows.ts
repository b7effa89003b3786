import type { WordCounts } from './word-counts.ts'
import { CONTINUATION } from './word-piece.ts'

/** The idf whose rows keep their norm. */
const MIDDLE_IDF = 8
const LOWEST_IDF = 0.3
const HIGHEST_IDF = 12
/** For whole words that the counted texts do not hold. */
const UNSEEN_IDF = 9

/**
 * Makes rows of common words a little lighter and rows of rare ones a little heavier: norm × (idf / 8) ^ `power`.
 * The norms that training finds weigh words for telling sentences apart; a question shares with its passage the rare
 * words above all. Directions stay. Changes `values` in place.
 */
export function weighRows(
  values: Float32Array,
  pieces: readonly string[],
  counts: { readonly english: WordCounts; readonly french: WordCounts },
  power: number,
): void {
  const dimensions = values.length / pieces.length
  for (const [id, piece] of pieces.entries()) {
    if (piece.startsWith(CONTINUATION)) continue
    const factor = (inverseFrequency(piece, counts) / MIDDLE_IDF) ** power
    const row = values.subarray(id * dimensions, (id + 1) * dimensions)
    for (const [d, value] of row.entries()) row[d] = value * factor
  }
}

/** By the language in which the word is more common. */
function inverseFrequency(
  piece: string,
  counts: { readonly english: WordCounts; readonly french: WordCounts },
): number {
  const share = Math.max(counts.english.textShare.get(piece) ?? 0, counts.french.textShare.get(piece) ?? 0)
  return share > 0 ? Math.min(HIGHEST_IDF, Math.max(LOWEST_IDF, -Math.log(share))) : UNSEEN_IDF
}
