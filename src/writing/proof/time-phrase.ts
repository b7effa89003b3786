/** The one date of a sentence with its preposition: what may be moved or left out as a whole. */
import { findDates } from '../../figures/dates.ts'
import { foldString } from '../../figures/folded-text.ts'
import { approximation, restrictor } from '../../speech/cuts/turning-words.ts'
import type { Language, Range } from '../../types.ts'

const preposition: Readonly<Record<Language, RegExp>> = {
  en: /(?:^|\s)(?:on|in) $/iu,
  fr: /(?:^|\s)(?:le|en) $|\s$|^$/iu,
}
const goesOn = /^\s*(?:and|or|to|et|ou|à|au)(?!\p{L})/iu

/** Undefined where there are two, where it is quoted, limited ("only on Monday") or belongs to another word ("by Monday"). */
export function datePhrase(text: string, language: Language): Range | undefined {
  const dates = findDates(text, language)
  const [date] = dates
  if (date === undefined || dates.length > 1 || date.precision === 'relative') return undefined
  const found = preposition[language].exec(text.slice(0, date.start).slice(-6))
  if (found === null || goesOn.test(text.slice(date.end))) return undefined
  const start = date.start - found[0].trimStart().length
  const before = foldString(text.slice(0, start))
  const isBare = start === date.start
  // A French date without "le" or "en" stands alone only as a day of the week: "de mai", "dès mai" do not.
  if (
    isBare &&
    language === 'fr' &&
    (date.weekday === undefined ||
      /(?<!\p{L})(?:de|du|des|d'|des|ce|a|au|avant|apres|jusqu'a|depuis|pour|chaque|par)\s$/u.test(before))
  )
    return undefined
  return restrictor.test(before) || approximation.test(before) ? undefined : { start, end: date.end }
}
