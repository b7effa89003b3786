/** The figure lock: every number, date, percentage and amount of a claim must be in the words that it cites. */
import { type DateMention, dateCovers, findDates } from '../../figures/dates.ts'
import type { Approximation } from '../../figures/number-context.ts'
import { findNumbers, isQuantity, type NumberMention, sameNumber } from '../../figures/numbers.ts'
import type { Language } from '../../types.ts'
import type { LockFailure } from '../types.ts'
import { findMonths } from './months.ts'

/** Words with the language they are read in. */
export type Wording = { readonly text: string; readonly language: Language }

/** "over" and "at least" bound a figure on the same side; "about" and "nearly" both leave it open. */
const senses: Readonly<Record<Approximation, string>> = {
  'more-than': 'or more',
  'at-least': 'or more',
  'less-than': 'or fewer',
  'at-most': 'or fewer',
  about: 'about',
  nearly: 'about',
}

/**
 * The figures and dates of a claim that the cited words do not give, or give with another "more than". Figures compare by
 * value, scale and kind across languages (`48,6 milliards` = `48.6 billion`); one cut short is another one.
 */
export function checkFigures(claim: Wording, cited: Wording): readonly LockFailure[] {
  const given = findNumbers(claim.text, claim.language).filter(isQuantity)
  const known = findNumbers(cited.text, cited.language).filter(isQuantity)
  const translated = claim.language !== cited.language
  const failures = given
    .filter((figure) => !(translated && isSaidOtherwise(figure, claim.text, cited.text)))
    .flatMap((figure) => failureOf(figure, known))
  const months = translated ? findMonths(cited) : []
  const isBareMonth = ({ year, month, day }: DateMention) =>
    year === undefined && day === undefined && months.some((other) => other.month === month)
  const knownDates = findDates(cited.text, cited.language)
  const dates = findDates(claim.text, claim.language).filter(({ precision }) => precision !== 'relative')
  return [
    ...failures,
    ...dates
      .filter((date) => !knownDates.some((other) => saysDate(date, other)) && !isBareMonth(date))
      .map(({ text }) => ({
        lock: 'figure' as const,
        words: text,
        why: `the date "${text}" is not in the words cited`,
      })),
  ]
}

const periods: Readonly<Record<string, string>> = {
  hour: 'heure',
  day: 'jour|journée',
  week: 'semaine',
  month: 'mois',
  year: 'an|année',
}

/** "one month" is "un mois" and "second" is "deuxième": words that one of the two languages does not read as a figure. */
function isSaidOtherwise({ text, value, kind, end }: NumberMention, claim: string, cited: string): boolean {
  if (/\d/.test(text)) return false
  if (value === '2' && kind === 'ordinal') return /(?<!\p{L})(?:seconde?|2nd|2e)(?!\p{L})/iu.test(cited)
  if (value !== '1') return false
  const after = claim.slice(end)
  return Object.entries(periods).some(
    ([english, french]) =>
      new RegExp(`^\\s(?:${english}|${french})(?!\\p{L})`, 'iu').test(after) &&
      new RegExp(`(?<!\\p{L})(?:une?|one|an?)\\s(?:${english}|${french})(?!\\p{L})`, 'iu').test(cited),
  )
}

/** A decade is no year; a date without its year in the article does not prove the year. */
function saysDate(date: DateMention, other: DateMention): boolean {
  return (date.precision === 'decade') === (other.precision === 'decade') && dateCovers(date, other)
}

function failureOf(figure: NumberMention, known: readonly NumberMention[]): readonly LockFailure[] {
  const { text } = figure
  const same = known.filter((other) => sameNumber(figure, other))
  if (same.length === 0) return [{ lock: 'figure', words: text, why: `the figure "${text}" is not in the words cited` }]
  const sense = (mention: NumberMention) =>
    mention.approximate === undefined ? 'exactly' : senses[mention.approximate]
  if (same.some((other) => sense(other) === sense(figure))) return []
  const why = `the figure "${text}" is said as "${sense(figure)}", the words cited say "${same.map(sense).join('" or "')}"`
  return [{ lock: 'hedge', words: text, why }]
}
