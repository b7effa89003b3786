import { foldText, type Word, wordsOf } from '../figures/folded-text.ts'
import type { Language, Range } from '../types.ts'
import { type PlaceEntry, type PlaceKind, placesByFirstWord } from './places-table.ts'

/** A place or the people of one. `code`: ISO region (`KH`), `EU`, `region:southeast-asia` or `city:paris`. */
export type PlaceMention = Range & {
  readonly text: string
  readonly code: string
  readonly as: PlaceKind
  /** ISO region of a city. */
  readonly country?: string
}

const prepositions: ReadonlySet<string> = new Set(
  'in from of to by with against between and the at for into near via toward towards than does did do is are was were has have had will en au aux de du des d a vers le la l les entre et ou pour par contre avec chez depuis est sont que'.split(
    ' ',
  ),
)
const joins = /^(?: |-|'|\. ?| & | - )$/

/** "in French", "en anglais", "into Khmer" are languages unless a noun follows. */
function isLanguage(words: readonly Word[], at: number, text: string): boolean {
  const before = words[at - 1]?.folded ?? ''
  const word = words[at]
  const next = words[at + 1]
  if (word === undefined || !/^(?:in|into|en|speaks?|speaking|parle|parlent)$/.test(before)) return false
  const gap = next === undefined ? text.slice(word.end) : next.gap
  return next === undefined || gap !== ' ' || /^(?:and|or|et|ou|please|svp|stp)$/.test(next.folded)
}

function isWrittenRight(
  place: PlaceEntry,
  words: readonly Word[],
  at: number,
  lowerCase: boolean,
  upperCase: boolean,
): boolean {
  const word = words[at]
  if (word === undefined) return false
  if (place.writing === 'any' && place.code !== 'RE') return true
  if (place.writing === 'capitals')
    return place.words.every((_, offset) => words[at + offset]?.upper === true) && (!upperCase || word.folded !== 'us')
  if (word.capital) return true
  // "La réunion" is a meeting far more often than the island, behind a preposition too.
  if (place.code === 'RE') return false
  const before = words[at - 1]?.folded ?? ''
  if (place.as === 'people' && /^(?:the|to|for|le|la|l|a)$/.test(before)) return false
  return lowerCase && prepositions.has(before)
}

function matches(place: PlaceEntry, words: readonly Word[], at: number): boolean {
  return place.words.every((expected, offset) => {
    const word = words[at + offset]
    return word !== undefined && word.folded === expected && (offset === 0 || joins.test(word.gap))
  })
}

/** French compounds whose second half is a nationality of its own: "franco-thaïlandais", "sino-américain". */
const compoundHalf = /^(?:anti|pro|ex|non|sino|franco|anglo|russo|germano|nippo)$/

/**
 * Countries, nationalities, regions of the world and big cities of a text, in order, not overlapping, the longest name
 * first ("South Korea" before "Korea"), whatever the accents. Names that are other words in lower case (turkey, polish)
 * need a capital, except behind a preposition in a question without any capital; "us" is never a place.
 * The language of the text does not change what is found: people mix names.
 */
export function findPlaces(text: string, _language: Language): readonly PlaceMention[] {
  const words = wordsOf(foldText(text))
  const table = placesByFirstWord()
  const lowerCase = !words.slice(1).some(({ capital }) => capital)
  const upperCase = words.length > 2 && words.every(({ upper, capital }) => upper || capital) && !/\p{Ll}/u.test(text)
  const mentions: PlaceMention[] = []
  for (let at = 0; at < words.length; ) {
    const place = (table.get(words[at]?.folded ?? '') ?? []).find(
      (candidate) => matches(candidate, words, at) && isWrittenRight(candidate, words, at, lowerCase, upperCase),
    )
    const first = words[at]
    const last = place === undefined ? undefined : words[at + place.words.length - 1]
    if (place === undefined || first === undefined || last === undefined || isOtherWord(place, words, at, text)) {
      at += 1
      continue
    }
    mentions.push({
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
      code: place.code,
      as: place.as,
      ...(place.country === undefined ? {} : { country: place.country }),
    })
    at += place.words.length
  }
  return mentions
}

function isOtherWord(place: PlaceEntry, words: readonly Word[], at: number, text: string): boolean {
  if (place.as === 'people' && isLanguage(words, at, text)) return true
  const word = words[at]
  const before = words[at - 1]
  if (word === undefined) return true
  // Part of a hyphenated word of another meaning ("porc-épic" style), unless the first half only qualifies it.
  if (word.gap === '-' && before !== undefined && place.words.length === 1 && place.as !== 'people') {
    return /\p{L}$/u.test(before.folded) && !compoundHalf.test(before.folded) && !before.capital
  }
  return false
}

/** The same country, people of it included; a city and its country are not the same. */
export function samePlace(left: PlaceMention, right: PlaceMention): boolean {
  return left.code === right.code
}
