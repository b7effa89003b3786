import { oncePerText } from '../once-per-text.ts'
import type { Language, Range } from '../types.ts'
import { monthNumber, monthSource, weekdayNumber, weekdaySource } from './calendar-words.ts'
import { foldText, originalRange } from './folded-text.ts'
import { relativeSources } from './relative-dates.ts'
import { isBareYear } from './years.ts'

/** How much of a date is said. `relative` ("last week") can only be placed by someone who knows when it was written. */
export type DatePrecision = 'day' | 'month' | 'year' | 'decade' | 'weekday' | 'relative'

/** What a date says; absent parts are not said. Months 1 to 12, weekdays 1 (Monday) to 7. */
export type DateParts = {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly weekday?: number
}

export type DateMention = Range &
  DateParts & {
    readonly text: string
    readonly precision: DatePrecision
    readonly relative?: true
  }

type Found = {
  readonly start: number
  readonly end: number
  readonly parts: DateParts
  readonly precision: DatePrecision
}

const edge = '(?<![\\p{L}\\p{N}])'
const close = '(?![\\p{L}\\p{N}])'
const dayForm = '(?:(?:[0-2]?\\d|3[01])(?:st|nd|rd|th|er|e)?|premier)'
const separator = '(?:, ?| ?(?:et|and|or|ou|to|au|a|-|&)(?: le| the)? ?)'
const dayList = `${dayForm}(?:${separator}${dayForm})*`
const year = '(?:1[0-9]\\d{2}|2[01]\\d{2})(?!\\d|[.,]\\d)'
const weekday = `(?:(?:${weekdaySource}),? (?:le |the |on )?)?`
const month = `(?:${monthSource})`

