/** The figure lock: every number, date, percentage and amount of a claim must be in the words that it cites. */
import { type DateMention, dateCovers, findDates } from '../figures/dates.ts'
import type { Approximation } from '../figures/number-context.ts'
import { findNumbers, isQuantity, type NumberMention, sameNumber } from '../figures/numbers.ts'
import type { Language } from '../types.ts'
import type { LockFailure } from './types.ts'

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
  const failures = given.flatMap((figure) => failureOf(figure, known))
  const knownDates = findDates(cited.text, cited.language)
  const dates = findDates(claim.text, claim.language).filter(({ precision }) => precision !== 'relative')
  return [
    ...failures,
    ...dates
      .filter((date) => !knownDates.some((other) => saysDate(date, other)))
      .map(({ text }) => ({
        lock: 'figure' as const,
        words: text,
        why: `the date "${text}" is not in the words cited`,
      })),
  ]
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
