import { findDates } from '../../figures/dates.ts'
import type { Language, Range } from '../../types.ts'

/** "OSLO, 3 May - ": the place and date before the first words of an article; undefined where none stands there. */
export function openingDateline(text: string, language: Language): Range | undefined {
  const match = /^\p{Lu}[^.!?\n]{0,70}?\s[-–—]\s/u.exec(text)
  if (match === null || findDates(match[0], language).length === 0) return undefined
  return { start: 0, end: match[0].length }
}
