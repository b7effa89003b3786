import type { Language } from '../types.ts'

/** Spelled-out numbers by language: folded word to value. */
const englishUnits: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
}
const englishTeens: Readonly<Record<string, number>> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const englishTens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const frenchUnits: Readonly<Record<string, number>> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
}
const frenchTeens: Readonly<Record<string, number>> = {
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
}
const frenchTens: Readonly<Record<string, number>> = {
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
}

/** Exponents of ten of the scale words; `billion` and `trillion` are a million times larger in French. */
const englishScales: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  millions: 6,
  milliard: 9,
  milliards: 9,
  billion: 9,
  billions: 9,
  trillion: 12,
  trillions: 12,
  lakh: 5,
  crore: 7,
}
const frenchScales: Readonly<Record<string, number>> = {
  mille: 3,
  million: 6,
  millions: 6,
  milliard: 9,
  milliards: 9,
  billion: 12,
  billions: 12,
  trillion: 18,
  trillions: 18,
}

export function scaleExponent(word: string, language: Language): number | undefined {
  return (language === 'en' ? englishScales : frenchScales)[word]
}

/** A word that can be part of a spelled-out number, with the folded characters before it. */
export type NumberWord = { readonly folded: string; readonly gap: string }

/** How many words were read, and what they come to. */
export type SpelledNumber = { readonly words: number; readonly value: number }

const joins = /^(?: |-| - )$/

type Cursor = { readonly words: readonly NumberWord[]; at: number }

function peek(cursor: Cursor, ahead = 0): string {
  const word = cursor.words[cursor.at + ahead]
  if (word === undefined) return ''
  return cursor.at + ahead === 0 || joins.test(word.gap) ? word.folded : ''
}

function englishBelowHundred(cursor: Cursor): number | undefined {
  const ten = englishTens[peek(cursor)]
  if (ten !== undefined) {
    cursor.at += 1
    const unit = englishUnits[peek(cursor)]
    if (unit === undefined || unit === 0) return ten
    cursor.at += 1
    return ten + unit
  }
  const small = englishTeens[peek(cursor)] ?? englishUnits[peek(cursor)]
  if (small !== undefined) cursor.at += 1
  return small
}

function englishBelowThousand(cursor: Cursor): number | undefined {
  let value: number | undefined
  if (/^an?$/.test(peek(cursor)) && peek(cursor, 1) === 'hundred') {
    cursor.at += 1
    value = 1
  } else value = englishBelowHundred(cursor)
  if (value === undefined || peek(cursor) !== 'hundred') return value
  cursor.at += 1
  const hundreds = value * 100
  const before = cursor.at
  if (peek(cursor) === 'and') cursor.at += 1
  const rest = englishBelowHundred(cursor)
  if (rest === undefined || rest === 0) {
    cursor.at = before
    return hundreds
  }
  return hundreds + rest
}

function frenchBelowHundred(cursor: Cursor): number | undefined {
  const first = peek(cursor)
  if (first === 'quatre' && /^vingts?$/.test(peek(cursor, 1))) {
    cursor.at += 2
    return 80 + (frenchTail(cursor, 19) ?? 0)
  }
  const ten = frenchTens[first]
  if (ten !== undefined) {
    cursor.at += 1
    return ten + (frenchTail(cursor, ten === 60 ? 19 : 9) ?? 0)
  }
  return frenchSmall(cursor)
}

function frenchSmall(cursor: Cursor): number | undefined {
  const first = peek(cursor)
  if (first === 'dix' && /^(?:sept|huit|neuf)$/.test(peek(cursor, 1))) {
    const unit = frenchUnits[peek(cursor, 1)] ?? 0
    cursor.at += 2
    return 10 + unit
  }
  const small = frenchTeens[first] ?? frenchUnits[first]
  if (small !== undefined) cursor.at += 1
  return small
}

function frenchTail(cursor: Cursor, limit: number): number | undefined {
  const before = cursor.at
  if (peek(cursor) === 'et' && /^(?:une?|onze)$/.test(peek(cursor, 1))) cursor.at += 1
  const tail = frenchSmall(cursor)
  if (tail === undefined || tail === 0 || tail > limit) {
    cursor.at = before
    return undefined
  }
  return tail
}

function frenchBelowThousand(cursor: Cursor): number | undefined {
  if (/^cents?$/.test(peek(cursor))) {
    cursor.at += 1
    return 100 + (frenchBelowHundredAfterCent(cursor) ?? 0)
  }
  const value = frenchBelowHundred(cursor)
  if (value === undefined || value < 2 || value > 9 || !/^cents?$/.test(peek(cursor))) return value
  cursor.at += 1
  return value * 100 + (frenchBelowHundredAfterCent(cursor) ?? 0)
}

function frenchBelowHundredAfterCent(cursor: Cursor): number | undefined {
  const before = cursor.at
  const value = frenchBelowHundred(cursor)
  if (value === 0) cursor.at = before
  return value
}

/**
 * Reads a spelled-out whole number from the start of `words` ("two hundred and five thousand", "quatre-vingt-dix-neuf").
 * Undefined when the first word does not begin one. A lone "un", "une" or "a" is an article and not read.
 */
export function readSpelledNumber(words: readonly NumberWord[], language: Language): SpelledNumber | undefined {
  const cursor: Cursor = { words, at: 0 }
  let total = 0
  let smallest = Number.POSITIVE_INFINITY
  let read = 0
  while (cursor.at < words.length) {
    const before = cursor.at
    if (language === 'en' && before > 0 && peek(cursor) === 'and') cursor.at += 1
    let group: number | undefined
    if (language === 'en' && /^an?$/.test(peek(cursor)) && scaleExponent(peek(cursor, 1), 'en') !== undefined) {
      cursor.at += 1
      group = 1
    } else group = language === 'en' ? englishBelowThousand(cursor) : frenchBelowThousand(cursor)
    if (group === undefined && language === 'fr' && peek(cursor) === 'mille') group = 1
    if (group === undefined || (before > 0 && group === 0)) break
    const exponent = scaleExponent(peek(cursor), language)
    const isScale = exponent !== undefined && 10 ** exponent < smallest
    if (isScale) cursor.at += 1
    if (!isScale && before > 0 && group >= smallest) break
    total += group * (isScale ? 10 ** exponent : 1)
    smallest = isScale ? 10 ** exponent : 1
    read = cursor.at
    if (!isScale) break
  }
  if (read === 0) return undefined
  if (read === 1 && /^(?:une?|an?)$/.test(words[0]?.folded ?? '')) return undefined
  return { words: read, value: total }
}
