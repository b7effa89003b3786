/** For when a figure is given: the date or named period of its sentence that is its own, the nearest of several. */
import type { Range } from '../../types.ts'
import type { Period } from './find-periods.ts'
import { governs } from './governs.ts'

const besideVerb = /^\s*(?:on|le|ce|this|last)?\s*$/iu
const clauseEnd = /[,;:]|\s[-–]\s|(?<![\p{L}])(?:while|whereas|tandis que|alors que|and|et|but|mais)(?![\p{L}])/gu

/**
 * The period of a figure and, apart from it, the day on which it was said: a date before the words of attribution that
 * stand before the figure is when it was said.
 * @param figure where the figure stands in `text`.
 * @param verb where the words of attribution stand, if there are any.
 * @param dateline the place and date that the article begins with: when it was said, too.
 */
export function choosePeriod(
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
    if (period.start >= verb.start && period.end <= verb.end) return true
    if (period.start >= verb.end && besideVerb.test(text.slice(verb.end, period.start))) return true
    return period.end <= verb.start && verb.start < figure.start
  }
  const saidOn = free.filter((period) => period.date !== undefined && isSaid(period))
  // "OSLO, 3 May - The mayor said on Monday": the day of the month says more.
  const said = saidOn.filter(({ date }) => date?.month !== undefined).at(-1) ?? saidOn.at(-1)
  const [period] = free
    .filter((candidate) => !isSaid(candidate) && governs(text, candidate, figure))
    .map((candidate) => ({ candidate, distance: distanceBetween(text, candidate, figure) }))
    .sort((left, right) => left.distance - right.distance)
  // "In 2018 the council promised 150 million": a year is of what is told, not the day of telling it.
  const own = period?.candidate ?? (said?.date?.precision === 'year' ? said : undefined)
  return { ...(own && { period: own }), ...(said && said !== own && { said }) }
}

/** Characters between, a clause's end counting much more; before the figure is as near as behind it. */
function distanceBetween(text: string, period: Range, figure: Range): number {
  const between = text.slice(Math.min(period.end, figure.end), Math.max(period.start, figure.start))
  const clauses = [...between.matchAll(clauseEnd)].length
  return between.length + 40 * clauses
}
