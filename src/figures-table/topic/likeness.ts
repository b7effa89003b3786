/** How well a sentence speaks of a word of the topic, or for it. */

import { findNames } from '../../entities/names.ts'
import type { NumberMention } from '../../figures/numbers.ts'
import type { Unit } from '../../reading/quotable.ts'
import { foldWords } from '../../text/fold.ts'
import type { Reading } from '../reading.ts'
import { leftOutSpans } from '../source/left-out.ts'
import { entitiesOf } from './entities-of.ts'
import { sayOneState } from './kinds.ts'
import type { ListLikeness } from './list-likeness.ts'
import { createLiteral, isWithin, type Likeness, spelledFrom } from './literal.ts'

/** A word of the topic counts as the sentence's own from this likeness. */
export const ownFrom = 0.6
/** What a sentence has from the one before it by a pronoun, and not for standing behind it (`coverage.surroundings`). */
const leaningFrom = 0.78
/** "63 bodies" and "the death toll", "cyberscams" and "scams" speak of one thing. */
const otherWord = 0.9

/** How well a word is found in the sentence, in the one that it leans on, or in what its list leaves unsaid. */
export function createOwnLikeness(row: number, { coverage, matcher }: Reading, lists: ListLikeness): Likeness {
  const unit = coverage.units[row]
  const left = unit === undefined ? undefined : withoutLeftOut(unit)
  // "312 were released": who, the sentence before says.
  const isElliptic = unit !== undefined && entitiesOf(unit).numbers.some(isBareCount)
  return (column) => {
    if (unit === undefined) return 0
    if (left === undefined) {
      const near = coverage.surroundings[row]?.[column] ?? 0
      const isNear = near >= leaningFrom || isElliptic
      const word = coverage.words[column]?.word ?? ''
      const isOtherwise = unit.vocabulary.some((other) => sayOneState(word, other) || isCompound(word, other))
      const otherwise = isOtherwise ? otherWord : 0
      return Math.max(coverage.own[row]?.[column] ?? 0, isNear ? near : 0, lists(row, column, false), otherwise)
    }
    const likeness = matcher.likenessOf(coverage.words[column]?.word ?? '', unit.language)
    return Math.max(0, ...left.map(likeness))
  }
}

/** "Cyberscams" are scams. */
function isCompound(word: string, other: string): boolean {
  const shortest = 5
  return word.length >= shortest && other.length > word.length + 2 && other.endsWith(word)
}

function isBareCount({ kind, unit }: NumberMention): boolean {
  return kind === 'count' && unit === undefined
}

/** "Immigrants" as a topic is not the Immigration Office: names do not count. */
export function createPeopleLikeness(row: number, { coverage, matcher }: Reading): Likeness {
  const unit = coverage.units[row]
  if (unit === undefined) return () => 0
  const names = findNames(unit.text, unit.language)
  const words = unit.words.filter((word) => !names.some((name) => isWithin(word, name)))
  return (column) => {
    const likeness = matcher.likenessOf(coverage.words[column]?.word ?? '', unit.language)
    const near = coverage.surroundings[row]?.[column] ?? 0
    return Math.max(
      near >= leaningFrom && near > (coverage.own[row]?.[column] ?? 0) ? near : 0,
      ...words.map(({ word }) => likeness(word)),
    )
  }
}

/** "Besides the official expulsions, 40 left": they are none, whatever the article is about. */
export function createSetApartTest(row: number, { coverage, matcher }: Reading): (column: number) => boolean {
  const unit = coverage.units[row]
  const spans = unit === undefined ? [] : leftOutSpans(unit.text)
  if (unit === undefined || spans.length === 0) return () => false
  const words = unit.words.filter((word) => spans.some((span) => isWithin(word, span)))
  return (column) => {
    const likeness = matcher.likenessOf(coverage.words[column]?.word ?? '', unit.language)
    return words.some(({ word }) => likeness(word) >= ownFrom)
  }
}

/** What stands after "besides" is not what the figures of the sentence are about; undefined when nothing is left out. */
function withoutLeftOut(unit: Unit): readonly string[] | undefined {
  const spans = leftOutSpans(unit.text)
  if (spans.length === 0) return undefined
  return unit.words
    .filter((word) => !spans.some(({ start, end }) => word.start >= start && word.end <= end))
    .map(({ word }) => word)
}

/** A name stands in the sentence, in the heading above, in what introduces its list; or it is who speaks, or "he". */
export function createNameLikeness(row: number, reading: Reading, lists: ListLikeness): Likeness {
  const { coverage, matcher, reader } = reading
  const unit = coverage.units[row]
  const literal = createLiteral(reading)
  return (column) => {
    const word = coverage.words[column]
    if (unit === undefined || word === undefined) return 0
    const near = coverage.surroundings[row]?.[column] ?? 0
    const likeness = matcher.likenessOf(word.word, unit.language)
    const spoken = foldWords(
      `${unit.context?.text ?? ''} ${reader.speakerOf(unit, { start: 0, end: unit.text.length })?.text ?? ''}`,
    )
    const isSpelled = spoken.some((other) => likeness(other.word) >= spelledFrom)
    return Math.max(literal(row, column), near >= leaningFrom ? near : 0, isSpelled ? 1 : 0, lists(row, column, true))
  }
}
