/** A sentence without one of its parts: what is left is true wherever the whole is. Each takes and gives whole texts. */
import { findDates } from '../../figures/dates.ts'
import { foldString } from '../../figures/folded-text.ts'
import { findNumbers } from '../../figures/numbers.ts'
import {
  auxiliaries,
  conjunctions,
  determiners,
  possessives,
  prepositions,
  pronouns,
} from '../../speech/closed-words.ts'
import { restrictor } from '../../speech/cuts/turning-words.ts'
import type { Language } from '../../types.ts'
import { isOneClause, isPlain, turns, wordsIn } from './plain-part.ts'
import { datePhrase } from './time-phrase.ts'

/** Fewer words say nothing by themselves. */
const fewestWords = 3
const relative = /^(?:who|which|whose|where|qui|que|qu['’]|dont|où)(?!\p{L})/iu
const name = /^\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*)*$/u

export function withoutPart(text: string, language: Language): readonly string[] {
  return [
    ...withoutDate(text, language),
    ...withoutAside(text, language),
    ...withoutRole(text, language),
    ...withoutClause(text, language),
    ...withoutItem(text, language),
  ]
}

/** "on Wednesday" may go where nothing is denied, weakened or set against another moment. */
function withoutDate(text: string, language: Language): readonly string[] {
  const phrase = datePhrase(text, language)
  if (phrase === undefined || phrase.start === 0 || /["“”«»]/u.test(text) || turns(text, language)) return []
  return [`${text.slice(0, phrase.start).trimEnd()}${text.slice(phrase.end)}`]
}

/** Offsets of commas outside quotation marks, those of figures aside, and the sentence's own end. */
function commasOf(text: string): readonly number[] {
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

function endOf(text: string): number {
  return text.replace(/[.!\s]+$/u, '').length
}

/** ", who …," and ", the mayor," between their commas or at the end; "Its owner, Greta Pell, …" as "Greta Pell …". */
function withoutAside(text: string, language: Language): readonly string[] {
  const commas = commasOf(text)
  const end = endOf(text)
  return commas.flatMap((comma, at): readonly string[] => {
    const next = commas[at + 1]
    const before = text.slice(0, comma)
    const isEnd = next === undefined
    const aside = text.slice(comma + 1, next ?? end).trim()
    const isRelative = relative.test(aside)
    if (!isPlain(aside, language) || /["“”«»;:]/u.test(aside)) return []
    if (!isRelative && !beginsNoun(aside, language, isEnd)) return []
    if (isEnd) return isWhole(before, language) ? [`${before}${text.slice(end)}`] : []
    const rest = text.slice(next + 1)
    // "…, Bax and Mill, closed": the comma may be one of a list.
    const following = commasOf(rest)[0]
    if (
      following !== undefined &&
      !/^,\s(?:and|but|et|mais|who|which|qui|dont|according|selon)(?!\p{L})/iu.test(rest.slice(following))
    )
      return []
    const dropped = [`${before}${rest}`]
    return !isRelative && name.test(aside) && isHolder(before, language) ? [...dropped, `${aside}${rest}`] : dropped
  })
}

/**
 * A name, or a noun with its determiner: "the mayor", "the mayor of Selby", "its rival Ostler", "opened in 1911". Not "the
 * court heard": what has another word behind its noun may have a verb there.
 */
function beginsNoun(words: string, language: Language, isEnd: boolean): boolean {
  if (name.test(words)) return true
  const tokens = wordsIn(words)
  const [first, , third] = tokens
  const last = tokens.at(-1)
  if (first === undefined || last === undefined || acts(words, language)) return false
  const isBounded = last.isCapital || /^\d/u.test(last.folded)
  if (determiners.has(first.folded) || possessives.has(first.folded)) {
    if (tokens.length <= 2 || isBounded) return tokens.length > 1
    return (
      third !== undefined &&
      prepositionsOfNouns.test(third.folded) &&
      isNoun(tokens.slice(3).map(({ folded }) => folded))
    )
  }
  if (isEnd || first.isCapital || isFunctionWord(first.folded) || /^\d/u.test(first.folded)) return false
  return tokens.length === 1 || isBounded || (language === 'fr' && tokens.length === 2)
}

const prepositionsOfNouns = /^(?:of|for|in|at|de|du|des|d['’]|en|à|au|aux)$/u

/** A determiner at most, and a word. */
function isNoun(folded: readonly string[]): boolean {
  const [first = ''] = folded
  return folded.length === 1 || (folded.length === 2 && determiners.has(first)) || /^\d/u.test(first)
}

/** Whether an auxiliary says that it is a clause. */
function acts(words: string, language: Language): boolean {
  return wordsIn(words).some(
    ({ folded }) => auxiliaries.has(folded) && !(language === 'en' && folded === 'a') && folded !== 'a',
  )
}

/** "Its owner", "The mayor's daughter", but not "The daughter of the mayor": there either may be meant. */
function isHolder(before: string, language: Language): boolean {
  const words = wordsIn(before)
  const [first] = words
  if (first === undefined || words.length > 5 || !isPlain(before, language) || restrictor.test(foldString(before)))
    return false
  const opens = determiners.has(first.folded) || possessives.has(first.folded) || /^\S+['’]s?\s/u.test(before)
  return (
    opens && words.slice(1).every(({ folded }) => !/^(?:of|de|du|des|d['’])$/u.test(folded) && !isFunctionWord(folded))
  )
}

function isFunctionWord(folded: string): boolean {
  return [prepositions, conjunctions, auxiliaries, pronouns].some((list) => list.has(folded))
}

/** It does not begin as half of something. */
function isWhole(text: string, language: Language): boolean {
  const words = wordsIn(text)
  const [first] = words
  if (first === undefined || words.length < fewestWords) return false
  return !conjunctions.has(first.folded) && !prepositions.has(first.folded) && !turns(first.text, language)
}

/** "The port operator Marlin Quay said …" as "Marlin Quay said …". */
function withoutRole(text: string, language: Language): readonly string[] {
  const found =
    /^(?:[Tt]he|[Ll][ea]|[Ll]['’])\s?(?<role>\p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,3}) (?<name>\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)+) (?<next>[\p{L}'’-]+)/u.exec(
      text,
    )
  const { role = '', name: named = '', next = '' } = found?.groups ?? {}
  if (found === null || !/^\p{Lu}/u.test(named)) return []
  // A noun behind the name would make both one phrase: "the new Ambry plant".
  const isVerb = auxiliaries.has(foldString(next)) || !isPlain(next, language) || /\p{L}{2}ed$/u.test(next)
  const isRole =
    isPlain(role, language) &&
    !wordsIn(role).some(({ folded }) => restrictor.test(folded)) &&
    !/^(?:only|former|ex|seule?|ancien\p{L}*)(?!\p{L})/iu.test(role)
  const isSingle = wordsIn(role).every(
    ({ folded }) => !isFunctionWord(folded) && !/^(?:of|de|du|des|d['’])$/u.test(folded),
  )
  return isVerb && isRole && isSingle ? [text.slice(text.indexOf(named))] : []
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
