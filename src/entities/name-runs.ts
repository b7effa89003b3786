/** Capitalised words in a row, as names are written. */
import type { Word } from '../figures/folded-text.ts'
import type { Language } from '../types.ts'
import { titles } from './titles.ts'

/** Positions of words, both counted in. */
export type Run = { from: number; to: number }

const joinsName = /^(?: |-|'|\. ?)$/
/** Small words inside a name. */
export const connectors: ReadonlySet<string> = new Set(
  'de du des d da di del dos of the la le les l van von der den bin bint al el ibn y for'.split(' '),
)
const sentenceEnd = /(?:^|[.!?:;…\n\r|•·]["')\]]*\s*["'([]*|^\s*[-*]\s*|\n\s*[-*•]?\s*|["]\s*)$/

/** Whether a word stands first in its sentence, where a capital says nothing. */
export function startsSentence(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined) return false
  const leading = at === 0 || sentenceEnd.test(word.gap)
  // "M. Sok" and "J. Smith" go on: the dot belongs to a title or an initial.
  const before = words[at - 1]
  const abbreviated =
    before !== undefined &&
    /^\. ?$/.test(word.gap) &&
    before.capital &&
    (before.folded.length === 1 || titles.has(before.folded))
  return leading && !abbreviated
}

/** Whether a word has the capital of a name. */
export function isNameWord(word: Word | undefined): boolean {
  return word?.capital === true && !/^\d/.test(word.folded)
}

/** Capitalised words in a row, with connectors between two of them. */
export function findRuns(words: readonly Word[], language: Language): readonly Run[] {
  const found: Run[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (!isNameWord(words[at])) continue
    const run: Run = { from: at, to: at }
    for (;;) {
      const next = nextNameWord(words, run.to, language)
      if (next === undefined) break
      run.to = next
    }
    found.push(run)
    at = run.to
  }
  return found
}

function nextNameWord(words: readonly Word[], at: number, language: Language): number | undefined {
  for (let ahead = 1; ahead <= 3; ahead += 1) {
    const word = words[at + ahead]
    // "GDP of Cambodia", "l'IA de Google": a short form does not go on through a connector.
    if (ahead > 1 && words[at]?.upper === true) return undefined
    if (word === undefined || !joinsName.test(word.gap)) return undefined
    const before = words[at + ahead - 1]
    const dotted = word.gap.startsWith('.')
    if (dotted && !(before?.capital === true && (before.folded.length === 1 || titles.has(before.folded))))
      return undefined
    if (isNameWord(word)) return at + ahead
    const elided = word.folded === 'd' || word.folded === 'l'
    if (
      !connectors.has(word.folded) ||
      (word.folded === 'for' && language !== 'en') ||
      (word.gap === "'" && !elided && before?.folded !== 'd')
    )
      return undefined
  }
  return undefined
}
