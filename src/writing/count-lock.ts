/** Nothing may be told more often than in the words cited: the second time it stands in the place of something else. */
import { findPlaces } from '../entities/places.ts'
import { findDates } from '../figures/dates.ts'
import { readSpelledNumber } from '../figures/number-words.ts'
import { findNumbers, isQuantity } from '../figures/numbers.ts'
import { foldWords } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Wording } from '../verify/locks/figure-lock.ts'
import { transliterationKey } from '../verify/locks/name-words.ts'
import type { ClaimFailure } from './types.ts'

/** Figures, dates, digits and places by what they say, so that it holds across languages. */
export function checkCounts(claim: Wording, cited: Wording): readonly ClaimFailure[] {
  const known = countAll(cited)
  const told = [...countAll(claim), ...countCapitals(claim)]
  for (const word of foldWords(cited.text)) count(known, `word ${transliterationKey(word.word)}`, word.word, 'name')
  return told
    .filter(([key, { count }]) => count > (known.get(key)?.count ?? count))
    .map(([, { text, lock }]) => ({ lock, words: text, why: `"${text}" stands more often than in the words cited` }))
}

type Counted = { readonly text: string; readonly lock: 'figure' | 'name'; count: number }

function count(counts: Map<string, Counted>, key: string, text: string, lock: Counted['lock']): void {
  const known = counts.get(key)
  if (known === undefined) counts.set(key, { text, lock, count: 1 })
  else known.count += 1
}

/** Words with a capital, names among them; what they are held to may be written without one. */
function countCapitals({ text, language }: Wording): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>()
  for (const { word, start, end } of foldWords(text)) {
    const written = text.slice(start, end)
    if (!/^\p{Lu}/u.test(written) || isStopWord(word, language, written)) continue
    count(counts, `word ${transliterationKey(word)}`, written, 'name')
  }
  return counts
}

function countAll({ text: written, language }: Wording): Map<string, Counted> {
  // "tous deux" counts nothing.
  const text = written.replace(/(?<=(?<!\p{L})tou(?:te)?s (?:les )?)deux(?!\p{L})/giu, '    ')
  const counts = new Map<string, Counted>()
  const add = (key: string, found: string, lock: Counted['lock']) => count(counts, key, found, lock)
  for (const { value, high, text: found } of findNumbers(text, language).filter(isQuantity))
    add(`number ${value} ${high ?? ''}`, found, 'figure')
  for (const { year, month, day, weekday, text: found } of findDates(text, language)) {
    for (const [part, value] of Object.entries({ year, month, day, weekday }))
      if (value !== undefined) add(`${part} ${value}`, found, 'figure')
  }
  for (const [found] of text.matchAll(/\d+(?:[\u00a0\u202f\u2009 .,]\d{3})*(?:[.,]\d+)?/g))
    add(`digits ${found.replace(/\D/g, '')}`, found, 'figure')
  // "de neuf à neuf": words that may be numbers, whether they were read as such or not.
  for (const { word, start, end } of foldWords(text)) {
    const spelled = readSpelledNumber([{ folded: word, gap: '' }], language)
    if (spelled !== undefined && spelled.value > 1) add(`spelled ${spelled.value}`, text.slice(start, end), 'figure')
  }
  for (const { code, as, text: found } of findPlaces(text, language)) add(`place ${code} ${as}`, found, 'name')
  return counts
}
