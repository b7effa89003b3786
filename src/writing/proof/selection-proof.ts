/** The proof that a claim is a selection of the words cited: each of its sentences is a telling of one of theirs. */
import { determiners, possessives, pronouns } from '../../speech/closed-words.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { Language } from '../../types.ts'
import type { Wording } from '../../verify/locks/figure-lock.ts'
import { longestClaim } from '../plain-text-lock.ts'
import type { ClaimFailure } from '../types.ts'
import { keysOf } from './keys.ts'
import { isAttributed, isPlain, wordsIn } from './plain-part.ts'
import { type CitedSentence, isToldBy } from './tellings.ts'

/** Where a sentence is said to come from the article cited, nothing is added to it. */
const fromArticle: Readonly<Record<Language, RegExp>> = {
  en: /^according to the article,\s/i,
  fr: /^selon l['’]article,\s/i,
}

/**
 * Every sentence of the claim must be one telling of one sentence cited, or two of them joined with "and". Across languages
 * nothing here can prove who does what to whom, so the claim gives way to its quote. `sentences` are whole, in reading order.
 */
export function proveSelection(claim: Wording, sentences: readonly CitedSentence[]): readonly ClaimFailure[] {
  const fail = (words: string, why: string): readonly ClaimFailure[] => [{ lock: 'support', words, why }]
  if (sentences.some(({ language }) => language !== claim.language)) {
    return fail(
      claim.text.slice(0, longestClaim),
      'a claim in another language than its words cannot be proven by them',
    )
  }
  const { language } = claim
  if (claim.text.length > longestClaim) return fail('', `it is longer than ${longestClaim} characters`)
  const text = claim.text.replace(fromArticle[language], '')
  const tellerOf = (words: string) => findTeller({ text: words, language }, sentences)
  if (tellerOf(text) !== -1) return []
  let last: number | undefined
  for (const { start, end } of splitSentences(text, language)) {
    const words = text.slice(start, end)
    const teller = tellerOf(words)
    const isFree = last === undefined || !pointsBack(words) || isRightBehind(last, teller, sentences)
    if (teller === -1 ? !isJoined({ text: words, language }, sentences) : !isFree)
      return fail(words, 'it is no selection of the words cited, in their order')
    last = teller
  }
  return []
}

/** @returns the position of the sentence that the words tell, else -1. */
function findTeller({ text, language }: Wording, sentences: readonly CitedSentence[]): number {
  const exact = sentences.findIndex((sentence) => sentence.text === text)
  return exact === -1 ? sentences.findIndex((sentence) => isToldBy(keysOf(text, language), sentence)) : exact
}

/** What "it" or "her" means is told by the sentence before. */
function isRightBehind(first: number, second: number, sentences: readonly CitedSentence[]): boolean {
  return second === first + 1 && sentences[second]?.isNext === true
}

/**
 * Two tellings and an "and" between them. The first is plain, so that no condition and no speaker of it governs the second;
 * nobody is named behind the second who would then say both; what points back stands right behind what it points to.
 */
function isJoined({ text, language }: Wording, sentences: readonly CitedSentence[]): boolean {
  const joint = language === 'en' ? /,?\sand\s/gu : /,?\set\s/gu
  return [...text.matchAll(joint)].some((match) => {
    const [left, right] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
    if (!isPlain(left, language) || isSaidBehind(right, language)) return false
    const [first, second] = [left, right].map((words) =>
      sentences.findIndex((sentence) => isToldBy(keysOf(words, language), sentence)),
    )
    if (first === undefined || second === undefined || first === -1 || second === -1) return false
    return isRightBehind(first, second, sentences) || (second !== first && !pointsBack(right))
  })
}

function isSaidBehind(text: string, language: Language): boolean {
  const comma = text.search(/,[^,]*$/u)
  return comma !== -1 && isAttributed(text.slice(comma), language)
}

function pointsBack(text: string): boolean {
  return wordsIn(text).some(
    ({ folded }) =>
      pronouns.has(folded) ||
      possessives.has(folded) ||
      (/^(?:this|these|that|those|ce|cet|cette|ces)$/u.test(folded) && determiners.has(folded)),
  )
}
