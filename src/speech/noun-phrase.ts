/** Reads who is named at a place in a sentence, by grammar: a name with what stands before it, or a noun with its determiner. */
import type { NameMention } from '../entities/names.ts'
import type { Range } from '../types.ts'
import { readAside } from './aside.ts'
import {
  auxiliaries,
  bodyNoun,
  conjunctions,
  determiners,
  documentNoun,
  isCountingVerb,
  isSayingVerb,
  joiners,
  prepositions,
  pronouns,
} from './closed-words.ts'
import type { SpeechToken } from './tokens.ts'

/** `head`: the name of whom it means; absent for "the neighbour" and pronouns. `end`: the position of the token behind it. */
export type NounPhrase = {
  readonly range: Range
  readonly head?: Range
  readonly pronoun?: string
  readonly end: number
}

export type NamesAt = (position: number) => Range | undefined

/** Looks up the name that holds a position of the text. */
export function namesAt(names: readonly NameMention[]): NamesAt {
  const starts = names.toSorted((left, right) => left.start - right.start)
  return (position) => {
    let low = 0
    let high = starts.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const name = starts[middle]
      if (name === undefined) return undefined
      if (position < name.start) high = middle - 1
      else if (position >= name.end) low = middle + 1
      else return { start: name.start, end: name.end }
    }
    return undefined
  }
}

/** So many words may stand before a name without a comma: "the Green councillor". */
const mostWords = 12

/**
 * The noun phrase that begins at a token, its apposition taken along; undefined where none begins.
 * @param isBehindVerb the verb stands before it ("said prosecutor Irina Lund"): no other ends it.
 * @param mayEnd the sentence may end with it, so that an apposition need not be closed.
 */
export function readNounPhrase(
  tokens: readonly SpeechToken[],
  at: number,
  nameAt: NamesAt,
  isBehindVerb: boolean,
  mayEnd = false,
): NounPhrase | undefined {
  const first = tokens[at]
  if (first === undefined) return undefined
  const range = (end: number): Range => ({ start: first.start, end: tokens[end - 1]?.end ?? first.end })
  if (pronouns.has(first.folded)) {
    // "He, Max Dunn," aside, a pronoun stands alone.
    return { range: range(at + 1), pronoun: first.folded, end: at + 1 }
  }
  const part = readPart(tokens, at, nameAt, isBehindVerb)
  if (part === undefined) return undefined
  const aside = readAside(tokens, part.end, nameAt, part.head === undefined, mayEnd)
  if (aside === undefined) return { range: range(part.end), end: part.end, ...(part.head && { head: part.head }) }
  const head = part.head ?? aside.head
  return { range: range(aside.last), end: aside.end, ...(head && { head }) }
}

type Part = { readonly head?: Range; readonly end: number }

