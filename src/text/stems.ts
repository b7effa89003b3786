/** Word stems by Snowball's rules, remembered: the same words come again and again. */
import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { LRUCache } from 'lru-cache'
import type { Language } from '../types.ts'

const stemmers: Readonly<Record<Language, (word: string) => string>> = { en: stemEnglish, fr: stemFrench }
const remembered = new LRUCache<string, string>({ max: 50_000 })

/** The stem of a folded word. Accents are gone by then, so that texts with and without them meet. */
export function stem(word: string, language: Language): string {
  const key = `${language} ${word}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const found = stemmers[language](word)
  remembered.set(key, found)
  return found
}
