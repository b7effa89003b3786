/** Whether two writings of a name may be one person's: "Hale", "V. Hale", "Victor Hale", but not "Irina Hale". */
import { titles } from '../entities/titles.ts'
import { foldString } from '../figures/folded-text.ts'
import { isSameNameWord, nameConnectors, transliterationKey } from '../verify/locks/name-words.ts'

/** Folded words without titles and connectors, in order. */
export type NameParts = { readonly words: readonly string[]; readonly isUpper: boolean }

export function partsOfName(name: string): NameParts {
  const words = foldString(name).match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
  const plain = words.map((word) => word.replace(/'s$/u, '')).filter((word) => !nameConnectors.has(word))
  const bare = plain.filter((word) => !titles.has(word))
  return { words: bare.length > 0 ? bare : plain, isUpper: /^[\p{Lu}.]{2,6}$/u.test(name.trim()) }
}

/** One in the other by the last word and, where both have them, by the words before; initials stand for words. */
export function namesTheSame(left: NameParts, right: NameParts): boolean {
  const [short, long] = left.words.length <= right.words.length ? [left, right] : [right, left]
  if (short.words.length === 0) return false
  if (abbreviates(short, long)) return true
  if (isSubsequence(short.words, long.words)) {
    // A first name alone: "Ingrid" of Ingrid Egede; a word inside a longer name is another thing.
    const [only] = short.words
    if (short.words.length > 1 || long.words.length === 1) return true
    return only !== undefined && (isSame(only, long.words.at(-1) ?? '') || isSame(only, long.words[0] ?? ''))
  }
  return false
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let next = 0
  for (const word of long) if (next < short.length && isSame(short[next] ?? '', word)) next += 1
  return next === short.length
}

function isSame(left: string, right: string): boolean {
  if (left === right || isSameNameWord(left, right)) return true
  if (left.length === 1 || right.length === 1) return left.charAt(0) === right.charAt(0)
  return transliterationKey(left) === transliterationKey(right)
}

/** "UN" of the United Nations. */
function abbreviates(short: NameParts, long: NameParts): boolean {
  const [letters, ...others] = short.words
  if (letters === undefined || others.length > 0 || !short.isUpper || long.words.length < 2) return false
  return long.words.map((word) => word.charAt(0)).join('') === letters.replaceAll('.', '')
}
