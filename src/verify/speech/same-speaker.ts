/** Whether two ways of naming may mean one speaker: a person and their office, a body, its acronym and who speaks for it. */
import { findNames } from '../../entities/names.ts'
import { foldString } from '../../figures/folded-text.ts'
import { readSpeaker } from '../../figures-table/read-speaker.ts'
import type { Language } from '../../types.ts'
import { isSameNameWord, nameConnectors } from '../locks/name-words.ts'
import type { SpokenSentence } from './who-says.ts'

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

/** What else the article says of a speaker: "Amnesty's Secretary General" of somebody whom it then calls by the name. */
export function descriptionsOf(
  speaker: string,
  sentences: readonly SpokenSentence[],
  language: Language,
): readonly string[] {
  const persons = (words: string) => findNames(`… ${words}`, language).filter(({ kind }) => kind === undefined)
  const family = persons(speaker)
    .flatMap(({ text }) => nameWordsOf(text))
    .at(-1)
  if (family === undefined) return [speaker]
  const others = sentences.flatMap((sentence) => {
    if (!foldString(sentence.text).includes(family)) return []
    const attribution = readSpeaker(sentence.text, sentence.language)
    const named =
      attribution.kind === 'named' ? [sentence.text.slice(attribution.speaker.start, attribution.speaker.end)] : []
    const apposed = [...sentence.text.matchAll(/[^,;:.!?"“”«»()]{3,80}(?:,|\s[-–—])?\s?[^,;:.!?"“”«»()]{3,60}/gu)]
      .map(([found]) => found)
      .filter((found) => isApposition(found, family))
      // Whoever else is named there is somebody else.
      .filter((found) => persons(found).every(({ text }) => nameWordsOf(text).includes(family)))
    return [...named, ...apposed]
  })
  return [speaker, ...others.filter((other) => nameWordsOf(other).includes(family))]
}

/** "Agnes Callamard, secretary general of Amnesty", without a verb between them: few small words. */
function isApposition(words: string, family: string): boolean {
  const folded = nameWordsOf(words)
  const small = (words.match(/(?<![\p{L}'’-])\p{Ll}{3,}/gu) ?? []).filter(
    (word) => !nameConnectors.has(foldString(word)),
  )
  return (
    folded.includes(family) &&
    small.length <= 3 &&
    /(?:minist|presid|direct|secret|chief|chef|head|general|porte-parole|spokes|expert|researcher|charge)/iu.test(
      foldString(words),
    )
  )
}
