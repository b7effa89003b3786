/** The proof that a claim is a selection of the words cited: the same words in the same order, nothing lost that turns them. */
import { findDates } from '../figures/dates.ts'
import { readSpelledNumber } from '../figures/number-words.ts'
import { splitSentences } from '../text/sentences.ts'
import type { Language } from '../types.ts'
import type { Wording } from '../verify/locks/figure-lock.ts'
import { findHedges } from '../verify/locks/hedges.ts'
import type { ClaimFailure } from './types.ts'

/** Words of a sentence in the order in which it may be told. */
type Telling = readonly string[]

const firstPerson = new Set('i we my our me us mine ours je j nous mon ma mes notre nos moi'.split(' '))
const speechVerbs: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['said', 'says', 'added']),
  fr: new Set(['dit', 'déclaré', 'ajouté', 'affirmé', 'annoncé']),
}
const accordingTo: Readonly<Record<Language, readonly string[]>> = { en: ['according', 'to'], fr: ['selon'] }
/** Where a sentence is said to come from the article cited, nothing is added to it. */
const fromArticle: Readonly<Record<Language, RegExp>> = {
  en: /^according to the article,\s/i,
  fr: /^selon l['’]article,\s/i,
}

/**
 * Every sentence of the claim must be one telling of one sentence cited. Across languages nothing here can prove who does
 * what to whom, so the claim gives way to its quote. `sentences` are the whole sentences cited.
 */
export function proveSelection(claim: Wording, sentences: readonly Wording[]): readonly ClaimFailure[] {
  const fail = (words: string, why: string): readonly ClaimFailure[] => [{ lock: 'support', words, why }]
  if (sentences.some(({ language }) => language !== claim.language)) {
    return fail(claim.text, 'a claim in another language than its words cannot be proven by them')
  }
  const tellings = sentences.flatMap(tellingsOf)
  const known = new Set(tellings.map((words) => words.join(' ')))
  const text = claim.text.replace(fromArticle[claim.language], '')
  if (known.has(keysOf(text, claim.language).join(' '))) return []
  for (const { start, end } of splitSentences(text, claim.language)) {
    const words = text.slice(start, end)
    const said = keysOf(words, claim.language).join(' ')
    if (!known.has(said)) return fail(words, 'it is no selection of the words cited, in their order')
  }
  return []
}

/** All that the sentence may be told as: whole, its attribution moved, a date or an independent clause left out. */
function tellingsOf({ text, language }: Wording): readonly Telling[] {
  const whole = [text, ...withoutDate(text, language), ...withoutClause(text, language)]
  return whole.flatMap((words) => [keysOf(words, language), ...withAttributionMoved(words, language)])
}

/** Lower case, number words as digits, "cannot" as "can not"; the marks of a quotation count where somebody says "we". */
function keysOf(text: string, language: Language): Telling {
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

/** `"…", said X` as `X said "…"`; "According to X, …" as "…, according to X", and back. */
function withAttributionMoved(text: string, language: Language): readonly Telling[] {
  const moved: Telling[] = []
  const start = keysOf(text, language)
  const lead = accordingTo[language]
  const comma = text.indexOf(',')
  if (comma !== -1 && lead.every((word, at) => start[at] === word)) {
    const [attribution, rest] = [text.slice(0, comma), text.slice(comma + 1)]
    moved.push([...keysOf(rest, language), ...keysOf(attribution, language)])
  }
  const last = text.lastIndexOf(',')
  const ends = Math.max(last, text.lastIndexOf('"'), text.lastIndexOf('”'), text.lastIndexOf('»'))
  if (ends === -1) return moved
  const [head, tail] = [text.slice(0, ends + 1), keysOf(text.slice(ends + 1), language)]
  if (lead.every((word, at) => tail[at] === word)) moved.push([...tail, ...keysOf(head, language)])
  const auxiliary = language === 'fr' && tail[0] === 'a' ? 1 : 0
  if (tail.length <= auxiliary + 1 || !speechVerbs[language].has(tail[auxiliary] ?? '')) return moved
  const verb = tail.slice(0, auxiliary + 1)
  moved.push([...tail.slice(auxiliary + 1), ...verb, ...keysOf(head, language)])
  return moved
}

/** "on Wednesday" may go where nothing is denied, weakened or set against another moment. */
function withoutDate(text: string, language: Language): readonly string[] {
  const dates = findDates(text, language)
  const [date] = dates
  if (date === undefined || dates.length > 1 || /["“”«»]/.test(text) || turns(text, language)) return []
  const before = text.slice(0, date.start)
  const preposition = language === 'en' ? /\s(?:on|in) $/i : /\s(?:le|en) $|\s$/i
  const found = preposition.exec(before.slice(-6))
  if (found === null || /^\s*(?:and|or|to|et|ou|à|au)(?!\p{L})/iu.test(text.slice(date.end))) return []
  return [`${before.slice(0, before.length - found[0].length)}${text.slice(date.end)}`]
}

/** The first of two independent clauses, where the second takes nothing back. */
function withoutClause(text: string, language: Language): readonly string[] {
  if (/["“”«»]/.test(text)) return []
  const found = (language === 'en' ? /;\s|,\sand\s/ : /;\s|,\set\s/).exec(text)
  if (found === null || turns(text.slice(found.index), language)) return []
  return [text.slice(0, found.index)]
}

const turning: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:only|unless|until|except|before|after|since|provided|later|however|but|instead|false|wrong(?:ly)?|\?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:seule?s?|seulement|sauf|jusqu|avant|après|depuis|condition|pourvu|ensuite|mais|toutefois|cependant|faux|que si|tort)(?!\p{L})/iu,
}

function turns(text: string, language: Language): boolean {
  return turning[language].test(text) || findHedges(text, language).some(({ kind }) => kind !== 'attribution')
}
