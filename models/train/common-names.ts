import type { TextPair } from './read-pairs.ts'

let known: readonly TextPair[] | undefined

/** Countries, languages, currencies, months and weekdays in both languages, as this Node.js knows them. */
export function countryAndMonthNames(): readonly TextPair[] {
  // Trying every code for a currency takes a second: once is enough.
  known ??= [
    ...displayNames('region', letterCodes(2)),
    ...displayNames(
      'language',
      letterCodes(2).map((code) => code.toLowerCase()),
    ),
    ...displayNames('currency', letterCodes(3)),
    ...dateNames(),
  ]
  return known
}

function displayNames(type: 'region' | 'language' | 'currency', codes: readonly string[]): readonly TextPair[] {
  const english = new Intl.DisplayNames('en', { type, fallback: 'none' })
  const french = new Intl.DisplayNames('fr', { type, fallback: 'none' })
  return codes.flatMap((code) => {
    const pair = { english: english.of(code), french: french.of(code) }
    return pair.english && pair.french ? [{ english: pair.english, french: pair.french }] : []
  })
}

function letterCodes(length: number): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return length === 1 ? letters : letterCodes(length - 1).flatMap((code) => letters.map((letter) => code + letter))
}

function dateNames(): readonly TextPair[] {
  const nameOf = (language: string, date: Date, part: 'month' | 'weekday'): string =>
    new Intl.DateTimeFormat(language, { [part]: 'long', timeZone: 'UTC' }).format(date)
  const pairs = (dates: readonly Date[], part: 'month' | 'weekday'): readonly TextPair[] =>
    dates.map((date) => ({ english: nameOf('en', date, part), french: nameOf('fr', date, part) }))
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1)))
  const weekdays = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)))
  return [...pairs(months, 'month'), ...pairs(weekdays, 'weekday')]
}
