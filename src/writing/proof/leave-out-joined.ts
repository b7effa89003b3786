/** A sentence without one of the things that it joins: a clause, or an item of a list. */
import { findDates } from '../../figures/dates.ts'
import { findNumbers } from '../../figures/numbers.ts'
import { conjunctions, determiners, possessives, pronouns } from '../../speech/closed-words.ts'
import type { Language } from '../../types.ts'
import { isOneClause, isPlain, turns, wordsIn } from './plain-part.ts'
import { acts, endOf, fewestWords, isWhole } from './sentence-parts.ts'

export function withoutJoined(text: string, language: Language): readonly string[] {
  return [...withoutClause(text, language), ...withoutItem(text, language)]
}

/** One of two independent clauses, where the other takes nothing back; the second only where nothing of the first governs it. */
function withoutClause(text: string, language: Language): readonly string[] {
  if (/["“”«»]/u.test(text)) return []
  const end = endOf(text)
  const found = language === 'en' ? /;\s|,?\sand\s/gu : /;\s|,?\set\s/gu
  return [...text.matchAll(found)].flatMap((match): readonly string[] => {
    const [first, second] = [text.slice(0, match.index), text.slice(match.index + match[0].length, end)]
    const isMarked = /^[;,]/u.test(match[0])
    if (!isMarked && !parts(text, match.index, match[0].length, language)) return []
    const kept: string[] = []
    if (isMarked ? !turns(text.slice(match.index), language) : isPlain(second, language) && isWhole(first, language))
      kept.push(first)
    if (isMarked && isPlain(first, language) && isOneClauseFirst(first) && hasSubject(second)) kept.push(second)
    return kept
  })
}

function isOneClauseFirst(first: string): boolean {
  return isOneClause(first.replace(/,[^,]*,/gu, ' ')) && !/;/u.test(first)
}

/** A noun phrase of its own: "and it pays them" speaks of what stands before. */
function hasSubject(clause: string): boolean {
  const words = wordsIn(clause)
  const [first, second] = words
  if (first === undefined || second === undefined || words.length < fewestWords + 1) return false
  // "… wants the mill to close, and the owner to pay": the verb of the first.
  if (words.slice(1, 4).some(({ folded }) => /^(?:to|de|d['’]|à)$/u.test(folded))) return false
  const opens =
    first.isCapital || (determiners.has(first.folded) && !/^(?:the|a|an|les?|la|une?|des)$/u.test(second.folded))
  return opens && !possessives.has(first.folded)
}

/** They need all that is joined behind them. */
const pairing = /(?<!\p{L})(?:between|among|entre|parmi|both|either|together|ensemble)(?!\p{L})/iu

/** Whether an "and" without a comma joins two things that stand for themselves: no figure, date or name goes across it. */
function parts(text: string, index: number, length: number, language: Language): boolean {
  const [before, after] = [text.slice(0, index), text.slice(index + length)]
  if (pairing.test(before)) return false
  // "Two and a half": the figure ends behind it.
  if ([...findNumbers(before, language)].some(({ end }) => end === before.length)) return false
  if (/\p{Lu}[\p{L}'’-]*$/u.test(before) && /^\p{Lu}/u.test(after)) return false
  return ![...findNumbers(text, language), ...findDates(text, language)].some(
    ({ start, end }) => start < index && end > index + length,
  )
}

/**
 * A list without one of its later items. Not where a figure outside of them counts them together: "sold bread, milk and
 * eggs for 14 pounds".
 */
function withoutItem(text: string, language: Language): readonly string[] {
  const join = language === 'en' ? 'and' : 'et'
  const list = new RegExp(`(?<items>(?:,\\s[^,;:"“”«»]{1,40}?)+)(?<last>,?\\s${join}\\s)`, 'gu')
  const end = endOf(text)
  return [...text.matchAll(list)].flatMap((match): readonly string[] => {
    const { items = '', last = '' } = match.groups ?? {}
    const start = match.index
    const before = text.slice(0, start)
    const after = text.slice(start + items.length + last.length, end)
    if (pairing.test(before)) return []
    const each = items.split(/,\s/u).slice(1)
    if (!each.every((item) => isItem(item, language)) || /["“”«»]/u.test(text)) return []
    if (!countsApart(before, each, after, language)) return []
    const without = each.map((_, at) => {
      const rest = each.filter((__, position) => position !== at).map((item) => `, ${item}`)
      return `${before}${rest.join('')}${text.slice(start + items.length)}`
    })
    const isLastShort = isItem(after, language) && !last.startsWith(',')
    const others = each.slice(0, -1).map((item) => `, ${item}`)
    const lastDropped = isLastShort ? [`${before}${others.join('')} ${join} ${each.at(-1)}${text.slice(end)}`] : []
    return [...without, ...lastDropped]
  })
}

function isItem(words: string, language: Language): boolean {
  const tokens = wordsIn(words)
  return (
    tokens.length > 0 &&
    tokens.length <= 4 &&
    isPlain(words, language) &&
    !acts(words, language) &&
    tokens.every(({ folded }) => !pronouns.has(folded) && !conjunctions.has(folded))
  )
}

function countsApart(before: string, items: readonly string[], after: string, language: Language): boolean {
  const isFigure = (words: string) => findNumbers(words, language).length > 0
  const ownsFigure = (words: string) =>
    /^(?:\d|\p{Sc})/u.test(words) || determiners.has(wordsIn(words)[0]?.folded ?? '') || isFigureFirst(words, language)
  if (isFigure(before)) return items.every(ownsFigure) && ownsFigure(after) && !isFigure(after.replace(/^\S+/u, ''))
  return !isFigure(after)
}

function isFigureFirst(words: string, language: Language): boolean {
  return findNumbers(words, language).some(({ start }) => start === 0)
}
