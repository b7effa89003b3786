import { foldText, type Word, wordsOf } from '../figures/folded-text.ts'
import { editDistance } from '../match/edit-distance.ts'
import type { Range } from '../types.ts'
import { isCommonWord } from './common-words.ts'
import { nameWords } from './places-table.ts'
import { organisationWords, titles } from './titles.ts'

/** A known name found in a question: as it is written there, and the name it stands for. */
export type KnownNameMention = Range & {
  readonly text: string
  readonly name: string
  /** Only a part of the name is there ("callamard"). */
  readonly partial: boolean
}

/** One slip in words of five letters or more, two from eight on; acronyms and short words must be exact. */
function isSpelledLike(written: string, known: string): boolean {
  if (written === known) return true
  const length = Math.min(written.length, known.length)
  const limit = length >= 8 ? 2 : length >= 5 ? 1 : 0
  if (limit === 0 || /\d/.test(known)) return false
  return editDistance(written, known, limit) <= limit
}

/** Ordinary words are not taken for a misspelt name ("prices" for "prince"). */
function matches(word: Word | undefined, known: string): boolean {
  if (word === undefined) return false
  if (word.folded === known) return true
  return !isCommonWord(word.folded, 'en') && !isCommonWord(word.folded, 'fr') && isSpelledLike(word.folded, known)
}

type Candidate = { readonly name: string; readonly words: readonly string[]; readonly partial: boolean }

function candidatesOf(name: string): readonly Candidate[] {
  const words = nameWords(name)
  const parts =
    words.length < 2
      ? []
      : words
          .filter(
            (word) =>
              word.length >= 4 &&
              !isCommonWord(word, 'en') &&
              !isCommonWord(word, 'fr') &&
              !titles.has(word) &&
              !organisationWords.has(word),
          )
          .map((word) => ({ name, words: [word], partial: true }))
  return words.length === 0 ? [] : [{ name, words, partial: false }, ...parts]
}

/**
 * Finds names of the corpus in a text whose capitals say nothing (a question typed in lower case, or misspelt), in order,
 * not overlapping: whole names first, then single words of them (four letters or more).
 */
export function findNamesIn(text: string, knownNames: readonly string[]): readonly KnownNameMention[] {
  const words = wordsOf(foldText(text))
  const candidates = knownNames
    .flatMap(candidatesOf)
    .sort((left, right) => Number(left.partial) - Number(right.partial) || right.words.length - left.words.length)
  const found: KnownNameMention[] = []
  for (const { name, words: known, partial } of candidates) {
    for (let at = 0; at + known.length <= words.length; at += 1) {
      if (!known.every((word, offset) => matches(words[at + offset], word))) continue
      const first = words[at]
      const last = words[at + known.length - 1]
      if (first === undefined || last === undefined) continue
      if (found.some(({ start, end }) => first.start < end && start < last.end)) continue
      found.push({ start: first.start, end: last.end, text: text.slice(first.start, last.end), name, partial })
    }
  }
  return found.sort((left, right) => left.start - right.start)
}
