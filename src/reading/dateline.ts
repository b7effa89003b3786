/** The day of publication as an article prints it: above or below its headline, or before its first words. */
import { type DateMention, findDates } from '../figures/dates.ts'
import type { Language } from '../types.ts'

type Dates = { readonly published?: string; readonly updated?: string }

const updatedWord =
  /(?:updated?|last modified|modified|amended|corrected|mise? à jour|modifiée?|actualisée?|corrigée?)\P{L}*(?:\p{L}{1,3}\P{L}*){0,3}$/iu
const publishedWord =
  /(?:published|posted|first published|issued|released|created|date|publiée?|parue?|postée?|mise? en ligne|rédigée?|écrite?)\P{L}*(?:\p{L}{1,3}\P{L}*){0,3}$/iu
/** What may stand beside a date that stands alone: the time, its zone, how long it takes to read. */
const besides =
  /(?<![\p{L}\p{N}])(?:\d{1,2}\s*(?:[:h.]\s*\d{0,2}(?:\s*[ap]\.?m\.?)?|[ap]\.?m\.?)|GMT|UTC|[CEPMBAI][EDS]?[SD]?T|at|à|le|on|the|du|of|heures?|o'clock|\d+\s*min(?:utes?)?(?: (?:read|de lecture))?|reading time|temps de lecture|lecture)(?![\p{L}\p{N}])/giu
const byline = /^(?:by|par)\s.{3,60}?(?=[,|·•–—-]|\d|$)/iu
const agency = /^\p{Lu}[\p{L}\p{M}.'’ -]{1,40}(?:, \p{L}[\p{L}. ]{1,30})?(?:\s*[,(]\s*|\s+)/u
/** Lines that are looked at: an article says it at its beginning or nowhere. */
const mostLines = 12
const longestLine = 140
const mostWords = 4

/**
 * @param lines the first of the article, headline and bylines included. A date counts when its day, month and year stand
 * there in one way of reading; "03/04/2026" and a weekday that is another day's are unknown.
 */
export function readDateline(lines: readonly string[], language: Language): Dates {
  const dates: { published?: string; updated?: string } = {}
  for (const written of lines.slice(0, mostLines)) {
    const line = written.replace(/^(?:#{1,6} |- |\* )/u, '').trim()
    const isShort = line.length <= longestLine && !/[\p{Ll}\d]{2}\.\s+\p{Lu}/u.test(line)
    for (const mention of isShort ? findDates(line, language) : []) {
      const day = wholeDay(mention)
      if (day === undefined) continue
      const before = line.slice(0, mention.start)
      if (updatedWord.test(before)) dates.updated ??= day
      else if (publishedWord.test(before) || standsAlone(partOf(line, mention))) dates.published ??= day
    }
    const opening = openingDay(line, language)
    if (opening !== undefined) dates.published ??= opening
  }
  return dates
}

/** "OSTREL, 3 March 2026 (AP) – The quay …" */
function openingDay(line: string, language: Language): string | undefined {
  const place = agency.exec(line)?.[0]
  if (place === undefined) return undefined
  const [mention] = findDates(line.slice(0, 120), language)
  if (mention === undefined || mention.start > place.length + 4) return undefined
  const isDateline = /^\s*\)?\s*(?:\([^()]{2,30}\)|[/,]\s*[\p{Lu}\d/. -]{2,20})?\s*[-–—:]{1,2}\s/u.test(
    line.slice(mention.end),
  )
  return isDateline ? wholeDay(mention) : undefined
}

/** What is said of another date on the same line has its own word before it. */
function partOf(line: string, { end }: DateMention): string {
  const next = /[,;|·•–—(-]\s*(?:updated?|last modified|modified|mise? à jour|modifiée?|actualisée?)/iu.exec(
    line.slice(end),
  )
  return next === null ? line : line.slice(0, end + next.index)
}

/** Nothing else is said on the line. */
function standsAlone(line: string): boolean {
  const dates = [...findDates(line, 'en'), ...findDates(line, 'fr')].map(({ text }) => text)
  const [longest = ''] = dates.toSorted((left, right) => right.length - left.length)
  const rest = line.replace(longest, ' ').replace(byline, ' ').replace(besides, ' ')
  const words = rest.match(/\p{L}[\p{L}\p{M}'’.-]*/gu) ?? []
  // A town, or the name of the paper.
  return words.length <= mostWords && words.every((word) => /^\p{Lu}/u.test(word))
}

function wholeDay({ year, month, day, precision, weekday, text }: DateMention): string | undefined {
  if (precision !== 'day' || year === undefined || month === undefined || day === undefined) return undefined
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}$/u.exec(text.trim())
  if (parts !== null && Number(parts[1]) <= 12 && Number(parts[3]) <= 12 && parts[1] !== parts[3]) return undefined
  if (parts !== null && !/\d{4}$/u.test(text)) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  const isItsDay = weekday === undefined || weekday === (date.getUTCDay() || 7)
  return isReal && isItsDay ? date.toISOString().slice(0, 10) : undefined
}
