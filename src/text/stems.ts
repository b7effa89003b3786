/** Word stems by Snowball's rules, remembered: the same words come again and again. */
import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import type { Language } from '../types.ts'

const stemmers: Readonly<Record<Language, (word: string) => string>> = { en: stemEnglish, fr: stemFrench }
/** Then a language's begin anew: telling which was used last would take longer than the rest of the search. */
const most = 25_000
const remembered: Readonly<Record<Language, Map<string, string>>> = { en: new Map(), fr: new Map() }

/** The stem of a folded word. Accents are gone by then, so that texts with and without them meet. */
export function stem(word: string, language: Language): string {
  const stems = remembered[language]
  const known = stems.get(word)
  if (known !== undefined) return known
  const found = stemmers[language](word)
  if (stems.size >= most) stems.clear()
  stems.set(word, found)
  return found
}
