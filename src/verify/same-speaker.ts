/** Whether two ways of naming may mean one speaker: a person and their office, a body, its acronym and who speaks for it. */
import { foldString } from '../figures/folded-text.ts'
import { isSameNameWord, nameConnectors } from './locks/name-words.ts'

/** Folded words of names, without "the", "de" and the "'s" of a body that somebody belongs to. */
export function nameWordsOf(text: string): readonly string[] {
  return (foldString(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).filter(
    (word) => word.length > 1 && !nameConnectors.has(word),
  )
}

/** First letters of the words with a capital: "United Nations" is UN, "Organisation mondiale de la santé" OMS. */
function acronymsOf(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word) && !nameConnectors.has(foldString(word)))
  const content = words.filter((word) => !nameConnectors.has(foldString(word)))
  const initials = (list: readonly string[]) => foldString(list.map((word) => word.charAt(0)).join(''))
  return [...new Set([initials(capitals), initials(content)])].filter((letters) => letters.length > 1)
}

/** Whether one name may stand for the other in an article in either language. */
export function mayBeSameName(given: string, real: string): boolean {
  const givens = nameWordsOf(given)
  const reals = nameWordsOf(real)
  const isSame = (left: string, right: string) => left === right || isSameNameWord(left, right)
  const shares = givens.some((word) => word.length > 2 && reals.includes(word))
  const translates = givens.length > 1 && givens.every((word) => reals.some((other) => isSame(word, other)))
  const abbreviates = (short: string, long: string) =>
    acronymsOf(long).some((letters) => nameWordsOf(short).some((word) => isSame(word, letters)))
  return shares || translates || abbreviates(given, real) || abbreviates(real, given)
}
