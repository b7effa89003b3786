/** Whether a slice ends inside a figure: "48,6" out of "48,6 milliards" is another figure. */
import { findDates } from '../../figures/dates.ts'
import { findNumbers, type NumberMention, sameNumber } from '../../figures/numbers.ts'
import { blankMarks } from '../../text/source-marks.ts'
import type { Language, Range } from '../../types.ts'

/** Far enough to see the whole of a number, a range or a ratio. UTF-16 units. */
const around = 80

/** A figure or date of which a slice has a part; offsets as in the whole text. */
type CutFigure = Range & { readonly text: string }

/**
 * The figures that begin or end outside the slice and say something else within it, and the days parted from their month.
 * Offsets as in `text`.
 */
export function findCutFigures(text: string, slice: Range, language: Language): readonly CutFigure[] {
  const from = Math.max(0, slice.start - around)
  const to = Math.min(text.length, slice.end + around)
  const window = readableAround(text, from, to)
  const inside = window.slice(slice.start - from, slice.end - from)
  if (!/[\p{N}\p{L}]/u.test(inside)) return []
  let own: readonly NumberMention[] | undefined
  const isCut = ({ start, end }: Range) =>
    start < slice.end && slice.start < end && (start < slice.start || end > slice.end)
  const placed = <T extends Range>(mention: T): T => ({
    ...mention,
    start: mention.start + from,
    end: mention.end + from,
  })
  const dates = findDates(window, language)
    .filter(({ day, month }) => day !== undefined && month !== undefined)
    .map(placed)
    .filter(isCut)
    .filter(({ start, end }) => partsDay(text.slice(Math.max(start, slice.start), Math.min(end, slice.end))))
  const figures = findNumbers(window, language)
    .map(placed)
    .filter(isCut)
    .filter(({ start, end }) =>
      holdsNumber(window.slice(Math.max(start, slice.start) - from, Math.min(end, slice.end) - from), language),
    )
    .filter((mention) => {
      own ??= findNumbers(inside, language)
      return !own.some((found) => sameNumber(found, mention))
    })
  return [...figures, ...dates]
}

/** "26" or "August" of "26 August 2016"; the year alone, or the day without its year, is no other date. */
function partsDay(part: string): boolean {
  const hasDay = /(?<!\d)\d{1,2}(?!\d)/.test(part)
  const hasMonth = /\p{L}{3}/u.test(part)
  return hasDay !== hasMonth && !/^\W*(?:on |le )?(?:\p{L}+day|\p{L}+di|dimanche)\W*$/iu.test(part)
}

/** Marks taken out between a number and its scale: `**48,6** milliards` is one figure. Offsets stay. */
function readableAround(text: string, from: number, to: number): string {
  const blanked = blankMarks(text.slice(from, to))
  // The mark's blank and the space beside it are one space to a reader, and two to the pattern of a number.
  return blanked.replace(/(?<=\d) {2,}(?=[\p{L}%])/gu, (gap) => ` ${'\u00ad'.repeat(gap.length - 1)}`)
}

/** The name of a currency alone is no figure cut short. */
function holdsNumber(part: string, language: Language): boolean {
  return /\p{N}|[mb]illi|thousand|hundred|mille|cent/iu.test(part) || findNumbers(part, language).length > 0
}
