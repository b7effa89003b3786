/** The sentences of a paragraph with what of them stands in quotation marks. */
import { readSpeaker } from '../../figures-table/read-speaker.ts'
import { findQuotedSpans, type QuotedSpan } from '../../speech/quoted-spans.ts'
import type { SpokenSentence } from './who-says.ts'

export type SentenceInParagraph = {
  /** Its place among all sentences. */
  readonly sentence: number
  /** Its words outside quotation marks, the others blanked: offsets stay. */
  readonly outside: string
  /** A number that the sentences of one quotation share; absent for one that is not mostly quoted. */
  readonly quotation?: number
}

/** From this share of its letters on a sentence is a quotation, not a sentence with a quoted word. */
const mostlyQuoted = 0.5

export function readParagraph(sentences: readonly SpokenSentence[], paragraph: number): readonly SentenceInParagraph[] {
  let text = ''
  const placed = sentences.flatMap((sentence, at) => {
    if (sentence.paragraph !== paragraph) return []
    const start = text.length
    text += `${sentence.text} `
    return [{ ...sentence, at, start, end: start + sentence.text.length }]
  })
  const spans = findQuotedSpans(text).map((span): QuotedSpan => {
    if (span.missing !== 'opening') return span
    // Where it began is not written: at the latest behind the last sentence that says whose it is.
    const last = placed.findLast(
      ({ text: words, language, end }) => end < span.end && readSpeaker(words, language).kind !== 'none',
    )
    return { ...span, start: Math.max(span.start, (last?.end ?? -1) + 1) }
  })
  return placed.map(({ text: words, at, start, end }) => {
    const inside = (position: number) => (span: QuotedSpan) => span.start <= position && position < span.end
    // To the end of a quotation that is never closed stands also what says whose it is.
    const closed = spans.filter(({ missing }) => missing !== 'closing')
    const blanked = words.replace(/[^\s"“”„«»]/gu, (character, offset: number) =>
      closed.some(inside(start + offset)) ? ' '.repeat(character.length) : character,
    )
    const letters = [...words.matchAll(/\p{L}/gu)].map(({ index }) => index + start)
    const quotation = spans.findIndex((span) => {
      const quoted = letters.filter((position) => inside(position)(span)).length
      // A quotation that goes on from another sentence, or into one, is what is said, however short it is here.
      const goesOn = span.start < start || span.end > end + 1
      return quoted > 0 && (goesOn || quoted / letters.length >= mostlyQuoted)
    })
    return { sentence: at, outside: blanked, ...(quotation !== -1 && { quotation }) }
  })
}
