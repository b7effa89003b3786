/** Reads the words beside a quotation that say whose it is: by their grammar, so that a verb need not be known. */

import { foldString } from '../figures/folded-text.ts'
import type { Range } from '../types.ts'
import {
  auxiliaries,
  conjunctions,
  copulas,
  determiners,
  isCountingVerb,
  isSayingVerb,
  joiners,
  openers,
  prepositions,
  pronouns,
  sourceLead,
} from './closed-words.ts'
import { type NamesAt, type NounPhrase, readNounPhrase } from './noun-phrase.ts'
import { type SpeechToken, tokensOf } from './tokens.ts'

/** `leadIn`: the words of attribution; `phrase`: whom they name. */
export type LeadIn = { readonly leadIn: Range; readonly phrase: NounPhrase }

const clitic = /^\p{L}+-(?:t-)?(il|elle|ils|elles|on|je)$/u
const times =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|ensuite|aussi|egalement|encore|alors|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|later|then|matin|soir|\p{L}+ment|\p{L}+ly|toutefois|however|cependant|pourtant)$/u

/**
 * What stands behind a quotation up to the end of its sentence or to the next one: ", said Ana Lopes", "Ana Lopes said",
 * ", selon Ana Lopes", "— Ana Lopes".
 * @param isOpen the quotation ends in a comma, a question or an exclamation mark, or a comma follows it.
 */