/** A phrase without commas. */
function readPart(
  tokens: readonly SpeechToken[],
  at: number,
  nameAt: NamesAt,
  isBehindVerb: boolean,
): Part | undefined {
  let head: Range | undefined
  let owner = false
  let nouns = 0
  let position = at
  while (position < tokens.length && position - at < mostWords + 8) {
    const token = tokens[position]
    if (token === undefined) break
    const name = token.isWord || nameAt(token.start) !== undefined ? nameAt(token.start) : undefined
    if (name !== undefined) {
      // Behind a whole name another begins another phrase.
      if (head !== undefined && !owner) break
      let next = position
      while (next < tokens.length && (tokens[next]?.start ?? 0) < name.end) next += 1
      position = Math.max(next, position + 1)
      if (/^['’]s$/u.test(tokens[position]?.text ?? '') || /^['’]$/u.test(tokens[position]?.text ?? '')) {
        position += 1
        continue
      }
      // "Transport minister Ada Quill": the first name is the office's.
      if (!owner && leadsToName(tokens, position, nameAt)) {
        nouns += 1
        continue
      }
      if (!owner) head = name
      nouns += 1
      owner = false
      if (isNamedAfter(tokens, at, name)) position = behindNouns(tokens, position)
      continue
    }
    if (/^['’]s$/u.test(token.text)) {
      nouns = 0
      position += 1
      continue
    }
    if (!token.isWord && !/['’]$/u.test(token.text)) break
    const { folded } = token
    // "Le département | en a recensé 40"
    const isPartitive =
      auxiliaries.has(tokens[position + 1]?.folded ?? '') || /^\d/u.test(tokens[position + 2]?.text ?? '')
    if (folded === 'en' && nouns > 0 && isPartitive) break
    const isJoiner =
      joiners.has(folded) ||
      joiners.has(folded.replace(/['’]$/u, "'")) ||
      // "A report by the institute"
      (/^(?:by|par)$/u.test(folded) && position > at && documentNoun.test(tokens[position - 1]?.folded ?? ''))
    // "Of them" names nobody.
    if (isJoiner && position === at && !determiners.has(folded)) return undefined
    if (isJoiner && nouns > 0) {
      const isFirst = position === at
      if (isFirst) return undefined
      // "Irina Lund and Max Bohr": the first speaks too; what follows belongs to them.
      owner = true
      position += 1
      continue
    }
    if (determiners.has(folded)) {
      if (nouns > 0 && !owner) break
      position += 1
      continue
    }
    // "La Direction de l'immigration du ministère | cambodgien | de l'Intérieur".
    const next = tokens[position + 1]
    const isAmid =
      position > at &&
      !token.isCapital &&
      next !== undefined &&
      isGenitive.test(next.folded) &&
      frenchAdjective.test(folded)
    if (nouns > 0 && head !== undefined && !owner && !isAmid) break
    if (prepositions.has(folded) || conjunctions.has(folded) || auxiliaries.has(folded)) break
    if (nouns > 0 && !isBehindVerb && !owner && isVerb(tokens, position, nameAt)) break
    if (nouns > 0 && owner && head !== undefined && !isBehindVerb && isVerb(tokens, position, nameAt)) break
    nouns += 1
    if (owner && !followsName(tokens, position + 1, nameAt)) owner = joinerAhead(tokens, position + 1)
    position += 1
  }
  if (nouns === 0 && head === undefined) return undefined
  return { end: position, ...(head !== undefined && { head }) }
}

const isGenitive = /^(?:de|du|des|d['’])$/u

/** "The Brell | institute": an article goes with the noun behind a name, not with the name of a person. */
function isNamedAfter(tokens: readonly SpeechToken[], at: number, name: Range): boolean {
  const before = tokens.findLast(({ end }) => end <= name.start)
  const opens = tokens.find(({ start }) => start === name.start)
  return (
    opens?.folded === 'the' ||
    (before !== undefined && before.start >= (tokens[at]?.start ?? 0) && /^(?:the|an?)$/u.test(before.folded))
  )
}

/** Behind "the Brell", "A Red Harbour": past the nouns up to the one that a verb, a mark or nothing follows. */
function behindNouns(tokens: readonly SpeechToken[], at: number): number {
  for (let position = at; position < at + 3; position += 1) {
    const token = tokens[position]
    if (token === undefined || !token.isWord || token.isCapital || /\d/u.test(token.text)) return at
    const { folded } = token
    if (auxiliaries.has(folded) || prepositions.has(folded) || conjunctions.has(folded)) return at
    if (determiners.has(folded) || joiners.has(folded) || pronouns.has(folded)) return at
    const next = tokens[position + 1]
    const isVerbNext =
      next !== undefined &&
      (isSayingVerb(next.folded) || isCountingVerb(next.folded, true) || auxiliaries.has(next.folded))
    if (isVerbNext || (bodyNoun.test(folded) && !(next !== undefined && bodyNoun.test(next.folded))))
      return position + 1
    if (isSayingVerb(folded)) return at
  }
  return at
}

/** Whether a noun, or two, stands between a name that has just ended and another. */
function leadsToName(tokens: readonly SpeechToken[], at: number, nameAt: NamesAt): boolean {
  for (let ahead = at; ahead < at + 3; ahead += 1) {
    const token = tokens[ahead]
    if (token === undefined || (!token.isWord && ahead === at)) return false
    if (nameAt(token.start) !== undefined) return ahead > at
    if (token.isCapital || !token.isWord || isSayingVerb(token.folded) || auxiliaries.has(token.folded)) return false
    if (joiners.has(token.folded) || prepositions.has(token.folded) || conjunctions.has(token.folded)) return false
    if (determiners.has(token.folded) || /(?:ed|s|e|ent)$/u.test(token.folded)) return false
  }
  return false
}

function joinerAhead(tokens: readonly SpeechToken[], at: number): boolean {
  const next = tokens[at]
  return next !== undefined && joiners.has(next.folded)
}

function followsName(tokens: readonly SpeechToken[], at: number, nameAt: NamesAt): boolean {
  const next = tokens[at]
  return next !== undefined && nameAt(next.start) !== undefined
}

const frenchAdjective =
  /(?:al|ale|els?|elles?|iques?|ifs?|ives?|iens?|iennes?|ais|aise|ois|oise|ains?|aines?|eurs?|aires?|istes?|ier|iere|ed|ieur|ieure)$/u

/** Whether the word behind a noun is the verb of its sentence, not a part of the phrase: no name follows that it belongs to. */
function isVerb(tokens: readonly SpeechToken[], at: number, nameAt: NamesAt): boolean {
  const token = tokens[at]
  if (token === undefined || token.isCapital) return false
  const next = tokens[at + 1]
  if (next !== undefined && nameAt(next.start) !== undefined) {
    if (isSayingVerb(token.folded)) return true
    // "The maths teacher Luis Ferrer", "le délégué syndical Yann Kermadec", but "the mayor praised Kurt Aldous".
    return (
      !frenchAdjective.test(token.folded) &&
      /(?:ed|e|ent)$/u.test(token.folded) &&
      !/(?:ee|ie|ure)$/u.test(token.folded)
    )
  }
  if (next === undefined) return true
  if (/^\d/u.test(next.text) && isCountingVerb(token.folded, true)) return true
  if (joiners.has(next.folded) && !/^(?:the|le|la|les|l['’])$/u.test(next.folded)) return isSayingVerb(token.folded)
  if (/^['’]s$/u.test(next.text)) return false
  // "Its annual report shows": a paper, not to report.
  const isPaper = documentNoun.test(token.folded) && isCountingVerb(next.folded, true)
  if (isSayingVerb(token.folded) && !isPaper) return true
  // "the former deputy", "the chief executive": a noun ends where a verb, a comma or nothing follows.
  if (isPaper || isSayingVerb(next.folded) || auxiliaries.has(next.folded.replace('’', "'"))) return false
  const isLast = !next.isWord || determiners.has(next.folded) || prepositions.has(next.folded)
  if (isLast) return !/^[,(]$/u.test(next.text)
  return /(?:s|ed)$/u.test(token.folded) && !/(?:ss|us|is)$/u.test(token.folded)
}
