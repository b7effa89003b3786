/** Where a figure stands: its words, who says it and for when, each a slice of the article. */
import { articleOf } from '../answer/missing/coverage.ts'
import { entitiesOf } from '../answer/missing/entities-of.ts'
import type { Unit } from '../answer/units/units.ts'
import type { DateMention } from '../figures/dates.ts'
import type { NumberMention } from '../figures/numbers.ts'
import type { ArticleFacts, Range } from '../types.ts'
import { findPeriods, isoOf, type Period, placeDate, readPeriod } from './read-period.ts'
import { type Attribution, readDateline, readSpeaker } from './read-speaker.ts'
import type { RelevantFigure } from './relevant-figures.ts'
import type { Attached, FigureSource, Slice } from './types.ts'

/** A figure with its source and what it is compared and sorted by. */
export type ReadFigure = RelevantFigure & {
  readonly source: FigureSource
  readonly period?: Period
  /** ISO date, of which the year may come from another date of the article. */
  readonly date?: string
}

/** How many sentences back a pronoun is looked up. */
const pronounReach = 3

/**
 * Reads figures of the units of `coverage`, which hold whole articles in reading order.
 * @param articles the facts by article id.
 */
export function createSourceReader(units: readonly Unit[], articles: ReadonlyMap<string, ArticleFacts>) {
  const datesOf = createDatesOf(units)
  const before = neighboursBefore(units)
  return (figure: RelevantFigure): ReadFigure => {
    const { unit, number } = figure
    const { passage } = unit
    const article = articles.get(passage.articleId)
    if (article === undefined) throw new Error(`the article of ${passage.id} is not in the corpus`)
    const own = readSpeaker(unit.text, unit.language)
    const verb = own.kind === 'none' ? undefined : own.verb
    const { period, said } = readPeriod(
      unit.text,
      findPeriods(unit.text, unit.language),
      number,
      verb,
      readDateline(unit.text, unit.language),
    )
    const previous = before(unit)
    const speaker = own.kind === 'named' ? attach(unit, own.speaker, 'sentence') : speakerAround(unit, own, previous)
    const around = period === undefined && said === undefined ? periodAround(unit, previous) : undefined
    const shown = period === undefined ? around?.slice : attach(unit, period, 'sentence')
    const placed = period ?? around?.period
    const [date] = [placed?.date, said?.date].flatMap(
      (parts) => isoOf(placeDate(parts, datesOf(unit), article.published)) ?? [],
    )
    return {
      ...figure,
      ...(placed !== undefined && { period: placed }),
      ...(date !== undefined && { date }),
      source: {
        article,
        version: passage.version,
        passageId: passage.id,
        paragraph: passage.ordinal,
        sentence: sliceOf(unit, { start: 0, end: unit.text.length }),
        ...(passage.context !== undefined && { introducedBy: passage.context }),
        value: sliceOf(unit, number),
        figure: trimmed(sliceOf(unit, wholeFigure(number))),
        ...(number.approximateRange && { qualifier: trimmed(sliceOf(unit, number.approximateRange)) }),
        ...(number.unitRange && { thing: sliceOf(unit, number.unitRange) }),
        ...(speaker && { speaker }),
        ...(said && { said: attach(unit, said, 'sentence') }),
        ...(shown && { period: shown }),
      },
    }
  }
}

function wholeFigure({ start, end, approximateRange, unitRange }: NumberMention): Range {
  return { start: approximateRange?.start ?? start, end: Math.max(end, unitRange?.end ?? end) }
}

/** A range of a unit's text as a slice of the article. */
function sliceOf(unit: Unit, { start, end }: Range): Slice {
  const offset = unit.passage.start + unit.start
  return { start: offset + start, end: offset + end, text: unit.text.slice(start, end) }
}

/** Without spaces and without the "d'" of "d'environ". */
function trimmed({ start, text }: Slice): Slice {
  const lead = /^\s*(?:[dD]['’])?/u.exec(text)?.[0].length ?? 0
  return { start: start + lead, end: start + text.trimEnd().length, text: text.slice(lead).trimEnd() }
}

function attach(unit: Unit, range: Range, from: Attached['from']): Attached {
  return { ...sliceOf(unit, range), from }
}

/** The sentences before one in its passage, nearest first; then the last ones of the passage before. */
function neighboursBefore(units: readonly Unit[]): (unit: Unit) => readonly Unit[] {
  const rows = new Map(units.map((unit, row) => [unit, row]))
  const isInOrder = (left: Unit, right: Unit): boolean =>
    articleOf(left) === articleOf(right) && left.passage.start + left.start < right.passage.start + right.start
  return (unit) => {
    const row = rows.get(unit) ?? 0
    return units
      .slice(Math.max(0, row - pronounReach), row)
      .filter((other) => isInOrder(other, unit))
      .reverse()
  }
}

/**
 * "He said": whoever was named last. A sentence that does not say whose words it is takes the speaker of the one before
 * it in the same passage only, and says so.
 */
function speakerAround(unit: Unit, own: Attribution, previous: readonly Unit[]): Attached | undefined {
  const near = previous.filter(({ passage }) => own.kind === 'pronoun' || passage.id === unit.passage.id)
  for (const other of own.kind === 'pronoun' ? near : near.slice(0, 1)) {
    const attribution = readSpeaker(other.text, other.language)
    if (attribution.kind === 'named') return attach(other, attribution.speaker, 'context')
  }
  return undefined
}

function periodAround(
  unit: Unit,
  previous: readonly Unit[],
): { readonly period: Period; readonly slice: Attached } | undefined {
  const [nearest] = previous.filter(({ passage }) => passage.id === unit.passage.id)
  const periods = nearest === undefined ? [] : findPeriods(nearest.text, nearest.language)
  const [period] = periods
  // With several dates in the sentence before, nothing tells which one goes on.
  if (nearest === undefined || period === undefined || periods.length > 1) return undefined
  return { period, slice: attach(nearest, period, 'context') }
}

/** All dates of a unit's article, read once. */
function createDatesOf(units: readonly Unit[]): (unit: Unit) => readonly DateMention[] {
  const known = new Map<string, readonly DateMention[]>()
  return (unit) => {
    const key = articleOf(unit)
    const dates =
      known.get(key) ?? units.filter((other) => articleOf(other) === key).flatMap((other) => entitiesOf(other).dates)
    known.set(key, dates)
    return dates
  }
}
