import { isPlainWord } from './bert-text.ts'
import { compareRows, type Matrix } from './matrix.ts'
import { embedWords, type StaticModel } from './static-model.ts'
import type { WordCounts } from './word-counts.ts'

/** One frequent word of a language, for the calibration of similarities (see the model card). */
export type ListedWord = {
  readonly word: string
  /** Natural logarithm of all texts by the texts that hold the word, sources balanced. */
  readonly idf: number
  /** Best cosine with a word of the other language's list that is spelt otherwise. */
  readonly ceiling: number
}

/** The `count` most frequent plain words, most frequent first. */
export function frequentWords(counts: WordCounts, count: number): readonly string[] {
  return [...counts.frequency]
    .filter(([word]) => isPlainWord(word) && (counts.seen.get(word) ?? 0) >= 2)
    .sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
    .slice(0, count)
    .map(([word]) => word)
}

/** The lists of both languages with what each word reaches in the other. */
export async function calibrateWords(
  model: StaticModel,
  english: readonly string[],
  french: readonly string[],
  counts: { readonly english: WordCounts; readonly french: WordCounts },
  threads: number,
): Promise<{ readonly english: readonly ListedWord[]; readonly french: readonly ListedWord[] }> {
  const englishRows = embedWords(model, english)
  const frenchRows = embedWords(model, french)
  return {
    english: listWords(english, await ceilings(english, englishRows, french, frenchRows, threads), counts.english),
    french: listWords(french, await ceilings(french, frenchRows, english, englishRows, threads), counts.french),
  }
}

/** `word<TAB>idf<TAB>ceiling`, two decimals, a word a line. */
export function formatWordList(words: readonly ListedWord[]): string {
  return words.map(({ word, idf, ceiling }) => `${word}\t${idf.toFixed(2)}\t${ceiling.toFixed(2)}\n`).join('')
}

function listWords(words: readonly string[], best: Float32Array, counts: WordCounts): readonly ListedWord[] {
  return words.map((word, index) => ({
    word,
    idf: -Math.log(Math.min(1, counts.textShare.get(word) ?? 1)),
    ceiling: best[index] ?? 0,
  }))
}

async function ceilings(
  words: readonly string[],
  rows: Matrix,
  others: readonly string[],
  otherRows: Matrix,
  threads: number,
): Promise<Float32Array> {
  const best = new Float32Array(words.length)
  const placeOf = new Map(others.map((word, index) => [word, index]))
  await compareRows(rows, otherRows, threads, (row, cosines) => {
    const same = placeOf.get(words[row] ?? '') ?? -1
    let largest = 0
    for (let other = 0; other < cosines.length; other++) {
      const cosine = cosines[other] ?? 0
      if (cosine > largest && other !== same) largest = cosine
    }
    best[row] = largest
  })
  return best
}
