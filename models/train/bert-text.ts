/** What the tokenizer does before word pieces: the same steps, in the same order, as written into tokenizer.json. */

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/gu
const PUNCTUATION = '\\p{P}\\u0021-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u007E'
const WORD_OR_MARK = new RegExp(`[^\\s${PUNCTUATION}]+|[${PUNCTUATION}]`, 'gu')
const COMBINING = /[\u0300-\u036f]/g

/** Ligatures do not decompose: `cœur` and `coeur` must be the same word. */
export const LIGATURES: readonly (readonly [string, string])[] = [
  ['œ', 'oe'],
  ['æ', 'ae'],
]

/** Lower case, without accents, ligatures and control characters. */
export function foldText(text: string): string {
  const visible = text.replace(INVISIBLE, (character) => (/\s/.test(character) ? ' ' : ''))
  let folded = visible.toLowerCase().normalize('NFD').replace(COMBINING, '')
  for (const [ligature, letters] of LIGATURES) folded = folded.replaceAll(ligature, letters)
  return folded
}

/** Words and single punctuation marks of a text, folded, in reading order. */
export function splitWords(text: string): readonly string[] {
  return foldText(text).match(WORD_OR_MARK) ?? []
}

/** True for what the word lists hold: at least two letters and nothing else. */
export function isPlainWord(word: string): boolean {
  return /^[a-z]{2,}$/.test(word)
}
