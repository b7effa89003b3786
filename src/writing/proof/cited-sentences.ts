/** The sentences that a claim cites, as a proof may use them: with whom a pronoun means, without those that are not the article's own word. */
import { findMeaningCut } from '../../speech/cuts/find-meaning-cut.ts'
import { subjectOfSentence } from '../../speech/lead-in.ts'
import { type ArticleSpeech, readSpeech } from '../../speech/read-speech.ts'
import { isInside } from '../../speech/resolve.ts'
import type { Language, Range } from '../../types.ts'
import type { CitedSentence } from './tellings.ts'

/** Only persons: "it" may be anything that was told. */
const personal = /^(?:he|she|il|elle)(?!['’\p{L}-])/iu

/** @param text of the passage, its marks blanked; `ranges` are whole sentences of it, in reading order. */
export function citedSentences(text: string, language: Language, ranges: readonly Range[]): readonly CitedSentence[] {
  const speech = readSpeech(text, language)
  return ranges
    .filter((range) => vouchesFor(speech, range))
    .map((range) => {
      const others = ranges.filter(({ start }) => start !== range.start)
      const standsFor = namesOf(speech, range, others)
      return { text: text.slice(range.start, range.end), language, ...(standsFor.length > 0 && { standsFor }) }
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

/** Whom the pronoun that begins a sentence surely means, as the other sentences cited call them. */
function namesOf(speech: ArticleSpeech, range: Range, others: readonly Range[]): readonly string[] {
  const { text, masked, nameAt, registry } = speech
  const pronoun = personal.exec(text.slice(range.start, range.end))?.[0]
  if (pronoun === undefined) return []
  const own = { start: range.start, end: range.start + pronoun.length }
  const { entity, isGuess } = speech.meaningOf({ range: own, pronoun: pronoun.toLowerCase(), end: 1 }, range.start)
  if (entity === undefined || isGuess || entity.kind !== 'person') return []
  const isNamed = others.some((other) => isInside(entity.fullest, other))
  const mentions = others.flatMap((other) => {
    const phrase = subjectOfSentence(masked, other, nameAt)
    const isSame = phrase?.head !== undefined && registry.entityAt(phrase.head.start) === entity
    return isSame ? [text.slice(phrase.range.start, phrase.range.end)] : []
  })
  return isNamed ? [...new Set([entity.name, ...mentions])] : []
}
