/** Where a figure stands: its words, who says it and for when, each a slice of the article. */

import { type DateParts, findDates } from '../figures/dates.ts'
import type { NumberMention } from '../figures/numbers.ts'
import { articleOf } from '../reading/article-of.ts'
import type { Unit } from '../reading/quotable.ts'
import type { ArticleFacts } from '../types.ts'
import type { Period } from './periods/find-periods.ts'
import { isoOf, placeDate } from './periods/place-date.ts'
import { spanOf, type TimeSpan } from './periods/time-span.ts'
import type { RelevantFigure } from './relevant-figures.ts'
import { hedgeOf } from './source/hedge-of.ts'
import { openingDateline } from './source/opening-dateline.ts'
import type { Reader } from './source/reader.ts'
import { attach, sentenceOf, sliceOf } from './source/sentence.ts'
import { thingCounted } from './source/thing-counted.ts'
import { entitiesOf } from './topic/entities-of.ts'
import type { FigureSource, Slice } from './types.ts'

/** A figure with its source and what it is compared and sorted by. */
export type ReadFigure = RelevantFigure & {
  readonly source: FigureSource
  readonly period?: Period
  /** ISO date, of which the year may come from another date of the article. */
  readonly date?: string
  /** The days that it is for, or on one of which it was said; undefined where that is not known. */
  readonly span?: TimeSpan
}

/**
 * Reads figures of the units of `coverage`, which hold whole articles in reading order.
 * @param articles the facts by article id.
 */
export function createSourceReader(
  units: readonly Unit[],
  articles: ReadonlyMap<string, ArticleFacts>,
  { speakerOf, periodOf }: Reader,
): (figure: RelevantFigure) => ReadFigure {
  const datesOf = createDatesOf(units)
  return (figure) => {
    const { unit, number } = figure
    const { passage } = unit
    const article = articles.get(passage.articleId)
    if (article === undefined) throw new Error(`the article of ${passage.id} is not in the corpus`)
    const sentence = sentenceOf(unit)
    const speaker = speakerOf(unit, number)
    const { period, shown, said, sameAs } = periodOf(unit, number)
    const place = (parts: DateParts): DateParts => {
      const { all, written } = datesOf(unit)
      return placeDate(parts, all, article.published ?? written)
    }
    const placed = period ?? said
    const span = placed === undefined ? undefined : spanOf(placed, place)
    const ofPeriod = [period?.date, said?.date].flatMap((parts) => (parts && isoOf(place(parts))) ?? [])
    const date = ofPeriod[0] ?? (period !== undefined && period.date === undefined ? span?.from.slice(0, 4) : undefined)
    const year = period?.date?.year === undefined && period?.date !== undefined ? place(period.date).year : undefined
    const thing = thingCounted(unit.text, unit.language, number)
    const hedge = hedgeOf(unit.text, unit.language, { start: startOf(number), end: number.end })
    return {
      ...figure,
      ...(period !== undefined && { period }),
      ...(date !== undefined && { date }),
      ...(span !== undefined && { span }),
      source: {
        article,
        version: passage.version,
        passageId: passage.id,
        paragraph: passage.ordinal,
        sentence: sliceOf(sentence, { start: 0, end: unit.text.length }),
        ...(passage.context !== undefined && { introducedBy: passage.context }),
        value: sliceOf(sentence, number),
        figure: trimmed(sliceOf(sentence, { start: startOf(number), end: Math.max(number.end, thing?.end ?? 0) })),
        ...(number.approximateRange && { qualifier: trimmed(sliceOf(sentence, number.approximateRange)) }),
        ...(thing && { thing: sliceOf(sentence, thing) }),
        ...(hedge && { hedge: sliceOf(sentence, hedge) }),
        ...(speaker && { speaker }),
        ...(said && { said: attach(sentence, said, 'sentence') }),
        ...(shown && { period: shown }),
        ...(year !== undefined && { year }),
        ...(sameAs && { sameAs }),
      },
    }
  }
}

function startOf({ start, approximateRange }: NumberMention): number {
  return approximateRange?.start ?? start
}

/** Without spaces and without the "d'" of "d'environ". */
function trimmed({ start, text }: Slice): Slice {
  const lead = /^\s*(?:[dD]['’])?/u.exec(text)?.[0].length ?? 0
  return { start: start + lead, end: start + text.trimEnd().length, text: text.slice(lead).trimEnd() }
}

type ArticleDates = { readonly all: readonly DateParts[]; readonly written?: string }

/** All dates of a unit's article, and the one of its dateline, read once. */
function createDatesOf(units: readonly Unit[]): (unit: Unit) => ArticleDates {
  const known = new Map<string, ArticleDates>()
  return (unit) => {
    const key = articleOf(unit)
    const dates = known.get(key) ?? readDates(units.filter((other) => articleOf(other) === key))
    known.set(key, dates)
    return dates
  }
}

/** The first lines of an article are its title and its dateline. */
const leadUnits = 4

function readDates(units: readonly Unit[]): ArticleDates {
  const [written] = units.slice(0, leadUnits).flatMap(({ text, language }) => {
    const dateline = openingDateline(text, language)
    const [date] = dateline === undefined ? [] : findDates(text.slice(dateline.start, dateline.end), language)
    return isoOf(date) ?? []
  })
  return { all: units.flatMap((unit) => entitiesOf(unit).dates), ...(written !== undefined && { written }) }
}
