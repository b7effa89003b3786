import { monthNumber } from '../../figures/calendar-words.ts'
import { foldWords } from '../../text/fold.ts'
import type { Wording } from './figure-lock.ts'

/** The names of months in a text, whether they are part of a date or not. `month`: 1 to 12. */
export function findMonths({ text, language }: Wording): readonly { readonly month: number; readonly text: string }[] {
  return foldWords(text).flatMap(({ word, start, end }) => {
    const written = text.slice(start, end)
    // "may" and "march" are English words too; French months are written small.
    if (language === 'en' && !/^\p{Lu}/u.test(written)) return []
    // "sept" is seven, "sept." September.
    const month = word === 'sept' && text[end] !== '.' ? undefined : monthNumber(word)
    return month === undefined ? [] : [{ month, text: written }]
  })
}
