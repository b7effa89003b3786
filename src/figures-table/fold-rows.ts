/** The same figure from several places becomes one row; different figures for the same thing and period are marked. */

import { dateCovers, datesAgree } from '../figures/dates.ts'
import { sameNumber } from '../figures/numbers.ts'
import { articleOf } from '../reading/article-of.ts'
import { fold, foldWords } from '../text/fold.ts'
import { stem } from '../text/stems.ts'
import type { Period } from './periods/find-periods.ts'
import type { ReadFigure } from './read-source.ts'
import type { FigureRow } from './types.ts'

/** Rows of what the topic is about first; then by date, those without one last, in the order given. */
export function foldRows(figures: readonly (ReadFigure & { readonly isMain?: boolean })[]): readonly FigureRow[] {
  const groups: (ReadFigure & { readonly isMain?: boolean })[][] = []
  for (const figure of figures) {
    const group = groups.find((others) => others.every((other) => isSameFigure(figure, other)))
    if (group === undefined) groups.push([figure])
    else group.push(figure)
  }
  return groups
    .map((group) => {
      const differs = groups.some(
        (other) => other !== group && group.some((left) => other.some((right) => differ(left, right))),
      )
      return { row: toRow(group, differs), isMain: group.some(({ isMain }) => isMain === true) }
    })
    .map((one, position) => ({ ...one, position }))
    .sort(
      (left, right) =>
        Number(right.isMain) - Number(left.isMain) ||
        compareDates(left.row.date, right.row.date) ||
        left.position - right.position,
    )
    .map(({ row }) => row)
}

function compareDates(left: string | undefined, right: string | undefined): number {
  if (left === right) return 0
  if (left === undefined) return 1
  if (right === undefined) return -1
  return left < right ? -1 : 1
}

function isSameFigure(left: ReadFigure, right: ReadFigure): boolean {
  return sameNumber(left.number, right.number) && isSameThing(left, right) && areCompatible(left, right)
}

/** A number without a noun is the same as one with a noun only where it is so large that chance is no reason. */
const tellingNumber = 1_000

/** Both are amounts, or count what was asked for, or their nouns share a stem, or one of them names no noun. */
function isSameThing(left: ReadFigure, right: ReadFigure): boolean {
  const kinds = [left.number.kind, right.number.kind]
  if (kinds.includes('money')) return kinds.every((kind) => kind === 'money')
  if (kinds[0] !== 'count' && kinds[0] === kinds[1] && left.number.unit === right.number.unit) return true
  if ([left.number.unit, right.number.unit].includes(undefined)) return Number(left.number.value) >= tellingNumber
  if (left.countsAsked && right.countsAsked) return true
  const stems = stemsOf(left)
  return stemsOf(right).some((word) => stems.includes(word))
}

function stemsOf({ number, unit }: ReadFigure): readonly string[] {
  return foldWords(number.unit ?? '').map(({ word }) => stem(word, unit.language))
}

/** The periods do not speak against each other: dates agree, names are the same, or one of them is unknown. */
function areCompatible(left: ReadFigure, right: ReadFigure): boolean {
  const [one, other] = [left.period, right.period]
  if (one === undefined || other === undefined) return true
  if (fold(one.text) === fold(other.text)) return true
  if (!isPlaced(one) || !isPlaced(other)) return false
  return datesAgree(one.date, other.date) && sharesPart(one.date, other.date)
}

type Placed = Period & { readonly date: NonNullable<Period['date']> }

/** A date that can be placed, not "last year" or "the sixth term". */
function isPlaced(period: Period): period is Placed {
  return period.date !== undefined && period.date.relative !== true
}

function sharesPart(left: Placed['date'], right: Placed['date']): boolean {
  return (['year', 'month', 'weekday'] as const).some((part) => left[part] !== undefined && left[part] === right[part])
}

/** Another article or speaker gives another figure for the same thing and the same known period. */
function differ(left: ReadFigure, right: ReadFigure): boolean {
  const [one, other] = [left.period, right.period]
  if (one === undefined || other === undefined || sameNumber(left.number, right.number)) return false
  if (left.number.kind !== right.number.kind || left.number.currency !== right.number.currency) return false
  if (left.number.vague === true || right.number.vague === true) return false
  const isSamePeriod =
    isPlaced(one) && isPlaced(other)
      ? dateCovers(one.date, other.date) && dateCovers(other.date, one.date)
      : !isPlaced(one) && !isPlaced(other) && one.date === undefined && fold(one.text) === fold(other.text)
  // "450 dollars a month" and "550 dollars a month" are for two things: only a day or a year makes amounts comparable.
  const isAmount = left.number.kind === 'money' || left.number.kind === 'percent'
  if (!isSamePeriod || (isAmount && !isPlaced(one)) || !sharesNoun(left, right)) return false
  const speakers = [left.source.speaker, right.source.speaker].map((speaker) => fold(speaker?.text ?? ''))
  return articleOf(left.unit) !== articleOf(right.unit) || (speakers[0] !== speakers[1] && !speakers.includes(''))
}

function sharesNoun(left: ReadFigure, right: ReadFigure): boolean {
  if (left.number.kind === 'money' || left.number.kind === 'percent') return true
  return left.number.unit !== undefined && right.number.unit !== undefined && isSameThing(left, right)
}

function toRow(group: readonly ReadFigure[], sourcesDiffer: boolean): FigureRow {
  const [first] = group
  if (first === undefined) throw new RangeError('a row without a source')
  const { number } = first
  const sources = group.map(({ source }) => source)
  const firstOf = (field: 'thing' | 'hedge' | 'speaker' | 'said' | 'period' | 'qualifier'): string | undefined =>
    sources.find((source) => source[field] !== undefined)?.[field]?.text
  const date = group.map((figure) => figure.date).find((known) => known !== undefined)
  const fields = Object.fromEntries(
    (['thing', 'hedge', 'speaker', 'said', 'period', 'qualifier'] as const).flatMap((field) => {
      const value = firstOf(field)
      return value === undefined ? [] : [[field, value]]
    }),
  )
  return {
    figure: first.source.figure.text,
    value: number.text,
    canonical: number.value,
    kind: number.kind,
    ...(number.high !== undefined && { high: number.high }),
    ...(number.currency !== undefined && { currency: number.currency }),
    ...(number.vague === true && { vague: true }),
    approximate: group.some((figure) => figure.number.approximate !== undefined || figure.number.vague === true),
    ...fields,
    ...(date !== undefined && { date }),
    sourcesDiffer,
    sources,
  }
}
