/** The words of a text as a proof compares them: what is left when case, commas and the writing of numbers are no matter. */
import { readSpelledNumber } from '../../figures/number-words.ts'
import type { Language } from '../../types.ts'

/** Words of a sentence in the order in which it may be told. */
export type Telling = readonly string[]

const firstPerson = new Set('i we my our me us mine ours je j nous mon ma mes notre nos moi'.split(' '))
export const speechVerbs: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['said', 'says', 'added']),
  fr: new Set(['dit', 'déclaré', 'ajouté', 'affirmé', 'annoncé']),
}

/** Lower case, number words as digits, "cannot" as "can not"; the marks of a quotation count where somebody says "we". */
export function keysOf(text: string, language: Language): Telling {
  const found =
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/\p{L}+|\p{N}+(?:[.,]\p{N}+)*|[%€$£"“”«»?()-]/gu) ?? []
  const spoken = found.some((word) => firstPerson.has(word))
  const keys: string[] = []
  for (const word of found) {
    if (/^["“”«»]$/.test(word)) {
      if (spoken) keys.push('"')
    } else if (word === 'that' && speechVerbs[language].has(keys.at(-1) ?? '')) continue
    else if (word === 'cannot') keys.push('can', 'not')
    else keys.push(digitsOf(word, language))
  }
  return keys
}

/** From two on: "one" and "un" are often no numbers. */
function digitsOf(word: string, language: Language): string {
  const number = readSpelledNumber([{ folded: word, gap: '' }], language)
  return number !== undefined && number.value > 1 ? String(number.value) : word
}

/** Whether the right has every word of the left, as often. */
export function isWithin(left: Telling, right: Telling): boolean {
  const counts = new Map<string, number>()
  for (const key of right) counts.set(key, (counts.get(key) ?? 0) + 1)
  return left.every((key) => {
    const rest = counts.get(key) ?? 0
    counts.set(key, rest - 1)
    return rest > 0
  })
}
