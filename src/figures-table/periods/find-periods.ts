/** The dates and named periods of a sentence, with the words that open or end them. */
import { type DateMention, findDates } from '../../figures/dates.ts'
import { foldText, originalRange } from '../../figures/folded-text.ts'
import type { Language, Range } from '../../types.ts'
import { openPeriod } from './open-periods.ts'

/**
 * A date, or a period that has only a name ("the sixth term"): then `date` is absent.
 * `until`: the last date of a range; `open`: it begins ("since June 2025") or ends ("until June 2025") with its date.
 */
export type Period = Range & {
  readonly text: string
  readonly date?: DateMention
  readonly until?: DateMention
  readonly open?: 'from' | 'until'
}

const span =
  'terms?|mandates?|quarters?|halves|half|semesters?|seasons?|periods?|waves?|phases?|rounds?|mandats?|legislatures?|trimestres?|semestres?|saisons?|periodes?|vagues?|tours?'
const rank =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|same|current|previous|premiere?s?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|derniere?s?|meme|actuelle?|precedente?|\\d{1,2}(?:st|nd|rd|th|e|er|eme)'
const owner =
  "(?: (?:(?:of the|of|du|de la|de l'|de|des) ?(?:\\p{L}+(?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d)|(?:19|20)\\d\\d))?"
const stretch = 'years?|months?|weeks?|days?|an|ans|annees?|mois|semaines?|jours?'
const away = 'earlier|before|previously|ago|later|plus tot|auparavant|avant|plus tard'
const toPatterns = (sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'))
const named = toPatterns([
  `(?:the |le |la |les )?(?:${rank})(?: \\p{L}+)? (?:${span})${owner}`,
  `(?:the |le |la |l')?(?:${span}|\\p{L}+) (?:precedente?|suivante?|actuelle?)`,
  `(?:a|an|one|une?|\\p{L}+|\\d+) (?:${stretch}) (?:${away})`,
  `(?:each|every|per|a|par|chaque) (?:year|month|week|day|an|annee|mois|semaine|jour)|(?:annually|yearly|monthly|weekly|daily|chaque annee)`,
  `(?:the |le |la |l'|du |au )?(?:same|meme) (?:year|month|week|day|annee|mois|semaine|jour)`,
  `(?:so far|to date|since then|depuis lors|a ce jour|jusqu'ici|jusqu'a present)`,
])
const years = toPatterns([
  `(?:(?:early|late|mid|debut|fin|mi)[- ])?(?:between|entre|from|du|de) (?:19|20)\\d\\d (?:and|et|to|a) (?:19|20)\\d\\d`,
])

/** Dates and named periods, in order, not overlapping. */
export function findPeriods(text: string, language: Language): readonly Period[] {
  const source = foldText(text)
  const periods: Period[] = []
  const add = (period: Period): void => {
    if (!periods.some(({ start, end }) => period.start < end && start < period.end)) periods.push(period)
  }
  const addMatches = (patterns: readonly RegExp[]): void => {
    for (const match of patterns.flatMap((pattern) => [...source.folded.matchAll(pattern)])) {
      const range = originalRange(source, match.index, match.index + match[0].length)
      add({ ...range, text: text.slice(range.start, range.end) })
    }
  }
  const dated = joinRanges(text, findDates(text, language).map(withoutStop)).map((period) => openPeriod(text, period))
  // "The last quarter of 2024" is neither "last quarter" nor 2024, "à ce jour" no "ce jour".
  addMatches(named)
  for (const period of dated.filter(({ date }) => date?.relative !== true)) add(period)
  addMatches(years)
  for (const period of dated) add(period)
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
  return { start, end: last.end, text: text.slice(start, last.end), date, until: last.date }
}

/** Days, months, years or weekdays that a word of range joins; "and" does after "between" only, or for days of one month. */
function isRange(text: string, first: Dated, last: Dated): boolean {
  const between = text.slice(first.end, last.start)
  if (first.date.precision !== last.date.precision || first.date.precision === 'relative') return false
  const isBare = [first, last].some(({ text: words }) => !/\p{L}{3}/u.test(words)) && first.date.precision === 'day'
  if (!rangeJoint.test(between)) return isBare && /^,\s$/u.test(between)
  return !openJoint.test(between) || isBare || rangeLead.test(text.slice(0, first.start))
}
