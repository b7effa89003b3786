/** Speech without quotation marks: "Ana Lopes said that the port …", "…, according to the harbour master". */
import { foldString } from '../figures/folded-text.ts'
import type { Range } from '../types.ts'
import {
  auxiliaries,
  copulas,
  documentNoun,
  isCountingVerb,
  isSayingVerb,
  joiners,
  prepositions,
  sourceLead,
} from './closed-words.ts'
import { type LeadIn, readAfter, sourceOf, subjectOfSentence } from './lead-in.ts'
import type { NamesAt, NounPhrase } from './noun-phrase.ts'
import { speakingNoun } from './speaking-noun.ts'
import { type SpeechToken, tokensOf } from './tokens.ts'

export type Reported = LeadIn & { readonly range: Range }

/** Where another may begin to speak in the same sentence. */
const halves =
  /;\s+|,\s+(?:(?:while|whereas|but)\s+|(?:mais\s+|quand\s+|tandis\s+qu(?:e\s+|['’])|alors\s+qu(?:e\s+|['’])))/giu

/** "The union says 1,300 walked out; the company speaks of 450": each part as its own subject or source says. */
export function readReportedParts(text: string, sentence: Range, nameAt: NamesAt): readonly Reported[] {
  const whole = text.slice(Math.max(sentence.start, sentence.end - longestSource), sentence.end)
  const cuts = [...whole.matchAll(halves)].map(({ 0: cut, index }) => ({
    from: sentence.end - whole.length + index,
    start: sentence.end - whole.length + index + cut.length,
  }))
  for (const { from, start } of cuts) {
    const rest = { start, end: sentence.end }
    const second = fromSource(text, rest, nameAt) ?? fromSubject(text, rest, nameAt)
    if (second === undefined) continue
    const first = readReported(text, { start: sentence.start, end: from }, nameAt)
    return first === undefined ? [second] : [first, second]
  }
  const only = readReported(text, sentence, nameAt)
  if (only === undefined) return []
  // "Twelve boats sank, the coastguard said, and 30 sailors were rescued."
  const isAmid = only.range.end <= only.leadIn.start && goesOn.test(text.slice(only.leadIn.end, sentence.end))
  return isAmid ? [only, { ...only, range: { start: only.leadIn.end, end: sentence.end } }] : [only]
}

const goesOn = /^\s*,\s+(?:and|but|et|mais)\s/iu

/** @param sentence a stretch of `text` without speech in quotation marks. */
export function readReported(text: string, sentence: Range, nameAt: NamesAt): Reported | undefined {
  const source = fromSource(text, sentence, nameAt)
  if (source !== undefined) return source
  const subject = fromSubject(text, sentence, nameAt)
  // "In 2025 the mill hired 220 men, its director told investors": said is what stands before.
  const isEnd =
    subject !== undefined &&
    /\d/u.test(text.slice(sentence.start, subject.leadIn.start)) &&
    !/\d/u.test(text.slice(subject.range.start, subject.range.end))
  return (isEnd ? fromEnd(text, sentence, nameAt) : undefined) ?? subject ?? fromEnd(text, sentence, nameAt)
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
    if (
      !isSource &&
      !tokens
        .slice(0, 14)
        .some(({ folded, isCapital }) => !isCapital && (isSaying(folded) || isCountingVerb(folded, true)))
    )
      continue
    const lead = readAfter(text, { start: begin, end }, nameAt, true)
    if (lead === undefined) continue
    const behind = text.slice(lead.leadIn.end, end)
    const isBody = speakingNoun.test(foldString(text.slice(lead.phrase.range.start, lead.phrase.range.end)))
    // "Le nombre de cas varie selon la saison": not every noun can speak.
    const names = lead.phrase.head !== undefined || lead.phrase.pronoun !== undefined || match[0].startsWith(',')
    if (!names && !isBody) continue
    const isVerbInside =
      isSource ||
      tokensOf(text, lead.leadIn).some(
        // "Rejected the estimate": a noun of whom it names is no verb.
        ({ start, folded, isCapital }) =>
          !isCapital &&
          (isSaying(folded) || isCountingVerb(folded, isBody)) &&
          (start < lead.phrase.range.start || start >= lead.phrase.range.end || lead.phrase.pronoun !== undefined),
      )
    // Nothing but a setting may follow, and no clause that is said by them.
    if (
      !isVerbInside ||
      /(?<!\p{L})(?:that|que|qu['’])(?!\p{L})/iu.test(text.slice(lead.leadIn.start, lead.leadIn.end))
    )
      continue
    if (/^(?:who|qui)$/u.test(lead.phrase.pronoun ?? '')) continue
    const isLast = behind.replace(/[\s.,!?…"”»]/gu, '').length < 60
    if (!isLast && !goesOn.test(behind)) continue
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
  const phrase = subjectOfSentence(text, sentence, nameAt)
  if (phrase === undefined) return undefined
  const tokens = tokensOf(text, sentence)
  let at = phrase.end
  while (
    at < tokens.length &&
    (tokens[at]?.text === ',' ||
      /^(?:en|y)$/u.test(tokens[at]?.folded ?? '') ||
      auxiliaries.has((tokens[at]?.folded ?? '').replace('’', "'")))
  )
    at += 1
  const verb = tokens[at]
  if (verb === undefined || verb.isCapital) return undefined
  // "The report identified 50 sites": what a paper finds it says.
  const isOfDocument = documentNoun.test(headNounOf(phrase, tokens)) && !isCopula([verb])
  const isKnown = isSayingVerb(verb.folded) || isOfDocument || counts(text, sentence, tokens, phrase, at)
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

/** Words from a verb of counting to its figure: "put the death toll in the valley at 40". */
const toFigure = 9

/** "Police counted 5,000", "le département en a recensé 40", "the report identified 50". */
function counts(
  text: string,
  { start }: Range,
  tokens: readonly SpeechToken[],
  { range, end }: NounPhrase,
  at: number,
): boolean {
  const verb = tokens[at]
  // "In its report, the ombudsman lists 40": the paper's findings too.
  const inPaper = tokens.some(
    (token) => token.start >= start && token.end <= range.start && documentNoun.test(token.folded),
  )
  const isBody = inPaper || speakingNoun.test(foldString(text.slice(range.start, range.end)))
  // "L'école compte 240 élèves" has them; "a compté" has counted.
  const hasCounted =
    verb?.folded === 'compte' && /^(?:a|ont|avait|avaient)$/u.test(tokens[at - 1]?.folded ?? '') && at > end
  if (verb === undefined || !(hasCounted || isCountingVerb(verb.folded, isBody))) return false
  const behind = tokens.slice(at + 1, at + 1 + toFigure)
  return (
    behind.some(({ text: word }) => /^\d/u.test(word)) &&
    (!/^puts?$/u.test(verb.folded) || behind.some(({ folded }) => folded === 'at'))
  )
}

function isCopula(tokens: readonly SpeechToken[]): boolean {
  return tokens.some(({ folded }) => copulas.has(folded))
}
