/** Whether two figures are for one time, as far as their articles say: what was later may simply have become more. */
import type { Period } from '../figures-table/periods/find-periods.ts'
import { spansOverlap, type TimeSpan } from '../figures-table/periods/time-span.ts'
import { fold } from '../text/fold.ts'
import type { QuotedFigure } from './quoted-figure.ts'

const dayMs = 86_400_000
/** Days apart at which articles that give no period may still speak of one state of things. */
const nearDays = 14

/** `same`: one period, or none that speaks against it; `apart`: surely two; `unknown`: not to be told. */
export type Moment = 'same' | 'apart' | 'unknown'

export function compareMoments(left: QuotedFigure, right: QuotedFigure): Moment {
  const [one, other] = [placeOf(left), placeOf(right)]
  if (one.period === undefined && other.period === undefined) return areNear(left, right) ? 'same' : 'unknown'
  if (one.period === undefined) return isOfDay(other, left)
  if (other.period === undefined) return isOfDay(one, right)
  if (one.span !== undefined && other.span !== undefined) {
    if (!spansOverlap(one.span, other.span)) return 'apart'
    // "The first quarter of 2026" is placed by its year alone.
    const areDates = one.period.date !== undefined && other.period.date !== undefined
    const isEqual =
      one.span.from === other.span.from &&
      one.span.to === other.span.to &&
      (areDates || fold(one.period.text).trim() === fold(other.period.text).trim())
    // "Since January" goes on: said on another day it is another stretch.
    return isEqual && (!isOpen(one.period) || saidOn(left) === saidOn(right)) ? 'same' : 'unknown'
  }
  if (one.span !== undefined || other.span !== undefined) return 'unknown'
  const isSameWord = fold(one.period.text).trim() === fold(other.period.text).trim()
  const isRelative = one.period.date !== undefined || other.period.date !== undefined
  if (!isSameWord) return 'unknown'
  return isRelative && saidOn(left) !== saidOn(right) ? 'unknown' : areNear(left, right) ? 'same' : 'unknown'
}

type Placed = { readonly period?: Period; readonly span?: TimeSpan }

/** A weekday is the last one before its article appeared. */
function placeOf({ period, span, citation, source }: QuotedFigure): Placed {
  // "After a week of rain", a sentence before, is no period of this figure.
  if (period === undefined || (period.date === undefined && source.period?.from === 'context')) return {}
  if (period.date?.precision !== 'weekday' || period.open !== undefined || period.until !== undefined)
    return { period, ...(span !== undefined && { span }) }
  const day = lastWeekday(period.date.weekday, citation.article.published)
  return { period, ...(day !== undefined && { span: { from: day, to: day } }) }
}

function lastWeekday(weekday: number | undefined, published: string | undefined): string | undefined {
  const written = dayOf(published)
  if (weekday === undefined || written === undefined) return undefined
  const back = (((new Date(written).getUTCDay() || 7) - weekday + 7) % 7) * dayMs
  return new Date(written - back).toISOString().slice(0, 10)
}

/** An event of one day, and an article of the days after it that gives no day. */
function isOfDay({ period, span }: Placed, { citation }: QuotedFigure): Moment {
  const [day, written] = [dayOf(span?.from), dayOf(citation.article.published)]
  if (period === undefined || isOpen(period) || span === undefined || span.from !== span.to) return 'unknown'
  if (day === undefined || written === undefined) return 'unknown'
  return written >= day && written - day <= nearDays * dayMs ? 'same' : 'unknown'
}

function isOpen({ open, text }: Period): boolean {
  return open !== undefined || /(?<!\p{L})(?:since|depuis)(?!\p{L})/iu.test(text)
}

function areNear(left: QuotedFigure, right: QuotedFigure): boolean {
  const [one, other] = [dayOf(saidOn(left)), dayOf(saidOn(right))]
  return one === undefined || other === undefined || Math.abs(one - other) <= nearDays * dayMs
}

/** The day on which it was said, else that of its article. */
export function saidOn({ period, span, citation }: QuotedFigure): string | undefined {
  return (period === undefined ? span?.from : undefined) ?? citation.article.published?.slice(0, 10)
}

function dayOf(iso: string | undefined): number | undefined {
  const day = iso === undefined ? Number.NaN : Date.parse(iso.slice(0, 10))
  return Number.isNaN(day) ? undefined : day
}
