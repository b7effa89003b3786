/** From which to which day a period goes, as far as it can be told; and whether it has to do with one that is asked for. */
import type { DateParts } from '../../figures/dates.ts'
import type { Period } from './find-periods.ts'
import { isoOf } from './place-date.ts'

/** ISO days, both counted in. */
export type TimeSpan = { readonly from: string; readonly to: string }

const earliest = '0000-01-01'
const latest = '9999-12-31'

/** Undefined without a year: "last week" and "the sixth term" cannot be told. A year in a period's name counts. */
export function spanOf(
  { date, until, open, text }: Pick<Period, 'date' | 'until' | 'open' | 'text'>,
  place: (date: DateParts) => DateParts = (parts) => parts,
): TimeSpan | undefined {
  if (date === undefined || date.relative === true) return spanOfYears(text)
  const first = spanOfDate(place(date), date.precision === 'decade')
  const last = until === undefined ? first : spanOfDate(place(until))
  if (first === undefined || last === undefined) return undefined
  return {
    // When it began is not said: with a day or a month, hardly before that year.
    from: open === 'until' ? (date.month === undefined ? earliest : `${first.from.slice(0, 4)}-01-01`) : first.from,
    to: open === 'from' ? latest : last.to,
  }
}

function spanOfYears(text: string): TimeSpan | undefined {
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => year)
  const [first] = years
  const last = years.at(-1)
  return first === undefined || last === undefined ? undefined : { from: `${first}-01-01`, to: `${last}-12-31` }
}

function spanOfDate(parts: DateParts, isDecade = false): TimeSpan | undefined {
  const iso = isoOf(parts)
  if (iso === undefined || parts.year === undefined) return undefined
  if (isDecade) return { from: `${iso}-01-01`, to: `${String(parts.year + 9).padStart(4, '0')}-12-31` }
  // A month goes to its 31st, whichever it is: the days are only compared.
  const to: Readonly<Record<number, string>> = { 4: `${iso}-12-31`, 7: `${iso}-31` }
  const from: Readonly<Record<number, string>> = { 4: `${iso}-01-01`, 7: `${iso}-01` }
  return { from: from[iso.length] ?? iso, to: to[iso.length] ?? iso }
}

/** Whether they have a day in common. */
export function spansOverlap(left: TimeSpan, right: TimeSpan): boolean {
  return left.from <= right.to && right.from <= left.to
}
