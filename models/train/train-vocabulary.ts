import { mergePieces } from './merge-pieces.ts'
import { CONTINUATION, PADDING, UNKNOWN } from './word-piece.ts'

/**
 * Chooses the word pieces. Whole words first: a static model has one vector a piece, so a word that is one piece has a
 * meaning of its own, where `##` pieces must share theirs. The rest of the vocabulary are pieces for all other words,
 * by merging the most frequent neighbours; an unknown word then begins with the longest word or piece that fits.
 */
export type VocabularyOptions = {
  /** All pieces, with the special tokens and single characters. */
  readonly size: number
  /** Share of `size` for whole words. */
  readonly wordShare: number
  /** Words that must be one piece each, whatever their frequency. */
  readonly forced: readonly string[]
  /** A word or character seen less often is left to smaller pieces. */
  readonly minimumSeen: number
}

const CHARACTER_LIMIT = 400

/** `frequency`: shares of the running words over all languages; `seen`: times. Returns pieces, id = position. */
export function trainVocabulary(
  frequency: ReadonlyMap<string, number>,
  seen: ReadonlyMap<string, number>,
  options: VocabularyOptions,
): readonly string[] {
  const pieces = new Set<string>([PADDING, UNKNOWN])
  for (const character of frequentCharacters(seen, options.minimumSeen)) {
    pieces.add(character)
    pieces.add(CONTINUATION + character)
  }
  const byFrequency = [...frequency].sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
  for (const word of options.forced) pieces.add(word)
  for (const [word] of byFrequency) {
    if (pieces.size >= options.size * options.wordShare) break
    if (isWhole(word) && (seen.get(word) ?? 0) >= options.minimumSeen) pieces.add(word)
  }
  const rest = byFrequency.filter(([word]) => !pieces.has(word)).map(([word, share]) => splitOff(word, share, pieces))
  for (const piece of mergePieces(rest, options.size - pieces.size, pieces)) pieces.add(piece)
  return [...pieces].slice(0, options.size)
}

/** Long numbers as whole words would only match themselves: years and small numbers do, the rest is pieces. */
function isWhole(word: string): boolean {
  return /^\d+$/.test(word) ? word.length <= 4 : /^[\p{L}\p{N}]+$/u.test(word)
}

/** The word as symbols: its longest beginning that is a piece of four letters or more stays, the rest is characters. */
function splitOff(
  word: string,
  share: number,
  pieces: ReadonlySet<string>,
): { readonly symbols: readonly string[]; readonly share: number } {
  const characters = [...word]
  for (let end = characters.length - 1; end >= 4; end--) {
    const beginning = characters.slice(0, end).join('')
    if (pieces.has(beginning)) {
      return { symbols: [beginning, ...characters.slice(end).map((one) => CONTINUATION + one)], share }
    }
  }
  return { symbols: characters.map((one, index) => (index > 0 ? CONTINUATION + one : one)), share }
}

function frequentCharacters(seen: ReadonlyMap<string, number>, minimumSeen: number): readonly string[] {
  const counts = new Map<string, number>()
  for (const [word, times] of seen) {
    for (const character of word) counts.set(character, (counts.get(character) ?? 0) + times)
  }
  return [...counts]
    .filter(([, times]) => times >= minimumSeen)
    .sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
    .slice(0, CHARACTER_LIMIT)
    .map(([character]) => character)
}