export function readAfter(text: string, range: Range, nameAt: NamesAt, isOpen: boolean): LeadIn | undefined {
  const words = text.slice(range.start, range.end)
  const lead = /^[\s"”»’'.,!?…)]*/u.exec(words)?.[0] ?? ''
  const comma = isOpen || /[,!?…]/u.test(lead)
  const start = range.start + lead.length
  const rest = { start, end: range.end }
  const dashed = /^\s*(?:[-–—―~]|\()\s*/u.exec(text.slice(start, range.end))
  if (dashed !== null) {
    const begin = start + dashed[0].length
    const tokens = tokensOf(text, { start: begin, end: range.end })
    const phrase = readNounPhrase(tokens, 0, nameAt, true, true)
    return phrase === undefined ? undefined : { leadIn: { start, end: phrase.range.end }, phrase }
  }
  const source = sourceLead.exec(foldString(text.slice(start, Math.min(range.end, start + 60))))
  if (source !== null) {
    const begin = start + source[0].length
    const tokens = tokensOf(text, { start: begin, end: range.end })
    const phrase = readNounPhrase(tokens, 0, nameAt, true, true)
    if (phrase === undefined || source.groups?.['strong'] === undefined) return undefined
    return { leadIn: { start, end: phrase.range.end }, phrase }
  }
  const tokens = tokensOf(text, rest)
  const agent = agentOf(tokens, nameAt)
  if (agent !== undefined) return { leadIn: { start, end: agent.range.end }, phrase: agent }
  const [first] = tokens
  if (first === undefined || !comma) return undefined
  const begins = conjunctions.has(first.folded) && !pronouns.has(first.folded)
  if (begins) return undefined
  const subject = subjectFirst(tokens, start, nameAt)
  // "A report by the institute found": the article of it is no French verb.
  if (subject !== undefined && determiners.has(first.folded) && saysAt(tokens, subject.phrase.end)) return subject
  return invertedBy(text, tokens, start, nameAt) ?? subject
}

function saysAt(tokens: readonly SpeechToken[], at: number): boolean {
  const verb = tokens.slice(at).find(({ folded }) => !auxiliaries.has(folded))
  return verb !== undefined && (isSayingVerb(verb.folded) || isCountingVerb(verb.folded, true))
}

/** "… by Max Dunn", "… par Max Dunn" right behind words that somebody is called by. */
function agentOf(tokens: readonly SpeechToken[], nameAt: NamesAt): NounPhrase | undefined {
  if (!/^(?:by|par)$/u.test(tokens[0]?.folded ?? '')) return undefined
  return readNounPhrase(tokens, 1, nameAt, true, true)
}

/** "said Ana Lopes", "a déclaré lundi la directrice", "a-t-il dit", "quipped prosecutor Irina Lund". */
function invertedBy(text: string, tokens: readonly SpeechToken[], start: number, nameAt: NamesAt): LeadIn | undefined {
  const [first] = tokens
  if (first === undefined) return undefined
  // "s'étonne", "lui a répondu", "se réjouit-il": up to the verb.
  let at = 0
  while (at < tokens.length && at < 4 && isBeforeVerb(tokens[at]) && nameAt(tokens[at]?.start ?? -1) === undefined)
    at += 1
  const verb = tokens[at]
  if (verb === undefined) return undefined
  const pronoun = clitic.exec(verb.folded)?.[1] ?? clitic.exec(first.folded)?.[1]
  if (pronoun !== undefined) {
    const range = { start: verb.start, end: verb.end }
    const end = endOfClause(tokens, at)
    return { leadIn: { start, end }, phrase: { range, pronoun, end: at + 1 } }
  }
  if (verb.isCapital || !verb.isWord || nameAt(verb.start) !== undefined) return undefined
  if (determiners.has(verb.folded) || pronouns.has(verb.folded) || prepositions.has(verb.folded)) return undefined
  let noun = at + 1
  let setting = 0
  while (noun < tokens.length && noun < at + 8) {
    const token = tokens[noun]
    if (token === undefined || nameAt(token.start) !== undefined) break
    if (times.test(token.folded)) noun += 1
    else if (/^(?:lui|leur|nous|me|on|this|ce)$/u.test(token.folded) && times.test(tokens[noun + 1]?.folded ?? 'x'))
      noun += 1
    else if ((prepositions.has(token.folded) || /^aux?$/u.test(token.folded)) && setting === 0) {
      // "a déclaré devant la presse la directrice": where it was said.
      const place = readNounPhrase(tokens, noun + 1, nameAt, false)
      if (place === undefined || place.end >= tokens.length) return undefined
      noun = place.end
      setting += 1
    } else if (isSayingVerb(token.folded) && auxiliaries.has(verb.folded)) noun += 1
    else break
  }
  const opens = tokens[noun]
  if (opens === undefined || (!opens.isWord && !/['’]$/u.test(opens.text))) return undefined
  if (conjunctions.has(opens.folded)) return undefined
  // "residents fumed": a bare noun and its verb.
  const isBare = !opens.isCapital && !determiners.has(opens.folded) && nameAt(opens.start) === undefined
  if (isBare && !isSayingVerb(verb.folded) && !namesAhead(tokens, noun, nameAt)) return undefined
  const phrase = readNounPhrase(tokens, noun, nameAt, true, true)
  if (phrase === undefined || (phrase.pronoun !== undefined && !/^(?:he|she|they|il|elle|i|we)$/u.test(phrase.pronoun)))
    return undefined
  return {
    leadIn: {
      start,
      end: text.slice(phrase.range.start, phrase.range.end) === '' ? start : endOfClause(tokens, phrase.end - 1),
    },
    phrase,
  }
}

function isBeforeVerb(token: SpeechToken | undefined): boolean {
  return token !== undefined && (auxiliaries.has(token.folded.replace('’', "'")) || times.test(token.folded))
}

function namesAhead(tokens: readonly SpeechToken[], at: number, nameAt: NamesAt): boolean {
  for (let ahead = at; ahead < Math.min(tokens.length, at + 5); ahead += 1) {
    const token = tokens[ahead]
    if (token === undefined || !token.isWord) return false
    if (nameAt(token.start) !== undefined) return true
    if (prepositions.has(token.folded) || conjunctions.has(token.folded)) return false
  }
  return false
}

/** "Ana Lopes said", "he told reporters", "her former deputy, Carl Voss, told the inquiry". */
function subjectFirst(tokens: readonly SpeechToken[], start: number, nameAt: NamesAt): LeadIn | undefined {
  const phrase = readNounPhrase(tokens, 0, nameAt, false)
  if (phrase === undefined || !isVerbAt(tokens, phrase.end)) return undefined
  return { leadIn: { start, end: endOfClause(tokens, phrase.end) }, phrase }
}

/** Where the clause that a token stands in ends: at a mark, or with the sentence. */
function endOfClause(tokens: readonly SpeechToken[], at: number): number {
  let last = at
  while (last + 1 < tokens.length && !/^[,;:.!?"“«(]$/u.test(tokens[last + 1]?.text ?? '')) last += 1
  return tokens[last]?.end ?? 0
}

/** Whether a verb stands at a token, asides such as ", lui," or ", for her part," left out. */
function isVerbAt(tokens: readonly SpeechToken[], at: number): boolean {
  let position = at
  if (tokens[position]?.text === ',') {
    let close = position + 1
    while (close < tokens.length && tokens[close]?.text !== ',') close += 1
    if (tokens[close]?.text === ',') position = close + 1
  }
  const token = tokens[position]
  if (token === undefined || (!token.isWord && !/['’]$/u.test(token.text))) return false
  if (/^\d/u.test(token.text) || token.isCapital) return false
  const folded = token.folded.replace('’', "'")
  if (auxiliaries.has(folded)) return true
  // "Le département en a recensé 40"
  if (/^(?:en|y)$/u.test(folded) && tokens[position + 1]?.isWord) return true
  return (
    !determiners.has(folded) &&
    !prepositions.has(folded) &&
    !conjunctions.has(folded) &&
    !(joiners.has(folded) && folded !== 's')
  )
}

/**
 * What stands before a quotation in its sentence: "Ana Lopes said:", "For the director, Ana Lopes,", "Her rival Max Dunn
 * calls it", "The president, Ilse Brandt:".
 */
export function readBefore(text: string, range: Range, nameAt: NamesAt): LeadIn | undefined {
  const words = text.slice(range.start, range.end)
  const opened = /^[\s"“«(•–—-]*/u.exec(words)?.[0].length ?? 0
  const start = range.start + opened
  if (!/\p{L}/u.test(text.slice(start, range.end))) return undefined
  const fromSource = sourceOf(text, { start, end: range.end }, nameAt)
  if (fromSource !== undefined) return fromSource
  for (const clause of clausesOf(text, { start, end: range.end })) {
    const found = subjectOf(text, clause, nameAt)
    if (found !== undefined) return found
  }
  return undefined
}

/** "According to Ana Lopes,", "Pour la directrice, Ana Lopes,", "To her,". */
export function sourceOf(text: string, { start, end }: Range, nameAt: NamesAt): LeadIn | undefined {
  const source = sourceLead.exec(foldString(text.slice(start, Math.min(end, start + 60))))
  if (source === null) return undefined
  const begin = start + source[0].length
  const tokens = tokensOf(text, { start: begin, end })
  const phrase = bareObject(tokens) ?? readNounPhrase(tokens, 0, nameAt, true)
  if (phrase === undefined) return undefined
  const leadIn = { start, end: phrase.range.end }
  if (source.groups?.['strong'] !== undefined) return { leadIn, phrase }
  // "For the first time, the mayor said": a weak one holds only where nobody else speaks, and for somebody.
  const isClosed =
    tokens[phrase.end - 1]?.text === ',' ||
    /^[,:]$/u.test(tokens[phrase.end]?.text ?? '') ||
    phrase.end >= tokens.length
  const rest = tokens.slice(phrase.end)
  const speaks = rest.some(
    ({ folded, isCapital }, at) => !isCapital && isSayingVerb(folded) && !determiners.has(rest[at - 1]?.folded ?? ''),
  )
  const isSomebody =
    phrase.head !== undefined ||
    (phrase.pronoun !== undefined && /^(?:her|him|elle|lui|eux|elles)$/u.test(phrase.pronoun)) ||
    isSomeone(tokens)
  return isClosed && !speaks && isSomebody ? { leadIn, phrase } : undefined
}

/** "To her,", "Selon lui,": a pronoun that is no subject. */
function bareObject(tokens: readonly SpeechToken[]): NounPhrase | undefined {
  const [first, second] = tokens
  if (first === undefined || !/^(?:her|him|them|lui|elle|eux|elles)$/u.test(first.folded)) return undefined
  if (!/^[,:]$/u.test(second?.text ?? ',')) return undefined
  return { range: { start: first.start, end: first.end }, pronoun: first.folded, end: 1 }
}

/** "Zoe Lamb quoted the manager as saying:": the manager speaks. */
function quotedSource(tokens: readonly SpeechToken[], nameAt: NamesAt): NounPhrase | undefined {
  const at = tokens.findIndex(({ folded }) => /^(?:quot(?:ed|es|ing)|cit(?:ed|es|ing|e|ent|ant))$/u.test(folded))
  if (at === -1) return undefined
  const phrase = readNounPhrase(tokens, at + 1, nameAt, true)
  const next = phrase === undefined ? undefined : tokens[phrase.end]
  return next !== undefined && /^(?:as|:|who|qui|saying)$/u.test(next.folded) ? phrase : undefined
}

/** "For her,", "Pour lui,", "Pour la directrice,": not "for the first time", "pour un euro". */
function isSomeone(tokens: readonly SpeechToken[]): boolean {
  const [first, second, third] = tokens
  if (first === undefined) return false
  if (/^(?:her|him|them|lui|elle|eux|elles)$/u.test(first.folded)) return /^[,:]$/u.test(second?.text ?? ',')
  return (
    determiners.has(first.folded) &&
    !/^(?:an?|une?|des|this|that|these|those|ce|cet|cette|ces|some|one)$/u.test(first.folded) &&
    !/^(?:first|last|time|heure|suite|saison|season|week|semaine|day|jour|rest|reste|moment|premiere|instant|fois|an|year|years)$/u.test(
      second?.folded ?? '',
    ) &&
    /^[,:]$/u.test(third?.text ?? '')
  )
}

/** The clauses of a stretch, the last first: each may have its own subject. */
function clausesOf(text: string, { start, end }: Range): readonly Range[] {
  const words = text.slice(start, end)
  const cuts = [
    ...words.matchAll(/;\s+|,\s+(?:but|and|while|whereas|mais|et|tandis que|alors que)\s+|:\s+(?=\S)/giu),
  ].map((match) => start + match.index + match[0].length)
  const whole = { start, end }
  return [...cuts.reverse().map((cut) => ({ start: cut, end })), whole]
}

/** The subject of a clause that ends in a quotation. */
function subjectOf(text: string, clause: Range, nameAt: NamesAt): LeadIn | undefined {
  const tokens = tokensOf(text, clause)
  const source = quotedSource(tokens, nameAt)
  if (source !== undefined) return { leadIn: clause, phrase: source }
  const first = firstOfSubject(tokens, nameAt)
  if (first === undefined) return undefined
  const phrase = readNounPhrase(tokens, first, nameAt, false)
  if (phrase === undefined) return undefined
  const rest = tokens.slice(phrase.end).filter(({ text: mark }) => mark !== ',')
  const isLabel = rest.every(({ text: mark }) => /^[:"“«]$/u.test(mark))
  const ends = tokens.at(-1)?.text === ':'
  if (isLabel) return ends ? { leadIn: clause, phrase } : undefined
  if (!ends && !isVerbAt(tokens, phrase.end)) return undefined
  if (!ends && isPredicate(tokens, phrase.end)) return undefined
  return { leadIn: { start: tokens[first]?.start ?? clause.start, end: clause.end }, phrase }
}

/** Past "On Monday,", "Asked about the spill,": where the subject may begin. */
function firstOfSubject(tokens: readonly SpeechToken[], nameAt: NamesAt): number | undefined {
  let at = 0
  for (let asides = 0; asides < 3; asides += 1) {
    const token = tokens[at]
    if (token === undefined) return undefined
    const folded = token.folded.replace('’', "'")
    const isName = nameAt(token.start) !== undefined && nameAt(token.start)?.start === token.start
    const isOpener = openers.has(folded) || (/(?:ing|ant)$/u.test(folded) && !isName && !determiners.has(folded))
    const isLinking = (conjunctions.has(folded) || times.test(folded)) && !openers.has(folded)
    if (isLinking) {
      at += 1
      if (tokens[at]?.text === ',') at += 1
      continue
    }
    if (!isOpener || isName) return at
    let comma = at + 1
    while (comma < tokens.length && tokens[comma]?.text !== ',') comma += 1
    if (comma >= tokens.length) return undefined
    at = comma + 1
  }
  return at
}

/** "The plan was | “a disaster”", "Dunn was called | “a crook”": said of the subject, not by it. */
function isPredicate(tokens: readonly SpeechToken[], at: number): boolean {
  const rest = tokens.slice(at).filter(({ isWord }) => isWord)
  const verb = rest.find(({ folded }) => !/^(?:n|ne|not|also|never|jamais)$/u.test(folded))
  if (verb === undefined) return false
  const last = rest.at(-1)
  if (copulas.has(verb.folded)) {
    const participle = rest[1]
    // "a été", "has been" are told below; "was quick to respond:" ends in a colon.
    return participle === undefined || !/ing$/u.test(participle.folded)
  }
  const isPassive =
    /^(?:has|have|had|a|ont|avait)$/u.test(verb.folded) && rest.some(({ folded }) => /^(?:been|ete)$/u.test(folded))
  return (
    isPassive || (last !== undefined && /^(?:as)$/u.test(last.folded) && rest.some(({ folded }) => folded === 'known'))
  )
}

/** Whom a sentence is about: its first noun phrase with a verb behind it. */
export function subjectOfSentence(text: string, sentence: Range, nameAt: NamesAt): NounPhrase | undefined {
  const tokens = tokensOf(text, sentence)
  const first = firstOfSubject(tokens, nameAt)
  if (first === undefined) return undefined
  const phrase = readNounPhrase(tokens, first, nameAt, false)
  return phrase !== undefined && isVerbAt(tokens, phrase.end) ? phrase : undefined
}
