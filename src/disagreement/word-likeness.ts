import { prepareMatcher } from '../match/similarity.ts'
import type { WordSpace } from '../ports/word-space.ts'
import type { Unit } from '../reading/quotable.ts'
import type { Language } from '../types.ts'

export type SpokenWord = { readonly word: string; readonly language: Language }

/** Whether two folded words say the same, in one language or across two. */
export type SaysTheSame = (left: SpokenWord, right: SpokenWord) => boolean

/** From this likeness on: synonyms and translations reach it, what only has to do with one another does not. */
const sameFrom = 0.8

/** @param asked the words of the question. */
export async function prepareLikeness(
  space: WordSpace,
  units: readonly Unit[],
  asked: readonly SpokenWord[],
): Promise<SaysTheSame> {
  const all = new Set([...units.flatMap(({ vocabulary }) => vocabulary), ...asked.map(({ word }) => word)])
  const words = [...all]
  const matchers = {
    en: await prepareMatcher(space, 'en', words, []),
    fr: await prepareMatcher(space, 'fr', words, []),
  }
  return (left, right) =>
    left.word === right.word ||
    matchers[left.language].likenessOf(left.word, right.language)(right.word) >= sameFrom ||
    matchers[right.language].likenessOf(right.word, left.language)(left.word) >= sameFrom
}
