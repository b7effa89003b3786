/** A sentence without one of its parts: what is left is true wherever the whole is. Each takes and gives whole texts. */
import { foldString } from '../../figures/folded-text.ts'
import { auxiliaries, determiners, possessives } from '../../speech/closed-words.ts'
import { restrictor } from '../../speech/cuts/turning-words.ts'
import type { Language } from '../../types.ts'
import { withoutJoined } from './leave-out-joined.ts'
import { isPlain, turns, wordsIn } from './plain-part.ts'
import { acts, commasOf, endOf, isFunctionWord, isWhole } from './sentence-parts.ts'
import { datePhrase } from './time-phrase.ts'

const relative = /^(?:who|which|whose|where|qui|que|qu['’]|dont|où)(?!\p{L})/iu
const name = /^\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*)*$/u

export function withoutPart(text: string, language: Language): readonly string[] {
  return [
    ...withoutDate(text, language),
    ...withoutAside(text, language),
    ...withoutRole(text, language),
    ...withoutJoined(text, language),
  ]
}

/** "on Wednesday" may go where nothing is denied, weakened or set against another moment. */
function withoutDate(text: string, language: Language): readonly string[] {
  const phrase = datePhrase(text, language)
  if (phrase === undefined || phrase.start === 0 || /["“”«»]/u.test(text) || turns(text, language)) return []
  return [`${text.slice(0, phrase.start).trimEnd()}${text.slice(phrase.end)}`]
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
