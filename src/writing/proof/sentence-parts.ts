/** Where a sentence may be cut, and what its parts are: by closed classes of words and by its marks. */
import { auxiliaries, conjunctions, prepositions, pronouns } from '../../speech/closed-words.ts'
import type { Language } from '../../types.ts'
import { turns, wordsIn } from './plain-part.ts'

/** Fewer words say nothing by themselves. */
export const fewestWords = 3

/** Offsets of commas outside quotation marks, those of figures aside, and the sentence's own end. */
export function commasOf(text: string): readonly number[] {
  const found: number[] = []
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? ''
    if (mark === '"') depth = depth === 0 ? 1 : 0
    else if (/[“«]/u.test(mark)) depth += 1
    else if (/[”»]/u.test(mark)) depth = Math.max(0, depth - 1)
    else if (mark === ',' && depth === 0 && /\s/u.test(text[at + 1] ?? '')) found.push(at)
  }
  return found
}

export function endOf(text: string): number {
  return text.replace(/[.!\s]+$/u, '').length
}

/** Whether an auxiliary says that it is a clause. */
export function acts(words: string, language: Language): boolean {
  return wordsIn(words).some(
    ({ folded }) => auxiliaries.has(folded) && !(language === 'en' && folded === 'a') && folded !== 'a',
  )
}

export function isFunctionWord(folded: string): boolean {
  return [prepositions, conjunctions, auxiliaries, pronouns].some((list) => list.has(folded))
}

/** It does not begin as half of something. */
export function isWhole(text: string, language: Language): boolean {
  const words = wordsIn(text)
  const [first] = words
  if (first === undefined || words.length < fewestWords) return false
  return !conjunctions.has(first.folded) && !prepositions.has(first.folded) && !turns(first.text, language)
}
