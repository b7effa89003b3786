/**
 * Cuts text into the word pieces of XLM-R (a unigram model, as sentencepiece and Hugging Face's tokenizers do), from a
 * vocabulary trimmed to the languages that are read.
 */
import { LRUCache } from 'lru-cache'

export type Vocabulary = {
  /** The pieces by number; the first four are `<s>`, `<pad>`, `</s>` and `<unk>`. */
  readonly pieces: readonly string[]
  /** Natural logarithm of a piece's probability, by number. */
  readonly scores: Float32Array
}

export const begins = 0
export const ends = 2
export const unknown = 3

/** How much worse than the worst piece an unknown character is, as sentencepiece has it. */
const unknownPenalty = 10
/** Words whose pieces are remembered: 100 to 200 bytes each. */
const rememberedWords = 20_000
/** UTF-16 units of a word beyond which it is cut before the search, whose time grows with its length times a piece's. */
const longestWord = 512

/** The numbers of a text's pieces, in reading order, without `<s>` and `</s>`; none for a blank text. */
export type CutIntoPieces = (text: string) => readonly number[]

export function createWordPieces({ pieces, scores }: Vocabulary): CutIntoPieces {
  const numbers = new Map<string, number>()
  let longestPiece = 1
  let lowest = 0
  for (const [number, piece] of pieces.entries()) {
    if (number <= unknown) continue
    numbers.set(piece, number)
    longestPiece = Math.max(longestPiece, piece.length)
    lowest = Math.min(lowest, scores[number] ?? 0)
  }
  const unknownScore = lowest - unknownPenalty
  const remembered = new LRUCache<string, readonly number[]>({ max: rememberedWords })

  /** The most probable way through the word (Viterbi), neighbouring unknown characters as one piece. */
  const cutWord = (word: string): readonly number[] => {
    const best = new Float64Array(word.length + 1).fill(Number.NEGATIVE_INFINITY)
    const from = new Int32Array(word.length + 1)
    const taken = new Int32Array(word.length + 1)
    best[0] = 0
    for (let start = 0; start < word.length; start += 1) {
      const soFar = best[start] ?? Number.NEGATIVE_INFINITY
      if (soFar === Number.NEGATIVE_INFINITY) continue
      const character = (word.codePointAt(start) ?? 0) > 0xffff ? 2 : 1
      const last = Math.min(word.length, start + longestPiece)
      let coversCharacter = false
      for (let end = start + character; end <= last; end += 1) {
        const number = numbers.get(word.slice(start, end))
        if (number === undefined) continue
        if (end === start + character) coversCharacter = true
        const score = soFar + (scores[number] ?? 0)
        if (score > (best[end] ?? 0)) {
          best[end] = score
          from[end] = start
          taken[end] = number
        }
      }
      const end = start + character
      if (!coversCharacter && soFar + unknownScore > (best[end] ?? 0)) {
        best[end] = soFar + unknownScore
        from[end] = start
        taken[end] = unknown
      }
    }
    const found: number[] = []
    for (let end = word.length; end > 0; end = from[end] ?? 0) {
      const number = taken[end] ?? unknown
      if (number !== unknown || found.at(-1) !== unknown) found.push(number)
    }
    return found.reverse()
  }

  const piecesOf = (word: string): readonly number[] => {
    const known = remembered.get(word)
    if (known !== undefined) return known
    const found = inParts(word, longestWord).flatMap(cutWord)
    remembered.set(word, found)
    return found
  }

  return (text) => normalise(text).flatMap((word) => piecesOf(`▁${word}`))
}

/** Control and format characters that the model never saw; a soft hyphen or a zero-width space parts no word. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

function normalise(text: string): readonly string[] {
  return text
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replaceAll(unseen, '')
    .normalize('NFKC')
    .split(/\s+/u)
    .filter((word) => word !== '')
}

function inParts(word: string, longest: number): readonly string[] {
  const parts: string[] = []
  for (let start = 0; start < word.length; ) {
    let end = Math.min(word.length, start + longest)
    // Never between the halves of one character.
    if (end < word.length && /[\uDC00-\uDFFF]/.test(word[end] ?? '')) end -= 1
    parts.push(word.slice(start, end))
    start = end
  }
  return parts
}
