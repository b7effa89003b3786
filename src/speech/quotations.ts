/** What stands in quotation marks in an article, one quotation within another and over several paragraphs told apart. */
import type { Range } from '../types.ts'
import { findInnerQuotations } from './inner-quotations.ts'
import { findQuotedSpans } from './quoted-spans.ts'

export type Quotation = Range & {
  /** What stands between the marks. */
  readonly inner: Range
  readonly paragraph: number
  /** The mark that is not written: the quotation goes on in the next paragraph, or comes from the one before. */
  readonly missing?: 'opening' | 'closing'
  /** Quotations within this one, with their marks. */
  readonly nested: readonly Range[]
  /** A line of a dialogue, opened by a dash. */
  readonly isDialogue: boolean
}

export type Paragraph = Range

/** Lines with something on them. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  return [...text.matchAll(/[^\n\r]+/gu)]
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length }))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
}

/** The outermost quotations of a text in order. */
export function findQuotations(text: string, paragraphs: readonly Paragraph[]): readonly Quotation[] {
  return paragraphs.flatMap((paragraph, at) => {
    const words = text.slice(paragraph.start, paragraph.end)
    const dialogue = dialogueIn(text, paragraph)
    if (dialogue !== undefined) return [{ ...dialogue, paragraph: at }]
    const spans = findQuotedSpans(words)
    const found = spans.length > 0 ? spans : findInnerQuotations(words).map((span) => ({ ...span, missing: undefined }))
    return found.map((span): Quotation => {
      const range = { start: span.start + paragraph.start, end: span.end + paragraph.start }
      const inner = {
        start: span.missing === 'opening' ? range.start : range.start + 1,
        end: span.missing === 'closing' ? range.end : range.end - 1,
      }
      const nested = findInnerQuotations(text.slice(inner.start, inner.end)).map(({ start, end }) => ({
        start: start + inner.start,
        end: end + inner.start,
      }))
      const { missing } = span
      return { ...range, inner, paragraph: at, nested, isDialogue: false, ...(missing !== undefined && { missing }) }
    })
  })
}

/** "— On s'est remis à jouer, s'étonne Lila.": from the dash up to the comma before the words of saying. */
function dialogueIn(text: string, { start, end }: Paragraph): Omit<Quotation, 'paragraph'> | undefined {
  const words = text.slice(start, end)
  const dash = /^\s*[—–]\s+(?=\p{L})/u.exec(words)
  if (dash === null) return undefined
  const saying =
    /[,?!…]\s+(?=(?:(?:s['’]|se |a |ont |lui |leur )?\p{Ll}[\p{L}-]*) ?(?:\p{Lu}|l[ea] |l['’]|son |sa |un |une |the |his |her |he |she |-?t?-?il|-?t?-?elle)[^,.!?]*(?:,[^,.!?]*)?\.?$)/u.exec(
      words,
    )
  const inverted = /[,?!…]\s+(?=(?:s['’])?\p{Ll}+-(?:t-)?(?:il|elle|on|ils|elles)(?!\p{L})[^.!?]*\.?$)/u.exec(words)
  const found = inverted ?? saying
  const close = found === null ? words.length : found.index + 1
  const inner = { start: start + dash[0].length, end: start + (found === null ? close : found.index) }
  return { start, end: inner.end, inner, nested: [], isDialogue: true }
}

/**
 * The text with the letters and figures in quotation marks made "x": what stands there is no part of the sentence that
 * quotes it, and no sentence ends in it. The last mark stays. Offsets stay.
 */
export function maskQuotations(text: string, quotations: readonly Quotation[]): string {
  let masked = ''
  let position = 0
  for (const { inner } of quotations) {
    if (inner.start < position) continue
    const words = text.slice(inner.start, inner.end)
    const tail = words.length - (/[.,!?…;:'"’”»\s]*$/u.exec(words)?.[0].length ?? 0)
    // A capital stays one, so that the sentence before may end there.
    const blank = words.replace(/[^\s]/gu, (character, at: number) =>
      at >= tail ? character : (/\p{Lu}/u.test(character) && isFirst(words, at) ? 'X' : 'x').repeat(character.length),
    )
    masked += text.slice(position, inner.start) + blank
    position = inner.end
  }
  return masked + text.slice(position)
}

function isFirst(words: string, at: number): boolean {
  return !/\p{L}/u.test(words.slice(0, at))
}
