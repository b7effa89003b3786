/** Numbers written in words. */
import type { Language } from '../types.ts'
import type { Word } from './folded-text.ts'
import type { NumberAtom } from './number-atom.ts'
import { readSpelledNumber } from './number-words.ts'
import { ordinalValue, romanValue } from './ordinal-words.ts'

const fractionWords: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  tiers: 3,
  quart: 4,
  quarts: 4,
  moitie: 2,
  demi: 2,
}
const collectives: Readonly<Record<string, string>> = {
  dizaine: '10',
  douzaine: '12',
  quinzaine: '15',
  vingtaine: '20',
  trentaine: '30',
  quarantaine: '40',
  cinquantaine: '50',
  soixantaine: '60',
  centaine: '100',
  millier: '1000',
}
const vagueWords: Readonly<Record<string, string>> = {
  dozens: '12',
  scores: '20',
  hundreds: '100',
  thousands: '1000',
  millions: '1000000',
  billions: '1000000000',
  trillions: '1000000000000',
  dizaines: '10',
  douzaines: '12',
  centaines: '100',
  milliers: '1000',
  milliards: '1000000000',
}

/** Numbers written in words: cardinals, ordinals, fractions, "une dizaine", and vague ones ("hundreds of", "des milliers"). */
export function wordAtoms(words: readonly Word[], language: Language): readonly NumberAtom[] {
  const atoms: NumberAtom[] = []
  for (let at = 0; at < words.length; ) {
    const read = readAtom(words, at, language)
    if (read !== undefined) atoms.push(read.atom)
    at += read?.words ?? 1
  }
  return atoms
}

type ReadAtom = { readonly atom: NumberAtom; readonly words: number }

function atomOver(
  words: readonly Word[],
  at: number,
  count: number,
  kind: NumberAtom['kind'],
  value: string,
): ReadAtom | undefined {
  const first = words[at]
  const last = words[at + count - 1]
  if (first === undefined || last === undefined) return undefined
  return { atom: { start: first.foldedStart, end: last.foldedEnd, value, kind, spelled: true }, words: count }
}

function readAtom(words: readonly Word[], at: number, language: Language): ReadAtom | undefined {
  const word = words[at]
  if (word === undefined || /\d/.test(word.folded)) return undefined
  return (
    readVague(words, at) ??
    readFraction(words, at) ??
    readOrdinal(words, at, language) ??
    readCardinal(words, at, language)
  )
}

function readVague(words: readonly Word[], at: number): ReadAtom | undefined {
  const word = words[at]?.folded ?? ''
  const before = words[at - 1]?.folded ?? ''
  const next = words[at + 1]?.folded ?? ''
  const scaled = vagueWords[words[at + 2]?.folded ?? '']
  const connects = next === 'of' || next === 'de'
  if (word === 'tens' && connects && scaled !== undefined) return atomOver(words, at, 3, 'vague', `${scaled}0`)
  const value = vagueWords[word]
  if (value !== undefined && !/\d$/.test(before)) {
    if (connects && scaled !== undefined) return atomOver(words, at, 3, 'vague', value + scaled.slice(1))
    return atomOver(words, at, 1, 'vague', value)
  }
  const collective = collectives[word]
  if (collective !== undefined && /^(?:une?|cette|la|d)$/.test(before)) {
    if (word === 'quarantaine' && next !== 'de' && next !== 'd') return undefined
    const start = /^une?$/.test(before) ? at - 1 : at
    const read = atomOver(words, start, at - start + 1, 'collective', collective)
    return read === undefined ? undefined : { ...read, words: 1 }
  }
  if (word === 'hundred' || word === 'thousand' || word === 'million' || word === 'billion') {
    const zeros = { hundred: 2, thousand: 3, million: 6, billion: 9 }[word]
    if (/^(?:several|few|many)$/.test(before)) return atomOver(words, at, 1, 'vague', `1${'0'.repeat(zeros)}`)
  }
  if (word === 'dozen') return readDozen(words, at)
  return undefined
}

function readDozen(words: readonly Word[], at: number): ReadAtom | undefined {
  const before = words[at - 1]?.folded ?? ''
  if (before === 'a' && words[at - 2]?.folded === 'half') return undefined
  if (before !== 'a') return undefined
  const read = atomOver(words, at - 1, 2, 'plain', '12')
  return read === undefined ? undefined : { ...read, words: 1 }
}

