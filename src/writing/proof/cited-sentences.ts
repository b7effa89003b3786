/** The sentences that a claim cites, as a proof may use them: with whom a pronoun means, and marked where they are not the article's own word. */
import { findMeaningCut } from '../../speech/cuts/find-meaning-cut.ts'
import { subjectOfSentence } from '../../speech/lead-in.ts'
import { type ArticleSpeech, readSpeech } from '../../speech/read-speech.ts'
import { agreesWith, isInside } from '../../speech/resolve.ts'
import type { Language, Range } from '../../types.ts'
import type { CitedSentence } from './tellings.ts'

/** Only persons: "it" may be anything that was told. */
const personal = /^(?:he|she|il|elle)(?!['’\p{L}-])/iu

/** @param text of the passage, its marks blanked; `ranges` are whole sentences of it, in reading order. */
export function citedSentences(text: string, language: Language, ranges: readonly Range[]): readonly CitedSentence[] {
  const speech = readSpeech(text, language)
  return ranges.map((range, at): CitedSentence => {
    const before = ranges[at - 1]
    const isNext = before !== undefined && text.slice(before.end, range.start).trim() === ''
    const sentence = { text: text.slice(range.start, range.end), language, ...(isNext && { isNext }) }
    if (!vouchesFor(speech, range)) return { ...sentence, isQuoteOnly: true }
    const standsFor = isNext ? namesOf(speech, range, before) : []
    return standsFor.length > 0 ? { ...sentence, standsFor } : sentence
  })
}

/** Not words of a quotation whose speaker stands in another sentence, nor what the sentences beside it take back. */
function vouchesFor(speech: ArticleSpeech, range: Range): boolean {
  const said = speech.speeches.find(
    (one) => one.form === 'exact' && one.within === undefined && isInside(range, widened(one.range)),
  )
  if (said !== undefined) return said.leadIn !== undefined && isInside(said.leadIn, range)
  return findMeaningCut(speech, range, { isAttributed: true, keepsQuestion: true }) === undefined
}

/** With its marks and the full stop behind them. */
function widened({ start, end }: Range): Range {
  return { start: start - 2, end: end + 2 }
}

/** Whom the pronoun that begins a sentence surely means, as the sentence right before calls them: it names no other whom it fits. */
function namesOf(speech: ArticleSpeech, range: Range, before: Range): readonly string[] {
  const { text, masked, nameAt, registry } = speech
  const pronoun = personal.exec(text.slice(range.start, range.end))?.[0]?.toLowerCase()
  if (pronoun === undefined) return []
  const own = { start: range.start, end: range.start + pronoun.length }
  const { entity, isGuess } = speech.meaningOf({ range: own, pronoun, end: 1 }, range.start)
  if (entity === undefined || isGuess || entity.kind !== 'person') return []
  const named = registry.names.filter((name) => isInside(name, before)).map(({ start }) => registry.entityAt(start))
  if (!named.includes(entity)) return []
  if (
    named.some(
      (other) => other !== undefined && other !== entity && other.kind === 'person' && agreesWith(pronoun, other),
    )
  )
    return []
  const phrase = subjectOfSentence(masked, before, nameAt)
  const isSubject = phrase?.head !== undefined && registry.entityAt(phrase.head.start) === entity
  return isSubject ? [entity.name, text.slice(phrase.range.start, phrase.range.end)] : [entity.name]
}
