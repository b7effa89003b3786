/** A sentence with one of its parts in another place, where its meaning does not hang on the place. */
import { conjunctions, isSayingVerb } from '../../speech/closed-words.ts'
import type { Language } from '../../types.ts'
import { findHedges } from '../../verify/locks/hedges.ts'
import { keysOf, speechVerbs, type Telling } from './keys.ts'
import { hasNonFinite, isAttributed, isOneClause, isPlain, turns, wordsIn } from './plain-part.ts'
import { datePhrase } from './time-phrase.ts'

const accordingTo: Readonly<Record<Language, readonly string[]>> = { en: ['according', 'to'], fr: ['selon'] }
/** Words of an attribution: "the team's leader, Arun Tejada, said". */
const longestAttribution = 14

export function withPartMoved(text: string, language: Language): readonly Telling[] {
  return [
    ...withAttributionMoved(text, language),
    ...withDateMoved(text, language),
    ...withConditionMoved(text, language),
  ]
}

/** `"…", said X` as `X said "…"`; "…, X said" as "X said …"; "According to X, …" as "…, according to X", and back. */
function withAttributionMoved(text: string, language: Language): readonly Telling[] {
  const moved: Telling[] = []
  const start = keysOf(text, language)
  const lead = accordingTo[language]
  const isLead = (words: Telling) => lead.every((word, at) => words[at] === word)
  if (isLead(start)) {
    // "According to Ann Kerrow, the mayor, Max Dunn lied": of two commas either may end it.
    const commas = [...text.matchAll(/,\s/gu)]
    for (const { index } of commas.length === 1 ? commas : []) {
      const [attribution, rest] = [text.slice(0, index), text.slice(index + 1)]
      if (isSource(attribution, language)) moved.push([...keysOf(rest, language), ...keysOf(attribution, language)])
    }
  }
  for (const at of splitsOf(text)) {
    const [head, rest] = [text.slice(0, at), text.slice(at)]
    const tail = keysOf(rest, language)
    if (!isSource(rest, language)) continue
    if (isLead(tail)) {
      moved.push([...tail, ...keysOf(head, language)])
      continue
    }
    const auxiliary = language === 'fr' && tail[0] === 'a' ? 1 : 0
    const verb = tail.slice(0, auxiliary + 1)
    if (tail.length > auxiliary + 1 && isSaying(tail[auxiliary] ?? '', language))
      moved.push([...tail.slice(auxiliary + 1), ...verb, ...keysOf(head, language)])
    // "…, Arun Tejada said": the words before the verb are its subject.
    else if (wordsIn(rest).some(({ folded }) => isSayingVerb(folded))) moved.push([...tail, ...keysOf(head, language)])
  }
  return moved
}

function isSaying(word: string, language: Language): boolean {
  return speechVerbs[language].has(word) || wordsIn(word).some(({ folded }) => isSayingVerb(folded))
}

/** Behind the closing mark of the last quotation; without one, behind any comma. */
function splitsOf(text: string): readonly number[] {
  const closed = Math.max(text.lastIndexOf('"'), text.lastIndexOf('”'), text.lastIndexOf('»'))
  if (closed !== -1) {
    const quotations = text.match(/["“”«»]/gu)?.length ?? 0
    return quotations === 2 ? [closed + 1] : []
  }
  return [...text.matchAll(/,\s/gu)].map(({ index }) => index + 1)
}

/** One who says something, and nothing else: no second clause, nothing denied or doubted. */
function isSource(words: string, language: Language): boolean {
  return (
    wordsIn(words).length <= longestAttribution &&
    isOneClause(words) &&
    !findHedges(words, language).some(({ kind }) => kind !== 'attribution')
  )
}

/** A date to the front of its clause, or from there into it: no conjunction, quotation or other moment lies between. */
function withDateMoved(text: string, language: Language): readonly Telling[] {
  const phrase = datePhrase(text, language)
  if (phrase === undefined) return []
  const words = keysOf(text.slice(phrase.start, phrase.end), language)
  const [before, after] = [text.slice(0, phrase.start), text.slice(phrase.end)]
  if (phrase.start > 0)
    return isCrossed(before, language) ? [[...words, ...keysOf(before, language), ...keysOf(after, language)]] : []
  const rest = after.replace(/^,?\s+/u, '')
  return endsOfWords(rest)
    .filter((end) => isCrossed(rest.slice(0, end), language))
    .map((end) => [...keysOf(rest.slice(0, end), language), ...words, ...keysOf(rest.slice(end), language)])
}

/** Commas only around a name. */
function isCrossed(words: string, language: Language): boolean {
  const bare = words.replace(/,\s\p{Lu}[^,]*,/gu, ' ')
  return isOneClause(bare) && !bare.includes(',') && !turns(bare, language) && !hasNonFinite(bare, language)
}

function endsOfWords(text: string): readonly number[] {
  return wordsIn(text).map(({ end }) => end)
}

/** "B if A" as "If A, B", where no one says it and nothing else joins clauses. */
function withConditionMoved(text: string, language: Language): readonly Telling[] {
  const joints = wordsIn(text).filter(({ folded }) => conjunctions.has(folded))
  const [joint] = joints
  const isCondition = joint !== undefined && /^(?:if|unless|si)$/u.test(joint.folded)
  if (joints.length !== 1 || !isCondition || joint.start === 0 || /[,;:"“”«»?]/u.test(text)) return []
  const [head, tail] = [text.slice(0, joint.start), text.slice(joint.start)]
  if (
    isAttributed(head, language) ||
    !isPlain(head.replace(/(?<!\p{L})(?:may|might|could|would)(?!\p{L})/giu, ' '), language)
  )
    return []
  return [[...keysOf(tail, language), ...keysOf(head, language)]]
}