function readFraction(words: readonly Word[], at: number): ReadAtom | undefined {
  const word = words[at]?.folded ?? ''
  const next = words[at + 1]
  const after = words[at + 2]?.folded ?? ''
  if (word === 'half' && next?.folded === 'a') {
    const zeros = { million: 5, billion: 8, thousand: 2 }[after]
    if (after === 'dozen') return atomOver(words, at, 3, 'plain', '6')
    if (zeros !== undefined) return atomOver(words, at, 3, 'plain', `5${'0'.repeat(zeros)}`)
  }
  const numerator = { a: 1, one: 1, un: 1, une: 1, la: 1, two: 2, deux: 2, three: 3, trois: 3 }[word]
  const denominator = fractionWords[next?.folded ?? '']
  if (numerator !== undefined && denominator !== undefined && /^[ -]$/.test(next?.gap ?? '')) {
    const ofFollows =
      /^(?:of|de|des|du|d)$/.test(after) ||
      numerator > 1 ||
      next?.gap === '-' ||
      word === 'un' ||
      word === 'la' ||
      word === 'one'
    if (ofFollows) return atomOver(words, at, 2, 'fraction', `${numerator}/${denominator}`)
  }
  if (word === 'half' && /^(?:of|the|a|an|its|their|his|her)$/.test(next?.folded ?? ''))
    return atomOver(words, at, 1, 'fraction', '1/2')
  return undefined
}

function readOrdinal(words: readonly Word[], at: number, language: Language): ReadAtom | undefined {
  for (const length of [3, 2, 1]) {
    const slice = words.slice(at, at + length)
    if (slice.length < length || slice.slice(1).some(({ gap }) => gap !== '-' && gap !== ' ')) continue
    if (length > 1 && language === 'en' && slice.slice(1).some(({ gap }) => gap !== '-')) continue
    const value = ordinalValue(slice.map(({ folded }) => folded).join('-'), language)
    if (value === undefined) continue
    if (value === 1 && /^minist/.test(words[at + 1]?.folded ?? '')) return undefined
    if (value === 2 && /^(?:a|per|par|each|every|\d+)$/.test(words[at - 1]?.folded ?? '')) return undefined
    return atomOver(words, at, length, 'ordinal', String(value))
  }
  const century = /^(x{0,3}(?:ix|iv|v?i{0,3}))e(?:me)?$/.exec(words[at]?.folded ?? '')
  if (century !== null && /^siecles?$/.test(words[at + 1]?.folded ?? '')) {
    const value = romanValue(century[1] ?? '')
    if (value !== undefined) return atomOver(words, at, 1, 'ordinal', String(value))
  }
  return undefined
}

const notOneBefore =
  /^(?:no|any|every|some|each|this|that|the|which|another|only|everyone|a|an|or|it|as|such|first|last)$/
const oneIsCounted =
  /^(?!(?:of|another|who|that|is|was|has|had|can|could|may|should|would|will|day|s|or|and|by|in|to|at|on|with|thing|way|more|which|from|for|the|as|than|must|might|does|do)$)\p{Ll}/u

function readCardinal(words: readonly Word[], at: number, language: Language): ReadAtom | undefined {
  if (/^une?$/.test(words[at]?.folded ?? '') && words[at + 1]?.folded === 'sur') {
    const whole = readSpelledNumber(words.slice(at + 2, at + 8), language)
    if (whole !== undefined || /^\d/.test(words[at + 2]?.folded ?? '')) return atomOver(words, at, 1, 'plain', '1')
  }
  // Two words tell whether a number begins here; reading on is dear and seldom needed.
  if (/^\P{L}/u.test(words[at]?.folded ?? '') || readSpelledNumber(words.slice(at, at + 2), language) === undefined)
    return undefined
  const upTo = words.slice(at, at + 40).map(({ folded, gap }) => ({ folded, gap }))
  const spelled = readSpelledNumber(upTo, language)
  if (spelled === undefined) return undefined
  const before = words[at - 1]?.folded ?? ''
  const next = words[at + spelled.words]
  if (next?.folded === 'dozen') return atomOver(words, at, spelled.words + 1, 'plain', String(spelled.value * 12))
  if (spelled.words === 1 && words[at]?.folded === 'one') {
    const outOf = next?.folded === 'in' || (next?.folded === 'out' && words[at + 2]?.folded === 'of')
    const ratio = outOf && readSpelledNumber(words.slice(at + (next.folded === 'in' ? 2 : 3)), language) !== undefined
    if (!ratio && (notOneBefore.test(before) || next?.gap !== ' ' || !oneIsCounted.test(next.folded))) return undefined
  }
  if (words[at]?.folded === 'cent' && before === 'pour') return undefined
  if (words[at]?.folded === 'neuf' && /^(?:a|flambant)$/.test(before)) return undefined
  return atomOver(words, at, spelled.words, 'plain', String(spelled.value))
}