const dayMonth = new RegExp(
  `${edge}${weekday}(${dayList})(?: of| de)?[ -](${month})\\.?(?:(?:,? (?:de |of |in |l'an )?|-)(${year}))?${close}`,
  'gu',
)
const monthDay = new RegExp(
  `${edge}${weekday}(${month})\\.? (?:the )?(${dayList})(?!\\d|[.,]\\d|[:h%])(?:,? (?:of |in )?(${year}))?${close}`,
  'gu',
)
const monthYear = new RegExp(`${edge}(${month})\\.?,? (?:of |de )?(?:l'annee )?(${year})${close}`, 'gu')
const isoDate = /(?<![\p{L}\p{N}])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\p{N}-])/gu
const slashed = /(?<![\p{L}\p{N}/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\p{N}/]|[.-]\d)/gu
const decade = /(?<![\p{L}\p{N}])(?:annees (\d{4}|\d{2})(?![\p{N}])|((?:1[5-9]|20)\d0)'?s(?!\p{L}))/gu
const monthAlone = new RegExp(`${edge}(${month})${close}`, 'gu')
const weekdayAlone = new RegExp(`${edge}(${weekdaySource})s?${close}`, 'gu')
const yearAlone = /(?<![\p{L}\p{N}.,/$€£]|\d[ '])(\d{4})(?![\p{L}\p{N}])/gu

/** Month names that are other words too, when they stand alone. */
const ambiguousMonths = new Set([
  'may',
  'march',
  'mars',
  'mai',
  'mar',
  'jan',
  'sep',
  'dec',
  'jun',
  'nov',
  'fev',
  'sept',
])
const monthLead =
  /(?:^|[^\p{L}])(?:in|since|until|till|by|of|from|during|early|late|mid|last|next|this|en|de|du|mois de|depuis|avant|apres|debut|fin|mi|jusqu'en|courant|d')[ -]?$/u

function dayNumbers(list: string): readonly { readonly day: number; readonly start: number; readonly end: number }[] {
  return [...list.matchAll(/\d{1,2}(?:st|nd|rd|th|er|e)?|premier/g)].map((match) => ({
    day: match[0] === 'premier' ? 1 : Number.parseInt(match[0], 10),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function dated(parts: { year?: number | undefined; month?: number | undefined; day?: number | undefined }): DateParts {
  return {
    ...(parts.year === undefined ? {} : { year: parts.year }),
    ...(parts.month === undefined ? {} : { month: parts.month }),
    ...(parts.day === undefined ? {} : { day: parts.day }),
  }
}

function leadingWeekday(text: string): DateParts {
  const number = weekdayNumber(/^\p{L}+/u.exec(text)?.[0] ?? '')
  return number === undefined ? {} : { weekday: number }
}

/** The days of one list share month and year: each becomes a date, the month in the first (or last) one's range. */
function daysOf(
  match: RegExpMatchArray,
  list: string,
  monthName: string,
  yearText: string | undefined,
): readonly Found[] {
  const from = match.index ?? 0
  const listAt = from + match[0].indexOf(list, match[0].indexOf(monthName) === 0 ? monthName.length : 0)
  const days = dayNumbers(list)
  const common = { year: yearText === undefined ? undefined : Number(yearText), month: monthNumber(monthName) }
  if (days.some(({ day }) => day < 1 || day > 31)) return []
  return days.map(({ day, start, end }, position) => ({
    start: position === 0 ? from : listAt + start,
    end: position === days.length - 1 ? from + match[0].length : listAt + end,
    parts: { ...dated({ ...common, day }), ...(position === 0 ? leadingWeekday(match[0]) : {}) },
    precision: 'day' as const,
  }))
}

/** "on July 14 and 16 people were" counts people: the list ends where a noun follows it and no year. */
function monthDayList(folded: string, match: RegExpMatchArray): readonly Found[] {
  const [whole, monthName = '', list = '', yearText] = match
  const found = daysOf(match, list, monthName, yearText)
  const after = folded.slice((match.index ?? 0) + whole.length)
  const between = /(?:between|from|entre) $/.test(folded.slice(0, match.index))
  const nounFollows =
    /^ (?!(?:and|or|to|in|of|the|at|by|with|for|as|on|when|after|before|during|is|was|were|are|has|have|had|that|a|an|he|she|it|they|et|ou|le|la|les|a|au|en|dans|par|pour|lors|de|du|des)(?!\p{L}))\p{L}/u.test(
      after,
    )
  if (found.length > 1 && yearText === undefined && !between && nounFollows) return found.slice(0, -1)
  return found
}

function slashedDate(match: RegExpMatchArray, language: Language): readonly Found[] {
  const first = Number(match[1])
  const second = Number(match[3])
  const yearText = match[4] ?? ''
  const full = yearText.length === 4 ? Number(yearText) : Number(yearText) + (Number(yearText) < 70 ? 2000 : 1900)
  const dayFirst = first > 12 || (second <= 12 && (language === 'fr' || match[2] === '.'))
  const day = dayFirst ? first : second
  const monthOf = dayFirst ? second : first
  if (day < 1 || day > 31 || monthOf < 1 || monthOf > 12) return []
  return [found(match, { year: full, month: monthOf, day }, 'day')]
}

function isoParts(match: RegExpMatchArray): readonly Found[] {
  const monthOf = Number(match[2])
  const day = match[3] === undefined ? undefined : Number(match[3])
  if (monthOf < 1 || monthOf > 12 || (day !== undefined && (day < 1 || day > 31))) return []
  const parts = dated({ year: Number(match[1]), month: monthOf, day })
  return [found(match, parts, day === undefined ? 'month' : 'day')]
}

function found(match: RegExpMatchArray, parts: DateParts, precision: DatePrecision): Found {
  const start = match.index ?? 0
  return { start, end: start + match[0].length, parts, precision }
}

function monthStandsAlone(folded: string, match: RegExpMatchArray, capital: boolean, language: Language): boolean {
  const name = match[1] ?? ''
  const start = match.index ?? 0
  const lead = monthLead.test(folded.slice(Math.max(0, start - 16), start))
  if (name.length <= 4 && !['may', 'june', 'july', 'mars', 'mai', 'juin', 'aout'].includes(name)) return false
  if (!ambiguousMonths.has(name)) return true
  if (language === 'en' && (name === 'mars' || name === 'mai')) return false
  if (language === 'fr' && (name === 'march' || name === 'may')) return false
  const sentenceStart = /(?:^|[.!?\n]\s*)$/.test(folded.slice(0, start))
  return lead || (language === 'en' && capital && !sentenceStart)
}

/**
 * Dates of a text, in order and not overlapping. Slashes are read by the language (`8/2/2026` is February in French,
 * August in English); a list ("July 14 and 16, 2025") gives one date a day. A bare year is a date.
 */
export function findDates(text: string, language: Language): readonly DateMention[] {
  return finders[language](text)
}

const finders = {
  en: oncePerText((text) => readDates(text, 'en')),
  fr: oncePerText((text) => readDates(text, 'fr')),
}

function readDates(text: string, language: Language): readonly DateMention[] {
  const source = foldText(text)
  const { folded } = source
  const taken: Found[] = []
  const add = (candidates: readonly Found[]): void => {
    for (const candidate of candidates) {
      if (!taken.some((other) => candidate.start < other.end && other.start < candidate.end)) taken.push(candidate)
    }
  }
  for (const match of folded.matchAll(isoDate)) add(isoParts(match))
  for (const match of folded.matchAll(slashed)) add(slashedDate(match, language))
  const englishOrder = [...folded.matchAll(monthDay)].filter(
    (match) =>
      language === 'en' ||
      match[3] !== undefined ||
      /^(?:[a-z]+, )?(?:january|february|march|april|may|june|july|august|september|october|november|december)/.test(
        match[0],
      ),
  )
  // "8 February 2026" before "February 20": a day stands before its month wherever it can.
  for (const match of folded.matchAll(dayMonth)) add(daysOf(match, match[1] ?? '', match[2] ?? '', match[3]))
  for (const match of englishOrder) add(monthDayList(folded, match))
  for (const match of folded.matchAll(monthYear)) {
    add([found(match, dated({ year: Number(match[2]), month: monthNumber(match[1] ?? '') }), 'month')])
  }
  for (const match of folded.matchAll(decade)) {
    const digits = match[1] ?? match[2] ?? ''
    const first = digits.length === 2 ? Number(digits) + (Number(digits) < 30 ? 2000 : 1900) : Number(digits)
    add([found(match, { year: first }, 'decade')])
  }
  for (const pattern of relativeSources) {
    for (const match of folded.matchAll(pattern)) add([found(match, {}, 'relative')])
  }
  for (const match of folded.matchAll(monthAlone)) {
    const at = originalRange(source, match.index, match.index + 1)
    const capital = /\p{Lu}/u.test(text.slice(at.start, at.end))
    const parts = dated({ month: monthNumber(match[1] ?? '') })
    if (monthStandsAlone(folded, match, capital, language)) add([found(match, parts, 'month')])
  }
  for (const match of folded.matchAll(weekdayAlone)) {
    const number = weekdayNumber(match[1] ?? '')
    if (number !== undefined) add([found(match, { weekday: number }, 'weekday')])
  }
  for (const match of folded.matchAll(yearAlone)) {
    if (isBareYear(folded, match.index, match.index + 4, language))
      add([found(match, { year: Number(match[1]) }, 'year')])
  }
  return taken
    .sort((left, right) => left.start - right.start)
    .map(({ start, end, parts, precision }) => {
      const range = originalRange(source, start, end)
      const base = { ...range, ...parts, text: text.slice(range.start, range.end), precision }
      return precision === 'relative' ? { ...base, relative: true as const } : base
    })
}

const comparable = ['year', 'month', 'day', 'weekday'] as const

/** True unless a part that both dates give differs. A relative date contradicts nothing. */
export function datesAgree(questionDate: DateParts, textDate: DateParts): boolean {
  return comparable.every((part) => {
    const asked = questionDate[part]
    const given = textDate[part]
    return asked === undefined || given === undefined || asked === given
  })
}

/** True when the text gives every part that the question gives, and gives it the same. */
export function dateCovers(questionDate: DateParts, textDate: DateParts): boolean {
  return comparable.every((part) => questionDate[part] === undefined || questionDate[part] === textDate[part])
}
