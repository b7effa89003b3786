/** Names and figures of one sentence exchanged: each stands in the words cited, and yet not where the claim puts it. */
import { findNames } from '../entities/names.ts'
import { findPlaces } from '../entities/places.ts'
import { findDates } from '../figures/dates.ts'
import { findNumbers } from '../figures/numbers.ts'
import { foldWords } from '../text/fold.ts'
import { stem } from '../text/stems.ts'
import type { Range } from '../types.ts'
import type { Wording } from '../verify/locks/figure-lock.ts'
import { transliterationKey } from '../verify/locks/name-words.ts'
import type { ClaimFailure } from './types.ts'

type Item = Range & { readonly key: string; readonly entity: boolean }

/** From this share of its words in the source's order a claim counts as a copy, which must keep its names in order too. */
const copyShare = 0.8
/** Words that a copy may have besides: "according to the article". */
const wordsAdded = 2

/**
 * In the claim's own language a near copy keeps all its names and figures in place; in any claim two places, two people or
 * two organisations keep their order. A claim that puts them round is dropped even where it may be right.
 */
export function checkSameOrder(claim: Wording, cited: Wording): readonly ClaimFailure[] {
  const sameLanguage = claim.language === cited.language
  const moved =
    findExchanged(claim, cited) ?? findStranded(claim, cited) ?? (sameLanguage ? findMoved(claim, cited) : undefined)
  if (moved === undefined) return []
  return [{ lock: 'name', words: moved, why: 'names or figures stand in another order than in the words cited' }]
}

function findMoved(claim: Wording, cited: Wording): string | undefined {
  const given = itemsOf(claim)
  const known = itemsOf(cited)
  const keys = new Set(known.map(({ key }) => key))
  const plain = given.filter(({ entity }) => !entity)
  const plainShared = plain.filter(({ key }) => keys.has(key))
  const plainKeys = new Set(plain.map(({ key }) => key))
  // A name that was torn apart leaves plain words behind.
  const plainKept = longestCommon(
    plain,
    known.filter(({ key, entity }) => !entity || plainKeys.has(key)),
  )
  if (plainShared.length < 2 || plainKept < copyShare * plainShared.length) return undefined
  const figures = (items: readonly Item[]) =>
    items.filter(({ key, entity }) => entity && /\d/.test(key) && keys.has(key))
  const figuresMoved = longestCommon(figures(given), figures(known)) < countShared(figures(given), figures(known))
  // A claim that only adds who says it, or moves it to the front, is no copy: its figures alone are held to their order.
  const isCopy = plainKept >= copyShare * (plain.length - wordsAdded)
  const isMoved = isCopy && longestCommon(given, known) < countShared(given, known)
  if (!figuresMoved && !isMoved) return undefined
  return given
    .filter(({ key, entity }) => entity && keys.has(key))
    .map(({ key }) => key)
    .join(', ')
}

/** How many words of the left the right has too, each as often as it has it. */
function countShared(left: readonly Item[], right: readonly Item[]): number {
  const counts = new Map<string, number>()
  for (const { key } of right) counts.set(key, (counts.get(key) ?? 0) + 1)
  return left.filter(({ key }) => {
    const rest = counts.get(key) ?? 0
    counts.set(key, rest - 1)
    return rest > 0
  }).length
}

/** "off Italian on Sunday" for "la marine italienne": an adjective that has lost its noun stands in the place of a name. */
function findStranded(claim: Wording, cited: Wording): string | undefined {
  if (claim.language !== 'en' || cited.language !== 'fr') return undefined
  const besideNoun = findPlaces(cited.text, cited.language).filter(
    ({ as, start }) =>
      as === 'people' &&
      /(?<!\p{L})(?!(?:en|de|du|des|d|le|les|un|une|aux?)\s)\p{Ll}{3,} $/u.test(cited.text.slice(0, start)),
  )
  return findPlaces(claim.text, claim.language).find(
    ({ as, start, end, code }) =>
      as === 'people' &&
      besideNoun.some((other) => other.code === code) &&
      /(?<!\p{L})(?:at|by|from|in|into|near|of|off|over|to|towards?|with) $/iu.test(claim.text.slice(0, start)) &&
      /^(?:$|[.,;:!?)]| (?:a|and|at|by|for|from|in|of|on|the|to|was|were|with)(?!\p{L}))/u.test(claim.text.slice(end)),
  )?.text
}

type Named = { readonly key: string; readonly kind: 'place' | 'name' }

/** Two places, or two other names, that the words cited have the other way round. */
function findExchanged(claim: Wording, cited: Wording): string | undefined {
  const known = namedIn(cited)
  for (const kind of ['place', 'name'] as const) {
    const positions = namedIn(claim)
      .filter((item) => item.kind === kind)
      .map(({ key }) => known.filter((item) => item.kind === kind).findIndex((item) => item.key === key))
      .filter((position) => position !== -1)
    const first = positions.findIndex((position, at) => at > 0 && position < (positions[at - 1] ?? 0))
    if (first !== -1) return known.map(({ key }) => key).join(', ')
  }
  return undefined
}

/** Places by what they are, other names by their last word; each once, in reading order. */
function namedIn({ text, language }: Wording): readonly Named[] {
  const places = findPlaces(text, language)
  const names = findNames(text, language).filter(
    ({ start, end }) => !places.some((place) => place.start < end && start < place.end),
  )
  const found = [
    ...places.map(({ start, code }) => ({ start, key: code, kind: 'place' as const })),
    ...names.map((name) => ({
      start: name.start,
      key: transliterationKey(foldWords(name.text).at(-1)?.word ?? ''),
      kind: 'name' as const,
    })),
  ].sort((left, right) => left.start - right.start)
  return [...new Map(found.toReversed().map((item) => [item.key, item])).values()].toReversed()
}

/** Every word of a text by its stem; those of names, figures and dates are marked. */
function itemsOf({ text, language }: Wording): readonly Item[] {
  const entities = [
    ...findNames(text, language),
    ...findNumbers(text, language),
    ...findDates(text, language),
    ...findPlaces(text, language),
  ]
  return foldWords(text)
    .map(({ word, start, end }) => {
      const entity = entities.some((range) => range.start < end && start < range.end)
      return { start, end, entity, key: stem(word, language) }
    })
    .filter(({ key, entity }) => entity || key.length > 3)
}

/** Length of the longest sequence of keys that both hold in the same order. */
function longestCommon(left: readonly Item[], right: readonly Item[]): number {
  let row = new Uint16Array(right.length + 1)
  for (const { key } of left) {
    const next = new Uint16Array(right.length + 1)
    right.forEach((other, at) => {
      next[at + 1] = key === other.key ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0)
    })
    row = next
  }
  return row[right.length] ?? 0
}
