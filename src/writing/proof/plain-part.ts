/** Whether words may be left out, or stand without the rest: nothing in them denies, limits, doubts, sets against or takes back. */
import { foldString } from '../../figures/folded-text.ts'
import { conjunctions, determiners, isSayingVerb, joiners, prepositions } from '../../speech/closed-words.ts'
import { concession, condition, contrast, exception, irony, reversal } from '../../speech/cuts/turning-words.ts'
import { tokensOf } from '../../speech/tokens.ts'
import type { Language } from '../../types.ts'
import { findHedges } from '../../verify/locks/hedges.ts'

const turning: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:only|unless|until|except|before|after|since|provided|later|however|but|instead|false|wrong(?:ly)?|\?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:seule?s?|seulement|sauf|jusqu|avant|après|depuis|condition|pourvu|ensuite|mais|toutefois|cependant|faux|que si|tort)(?!\p{L})/iu,
}

export function turns(text: string, language: Language): boolean {
  return turning[language].test(text) || findHedges(text, language).some(({ kind }) => kind !== 'attribution')
}

/** Nothing in it turns what stands beside it, and nothing gives it to somebody. */
export function isPlain(text: string, language: Language): boolean {
  if (turns(text, language) || isAttributed(text, language)) return false
  const folded = foldString(text)
  return ![condition, exception, contrast, concession, reversal, irony].some((pattern) => pattern.test(folded))
}

export function isAttributed(text: string, language: Language): boolean {
  return (
    findHedges(text, language).some(({ kind }) => kind === 'attribution') ||
    wordsIn(text).some(({ folded }) => isSayingVerb(folded) || inverted.test(folded))
  )
}

/** "dit-elle", "a-t-il". */
const inverted = /-(?:t-)?(?:il|elle|on|ils|elles|je|nous)$/u
const relative = /^(?:who|qui|que|qu['’]|où)$/u

/** One clause at most: no conjunction, no colon, nothing quoted. */
export function isOneClause(text: string): boolean {
  return (
    !/["“”«»;:]/u.test(text) && wordsIn(text).every(({ folded }) => !conjunctions.has(folded) && !relative.test(folded))
  )
}

/** An infinitive or a gerund of its own: "forgot to lock", "accused of taking", "accusé d'avoir pris". */
export function hasNonFinite(text: string, language: Language): boolean {
  const words = wordsIn(text)
  return words.some(({ folded }, at) => {
    const next = words[at + 1]
    if (next === undefined || next.isCapital || determiners.has(next.folded)) return false
    if (language === 'en')
      return folded === 'to' || ((prepositions.has(folded) || joiners.has(folded)) && next.folded.endsWith('ing'))
    return /^(?:de|d['’]|à|pour|sans)$/u.test(folded) && /(?:er|ir|re|oir)$/u.test(next.folded)
  })
}

export function wordsIn(text: string) {
  return tokensOf(text, { start: 0, end: text.length }).filter(
    ({ isWord, folded }) => isWord || /^(?:\p{L}+['’])$/u.test(folded),
  )
}
