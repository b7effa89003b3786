/** The words and marks of a stretch of an article, with what is needed to tell a noun phrase from a verb. */
import { foldString } from '../figures/folded-text.ts'
import type { Range } from '../types.ts'

export type SpeechToken = Range & {
  readonly text: string
  readonly folded: string
  readonly isWord: boolean
  /** The first letter is a capital. */
  readonly isCapital: boolean
}

/** Elisions ("l'"), "'s", dotted abbreviations, words, single marks: in this order, each in time linear in its length. */
const token =
  /(?<![\p{L}\p{N}])(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})|['’]s(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:(?:[-.,]|['’](?!s(?![\p{L}\p{N}])))(?=[\p{L}\p{N}])[\p{L}\p{N}]+)*|\S/giu

/** @returns the tokens of `text` from `start` up to `end`, their offsets those of `text`. */
export function tokensOf(text: string, { start, end }: Range): readonly SpeechToken[] {
  const found: SpeechToken[] = []
  for (const { 0: words, index } of text.slice(start, end).matchAll(token)) {
    found.push({
      start: start + index,
      end: start + index + words.length,
      text: words,
      // The French preposition and the English article are two words.
      folded: /^à$/iu.test(words) ? 'à' : foldString(words),
      isWord: /^[\p{L}\p{N}]/u.test(words),
      isCapital: /^\p{Lu}/u.test(words),
    })
  }
  return found
}
