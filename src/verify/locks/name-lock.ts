/** The name lock: every person, place and organisation of a claim must be in the words that it cites. */
import { findNames } from '../../entities/names.ts'
import { findPlaces, samePlace } from '../../entities/places.ts'
import { foldText, wordsOf } from '../../figures/folded-text.ts'
import type { Range } from '../../types.ts'
import type { LockFailure } from '../types.ts'
import type { Wording } from './figure-lock.ts'
import { isSameNameWord, nameConnectors, transliterationKey } from './name-words.ts'

/**
 * The names of a claim that the cited words do not hold. Accents, transliteration and the words that both languages have
 * for an office or organisation do not count; a country is also named by its people ("Cambodian", "cambodgien").
 */
export function checkNames(claim: Wording, cited: Wording): readonly LockFailure[] {
  const known = wordsOf(foldText(cited.text)).map(({ folded }) => folded)
  const keys = new Set(known.map(transliterationKey))
  const knownPlaces = findPlaces(cited.text, cited.language)
  const places = findPlaces(claim.text, claim.language)
  const isKnownPlace = (range: Range) =>
    places.some(
      (place) =>
        touches(place, range) && knownPlaces.some((other) => samePlace(place, other) || other.country === place.code),
    )
  const isKnownWord = (word: string) =>
    nameConnectors.has(word) || keys.has(transliterationKey(word)) || known.some((other) => isSameNameWord(word, other))

  const failures: LockFailure[] = []
  const names = findNames(claim.text, claim.language)
  for (const name of names) {
    const missing = wordsOf(foldText(claim.text.slice(name.start, name.end))).filter(
      ({ folded, start, end }) =>
        !isKnownWord(folded) && !isKnownPlace({ start: name.start + start, end: name.start + end }),
    )
    if (missing.length > 0) failures.push(failureOf(name.text))
  }
  for (const place of places) {
    if (names.some((name) => touches(name, place)) || isKnownPlace(place)) continue
    if (!wordsOf(foldText(place.text)).every(({ folded }) => isKnownWord(folded))) failures.push(failureOf(place.text))
  }
  return failures
}

function touches(left: Range, right: Range): boolean {
  return left.start < right.end && right.start < left.end
}

function failureOf(words: string): LockFailure {
  return { lock: 'name', words, why: `"${words}" is not in the words cited` }
}
