/** Whether a slice ends inside a figure: "48,6" out of "48,6 milliards" is another figure. */
import { findNumbers, type NumberMention, sameNumber } from '../figures/numbers.ts'
import type { Language, Range } from '../types.ts'

/** Far enough to see the whole of a number, a range or a ratio. UTF-16 units. */
const around = 80

/** The figures that begin or end outside the slice and say something else within it. Offsets as in `text`. */
export function findCutFigures(text: string, slice: Range, language: Language): readonly NumberMention[] {
  const from = Math.max(0, slice.start - around)
  const to = Math.min(text.length, slice.end + around)
  const inside = text.slice(slice.start, slice.end)
  if (!/[\p{N}\p{L}]/u.test(inside)) return []
  let own: readonly NumberMention[] | undefined
  return findNumbers(text.slice(from, to), language)
    .map((mention) => ({ ...mention, start: mention.start + from, end: mention.end + from }))
    .filter(({ start, end }) => start < slice.end && slice.start < end && (start < slice.start || end > slice.end))
    .filter(({ start, end }) =>
      holdsNumber(text.slice(Math.max(start, slice.start), Math.min(end, slice.end)), language),
    )
    .filter((mention) => {
      own ??= findNumbers(inside, language)
      return !own.some((found) => sameNumber(found, mention))
    })
}

/** The name of a currency alone is no figure cut short. */
function holdsNumber(part: string, language: Language): boolean {
  return /\p{N}|[mb]illi|thousand|hundred|mille|cent/iu.test(part) || findNumbers(part, language).length > 0
}
