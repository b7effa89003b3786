/** Speech without quotation marks: "Ana Lopes said that the port …", "…, according to the harbour master". */
import { foldString } from '../figures/folded-text.ts'
import type { Range } from '../types.ts'
import {
  auxiliaries,
  copulas,
  determiners,
  documentNoun,
  isSayingVerb,
  joiners,
  prepositions,
  sourceLead,
} from './closed-words.ts'
import { type LeadIn, readAfter, sourceOf, subjectOfSentence } from './lead-in.ts'
import type { NamesAt, NounPhrase } from './noun-phrase.ts'
import { type SpeechToken, tokensOf } from './tokens.ts'

export type Reported = LeadIn & { readonly range: Range }

/** @param sentence a stretch of `text` without speech in quotation marks. */
export function readReported(text: string, sentence: Range, nameAt: NamesAt): Reported | undefined {
  return fromSource(text, sentence, nameAt) ?? fromSubject(text, sentence, nameAt) ?? fromEnd(text, sentence, nameAt)
}

function fromSource(text: string, sentence: Range, nameAt: NamesAt): Reported | undefined {
  const lead = sourceOf(text, sentence, nameAt)
  if (lead === undefined) return undefined
  const start =
    lead.phrase.range.end + (/^[\s,:]*/u.exec(text.slice(lead.phrase.range.end, sentence.end))?.[0].length ?? 0)
  return start < sentence.end ? { ...lead, range: { start, end: sentence.end } } : undefined
}

/** UTF-16 units of the last words that say whose a sentence is. */
const longestSource = 400

/** The last words of a sentence, behind one of its commas, that say whose it is. */
function fromEnd(text: string, { start, end }: Range, nameAt: NamesAt): Reported | undefined {
  // A sentence of ten thousand commas must not be read from each of them to its end.
  const from = Math.max(start, end - longestSource)
  const words = text.slice(from, end)
  let first: Reported | undefined
  for (const match of words.matchAll(/,\s+|\s(?=(?:according to|selon|d['’]après)\s)/giu)) {
    const begin = from + match.index
    const rest = text.slice(begin, end)
    const isSource =
      sourceLead.exec(foldString(rest.replace(/^[,\s]+/u, '').slice(0, 60)))?.groups?.['strong'] !== undefined
    const tokens = tokensOf(text, { start: begin + match[0].length, end })
    if (!isSource && !tokens.slice(0, 14).some(({ folded, isCapital }) => !isCapital && isSaying(folded))) continue
    const lead = readAfter(text, { start: begin, end }, nameAt, true)
    if (lead === undefined) continue
    const behind = text.slice(lead.leadIn.end, end)
    const isVerbInside =
      isSource || tokensOf(text, lead.leadIn).some(({ folded, isCapital }) => !isCapital && isSaying(folded))
    // Nothing but a setting may follow, and no clause that is said by them.
    if (
      !isVerbInside ||
      /(?<!\p{L})(?:that|que|qu['’])(?!\p{L})/iu.test(text.slice(lead.leadIn.start, lead.leadIn.end))
    )
      continue
    if (/^(?:who|qui)$/u.test(lead.phrase.pronoun ?? '')) continue
    const isLast = behind.replace(/[\s.,!?…"”»]/gu, '').length < 60
    if (!isLast) continue
    const found = { ...lead, range: { start, end: begin } }
    // A name says more surely who speaks than "the inquiry".
    if (lead.phrase.head !== undefined) return found
    first ??= found
  }
  return first
}

function isSaying(folded: string): boolean {
  return isSayingVerb(folded) || /^\p{L}+-(?:t-)?(?:il|elle|ils|elles|on)$/u.test(folded)
}

/** "Ana Lopes said the port …", "Opponents say the mayor …", "La directrice assure que …". */
function fromSubject(text: string, sentence: Range, nameAt: NamesAt): Reported | undefined {
  const subject = subjectOfSentence(text, sentence, nameAt)
  if (subject === undefined) return undefined
  const tokens = tokensOf(text, sentence)
  const phrase = withDocument(subject, tokens)
  let at = phrase.end
  while (
    at < tokens.length &&
    (tokens[at]?.text === ',' || auxiliaries.has((tokens[at]?.folded ?? '').replace('’', "'")))
  )
    at += 1
  const verb = tokens[at]
  if (verb === undefined || verb.isCapital) return undefined
  // "The report identified 50 sites": what a paper finds it says.
  const isOfDocument = documentNoun.test(headNounOf(phrase, tokens)) && !isCopula([verb])
  const isKnown = isSayingVerb(verb.folded) || isOfDocument
  const that = tokens
    .slice(at + 1, at + (isKnown ? 8 : 3))
    .findIndex(({ folded }) => /^(?:that|que|qu['’]|:)$/u.test(folded))
  // "It is wrong that", "Le blé est moins cher que": nobody speaks.
  const isSomebody = phrase.head !== undefined || /^(?:he|she|they|elle|elles|ils|qui|who)$/u.test(phrase.pronoun ?? '')
  if (!isKnown && (that === -1 || !isSomebody || isCopula(tokens.slice(phrase.end, at + 1)))) return undefined
  if (isKnown && /^(?:it|ce|c'|cela|on)$/u.test(phrase.pronoun ?? '')) return undefined
  const next = tokens[at + 1]
  const hasObject = next !== undefined && next.text !== '.' && (isOfDocument || !prepositions.has(next.folded))
  if (that === -1 && !hasObject) return undefined
  const behind = tokens[at + (that === -1 ? 0 : that + 1)]
  if (behind === undefined) return undefined
  const range = {
    start: behind.end + (/^\s*/u.exec(text.slice(behind.end, sentence.end))?.[0].length ?? 0),
    end: sentence.end,
  }
  if (range.start >= range.end) return undefined
  return { leadIn: { start: phrase.range.start, end: behind.end }, phrase, range }
}

/** "Étude" of "une étude de la fondation". */
function headNounOf({ range, end }: NounPhrase, tokens: readonly SpeechToken[]): string {
  const words = tokens.slice(0, end).filter(({ start }) => start >= range.start)
  const joint = words.findIndex(({ folded }, at) => at > 0 && joiners.has(folded))
  return words.at(joint === -1 ? -1 : joint - 1)?.folded ?? ''
}

/** "A Red River Foundation report found": the paper speaks, though "report" can be a verb too. */
function withDocument(phrase: NounPhrase, tokens: readonly SpeechToken[]): NounPhrase {
  const noun = tokens[phrase.end]
  const first = tokens.find(({ start }) => start === phrase.range.start)
  const isNoun = noun !== undefined && documentNoun.test(noun.folded) && determiners.has(first?.folded ?? '')
  if (!isNoun) return phrase
  return { range: { start: phrase.range.start, end: noun.end }, end: phrase.end + 1 }
}

function isCopula(tokens: readonly SpeechToken[]): boolean {
  return tokens.some(({ folded }) => copulas.has(folded))
}
