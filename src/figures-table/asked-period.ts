/** The period that a question names, and which figures are for it. */
import { type DateParts, datesAgree } from '../figures/dates.ts'
import type { Question } from '../question/question.ts'
import { findPeriods, type Period } from './periods/find-periods.ts'
import { spanOf, spansOverlap, type TimeSpan } from './periods/time-span.ts'
import type { ReadFigure } from './read-source.ts'

/** As the question writes it: one or several; those without a year by their month and day only. */
export type AskedPeriod = {
  readonly text: string
  readonly spans: readonly TimeSpan[]
  readonly dates: readonly DateParts[]
}

/** "The 2030 tournament" names a thing by its year: its figures may be of any. */
const namesThing =
  /^\s+(?!(?:and|or|et|ou|in|to|by|for|from|with|selon|par|dans|en|à|au|aux|de|du|des|according)\b)\p{L}/iu
const inTime =
  /(?:^|[\s'’])(?:in|en|during|since|depuis|de|of|for|pour|from|until|by|before|after|avant|après|année|year|l['’]an)\s*$/iu

/** Undefined where a question names none that can be placed. */
export function askedPeriod({ text, language, dates }: Question): AskedPeriod | undefined {
  if (!dates.some(({ relative }) => relative !== true)) return undefined
  const periods = findPeriods(text, language).filter(
    (period) => period.date !== undefined && period.date.relative !== true && !isNameOfThing(text, period),
  )
  const spans = periods.flatMap((period) => spanOf(period) ?? [])
  const open = periods.filter((period) => spanOf(period) === undefined).flatMap(({ date }) => date ?? [])
  if (spans.length === 0 && open.length === 0) return undefined
  return { text: periods.map((period) => period.text).join(', '), spans, dates: open }
}

function isNameOfThing(text: string, { start, end, date }: Period): boolean {
  if (date?.precision !== 'year') return false
  return namesThing.test(text.slice(end)) && !inTime.test(text.slice(0, start))
}

/** Those that may be for the asked period, and those of which nothing tells when they are for. */
export function sortByPeriod(
  figures: readonly ReadFigure[],
  { spans, dates }: AskedPeriod,
): { readonly within: readonly ReadFigure[]; readonly unknown: readonly ReadFigure[] } {
  const isWithin = ({ span, period }: ReadFigure): boolean => {
    const date = period?.date
    if (span !== undefined && spans.some((asked) => spansOverlap(asked, span))) return true
    return date !== undefined && dates.some((asked) => datesAgree(asked, date))
  }
  const isKnown = ({ span, period }: ReadFigure): boolean =>
    span !== undefined || (dates.length > 0 && period?.date !== undefined && period.date.relative !== true)
  return {
    within: figures.filter(isWithin),
    unknown: figures.filter((figure) => !isWithin(figure) && !isKnown(figure)),
  }
}
