/** Dates as feeds, headers and printed lines write them in words: "Mon, 9 Feb 2026 10:00 EST", "9 févr. 2026". */
import { monthNumber } from '../../src/figures/calendar-words.ts'

const time = String.raw`(?:[T\s,]+(?:at |a )?(?<hour>\d{1,2})[:h](?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<half>[ap]m)?\s*(?<zone>[a-z]{1,5}|[+-]\d{2}:?\d{2})?(?:\s*\([a-z ]+\))?)?`
const dayFirst = new RegExp(
  String.raw`^(?:[a-z]+\.?,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th|er)?[\s-]+(?<month>[a-z]{3,})\.?,?[\s-]+(?<year>\d{4}|\d{2})${time}$`,
)
const monthFirst = new RegExp(
  String.raw`^(?:[a-z]+\.?,?\s+)?(?<month>[a-z]{3,})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${time}$`,
)
const numbers = new RegExp(
  String.raw`^(?<first>\d{1,4})(?<mark>[/.-])(?<second_>\d{1,2})\k<mark>(?<third>\d{2,4})${time}$`,
)
/** Hours from Greenwich; a name that stands for several (IST) is not among them. */
const zones: Readonly<Record<string, number>> = {
  ...{ z: 0, gmt: 0, utc: 0, ut: 0, wet: 0, cet: 1, cest: 2, eet: 2, eest: 3 },
  ...{ est: -5, edt: -4, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
}

/**
 * A date or timestamp in ISO 8601; undefined for a day that does not exist and for one that can be read in two ways
 * ("09/02/2026" is February in France and September in America). The day alone where the time's zone is not known.
 */
export function readWrittenDate(written: string): string | undefined {
  if (written.length > 80) return undefined
  const plain = written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()
  const groups = (dayFirst.exec(plain) ?? monthFirst.exec(plain))?.groups
  if (groups !== undefined) {
    const month = monthNumber(groups['month'] ?? '')
    return month === undefined ? undefined : stamp(fullYear(groups['year']), month, Number(groups['day']), groups)
  }
  const figures = numbers.exec(plain)?.groups
  return figures === undefined ? undefined : readFigures(figures)
}

type Groups = Readonly<Record<string, string | undefined>>

function readFigures(groups: Groups): string | undefined {
  const [first = 0, second = 0, third = 0] = [groups['first'], groups['second_'], groups['third']].map(Number)
  if ((groups['first'] ?? '').length === 4) return stamp(first, second, third, groups)
  if ((groups['third'] ?? '').length !== 4) return undefined
  if (first > 12) return stamp(third, second, first, groups)
  if (second > 12 || first === second) return stamp(third, first, second, groups)
  return undefined
}

function stamp(year: number, month: number, day: number, groups: Groups): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || date.getUTCFullYear() !== year) return undefined
  const only = date.toISOString().slice(0, 10)
  const offset = offsetOf(groups['zone'])
  if (groups['hour'] === undefined || offset === undefined) return only
  const hour = (Number(groups['hour']) % (groups['half'] === undefined ? 24 : 12)) + (groups['half'] === 'pm' ? 12 : 0)
  date.setUTCHours(hour, Number(groups['minute']), Number(groups['second'] ?? 0))
  return `${new Date(date.getTime() - offset * 60_000).toISOString().slice(0, 19)}Z`
}

/** Minutes from Greenwich; undefined when they are not known. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone) ?? []
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  const named = Object.hasOwn(zones, zone) ? zones[zone] : undefined
  return named === undefined ? undefined : named * 60
}

function fullYear(year = ''): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}
