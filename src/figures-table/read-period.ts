/** For when a figure is given: the date or named period of its sentence that stands nearest to it. */
import { type DateMention, type DateParts, findDates } from '../figures/dates.ts'
import { foldText, originalRange } from '../figures/folded-text.ts'
import type { Language, Range } from '../types.ts'

/** A date, or a period that has only a name ("the sixth term"): then `date` is absent. */
export type Period = Range & { readonly text: string; readonly date?: DateMention }

const span =
  'terms?|mandates?|quarters?|halves|half|semesters?|seasons?|periods?|waves?|phases?|rounds?|mandats?|legislatures?|trimestres?|semestres?|saisons?|periodes?|vagues?|tours?'
const rank =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|same|current|previous|premiere?s?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|derniere?s?|meme|actuelle?|precedente?|\\d{1,2}(?:st|nd|rd|th|e|er|eme)'
const owner = "(?: (?:of the|of|du|de la|de l'|de|des) ?\\p{L}+(?: (?:19|20)\\d\\d)?)?"
const named = [
  `(?:the |le |la |les )?(?:${rank})(?: \\p{L}+)? (?:${span})${owner}`,
  `(?:the |le |la |l')?(?:${span}|\\p{L}+) (?:precedente?|suivante?|actuelle?)`,
  `(?:each|every|per|a|par|chaque) (?:year|month|week|day|an|annee|mois|semaine|jour)|(?:annually|yearly|monthly|weekly|daily|chaque annee)`,
  `(?:so far|to date|since then|depuis lors|a ce jour|jusqu'ici|jusqu'a present)`,
  `(?:(?:early|late|mid|debut|fin|mi)[- ])?(?:between|entre|from|du|de) (?:19|20)\\d\\d (?:and|et|to|a) (?:19|20)\\d\\d`,
].map((source) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'))

/** Dates and named periods, in order, not overlapping. */
export function findPeriods(text: string, language: Language): readonly Period[] {
  const source = foldText(text)
  const periods: Period[] = []
  const add = (period: Period): void => {
    if (!periods.some(({ start, end }) => period.start < end && start < period.end)) periods.push(period)
  }
  const ranges = named.flatMap((pattern) => [...source.folded.matchAll(pattern)])
  for (const period of joinRanges(text, findDates(text, language).map(withoutStop))) add(period)
  for (const match of ranges) {
    const range = originalRange(source, match.index, match.index + match[0].length)
    add({ ...range, text: text.slice(range.start, range.end) })
  }
  return periods.sort((left, right) => left.start - right.start)
}

/** "16 octobre." at a sentence's end. */
function withoutStop(date: DateMention): Dated {
  const text = date.text.replace(/\.$/, '')
  return { start: date.start, end: date.start + text.length, text, date }
}

type Dated = Period & { readonly date: DateMention }

const rangeLead = /(?<!\p{L})(?:between|from|entre|du|depuis|de)\s+(?:(?:the|le)\s+)?$/iu
const rangeJoint =
  /^,?\s*(?:[-–—]|(?:to|until|till|through|and|et|au|à|jusqu['’](?:au|à|en))(?!\p{L}))\s*(?:the\s+|le\s+)?$/iu
const openJoint = /^,?\s*(?:and|et)(?!\p{L})/iu

/** "Between July 14 and 16, 2025" is one period and not two days: it is placed by its first day. */
function joinRanges(text: string, dates: readonly Dated[]): readonly Period[] {
  const periods: Period[] = []
  for (let at = 0; at < dates.length; at += 1) {
    const first = dates[at]
    if (first === undefined) continue
    let last = first
    for (let next = dates[at + 1]; next !== undefined && isRange(text, last, next); next = dates[at + 1]) {
      last = next
      at += 1
    }
    periods.push(last === first ? first : joinDates(text, first, last))
  }
  return periods
}

function joinDates(text: string, first: Dated, last: Dated): Period {
  const lead = rangeLead.exec(text.slice(0, first.start))
  // "De samedi à dimanche" is shown as it stands: only a word that opens nothing but ranges is taken in.
  const start = lead === null || /^de\s/iu.test(lead[0]) ? first.start : lead.index
  const { year = last.date.year, month = last.date.month } = first.date
  const date = { ...first.date, ...(year !== undefined && { year }), ...(month !== undefined && { month }) }
  return { start, end: last.end, text: text.slice(start, last.end), date }
}

/** Days, months, years or weekdays that a word of range joins; "and" does after "between" only, or for days of one month. */
function isRange(text: string, first: Dated, last: Dated): boolean {
  const between = text.slice(first.end, last.start)
  if (first.date.precision !== last.date.precision || first.date.precision === 'relative') return false
  const isBare = [first, last].some(({ text: words }) => !/\p{L}{3}/u.test(words)) && first.date.precision === 'day'
  if (!rangeJoint.test(between)) return isBare && /^,\s$/u.test(between)
  return !openJoint.test(between) || isBare || rangeLead.test(text.slice(0, first.start))
}

const besideVerb = /^\s*(?:on|le|ce|this|last)?\s*$/iu
const clauseEnd = /[,;:]|\s[-–]\s|(?<![\p{L}])(?:while|whereas|tandis que|alors que|and|et|but|mais)(?![\p{L}])/gu

/**
 * The period of a figure and, apart from it, the day on which it was said: a date before the words of attribution that
 * stand before the figure is when it was said.
 * @param figure where the figure stands in `text`.
 * @param verb where the words of attribution stand, if there are any.
 * @param dateline the place and date that the article begins with: when it was said, too.
 */
export function readPeriod(
  text: string,
  periods: readonly Period[],
  figure: Range,
  verb: Range | undefined,
  dateline: Range | undefined,
): { readonly period?: Period; readonly said?: Period } {
  const free = periods.filter(({ start, end }) => end <= figure.start || start >= figure.end)
  const isSaid = (period: Period): boolean => {
    if (dateline !== undefined && period.end <= dateline.end) return true
    if (verb === undefined) return false
    // "said on Monday that …", "a annoncé dimanche la ministre".
    if (period.start >= verb.end && besideVerb.test(text.slice(verb.end, period.start))) return true
    return period.end <= verb.start && verb.start < figure.start
  }
  const saidOn = free.filter((period) => period.date !== undefined && isSaid(period))
  // "OSLO, 3 May - The mayor said on Monday": the day of the month says more.
  const said = saidOn.filter(({ date }) => date?.month !== undefined).at(-1) ?? saidOn.at(-1)
  const [period] = free
    .filter((candidate) => !isSaid(candidate))
    .map((candidate) => ({ candidate, distance: distanceBetween(text, candidate, figure) }))
    .sort((left, right) => left.distance - right.distance)
  return { ...(period && { period: period.candidate }), ...(said && { said }) }
}

/** Characters between, a clause's end counting much more; before the figure is as near as behind it. */
function distanceBetween(text: string, period: Range, figure: Range): number {
  const between = text.slice(Math.min(period.end, figure.end), Math.max(period.start, figure.start))
  const clauses = [...between.matchAll(clauseEnd)].length
  return between.length + 40 * clauses
}

/** `2026-02-08`, `2026-02` or `2026`; undefined without a year. */
export function isoOf(date: DateParts | undefined): string | undefined {
  if (date?.year === undefined) return undefined
  const parts = [String(date.year).padStart(4, '0')]
  if (date.month !== undefined) parts.push(String(date.month).padStart(2, '0'))
  if (date.month !== undefined && date.day !== undefined) parts.push(String(date.day).padStart(2, '0'))
  return parts.join('-')
}

/**
 * A date without its year gets the one that the article itself gives it elsewhere ("le 8 février 2026"), else the year in
 * which the article was published, or the one before where it would lie ahead of it.
 */
export function placeDate(
  date: DateParts | undefined,
  others: readonly DateParts[],
  published?: string,
): DateParts | undefined {
  if (date?.month === undefined || date.year !== undefined) return date
  const { month, day } = date
  const same = others.find((other) => other.year !== undefined && other.month === month && other.day === day)
  if (same?.year !== undefined) return { ...date, year: same.year }
  if (published === undefined) return date
  const year = Number(published.slice(0, 4))
  const ahead = month > Number(published.slice(5, 7)) + 1
  return { ...date, year: ahead ? year - 1 : year }
}
