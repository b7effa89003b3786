/** What is quoted around the sentence that was chosen: one that leans on the sentence before is shown with it. */
import { leansOnBefore } from '../../figures-table/topic/carry-over.ts'
import { readUnits, type Unit } from '../../reading/quotable.ts'
import { findMeaningCut } from '../../speech/cuts/find-meaning-cut.ts'
import { readSpeech } from '../../speech/read-speech.ts'
import type { ReadSentence } from '../read-stretches.ts'

/** UTF-16 units of the longest quote of more than one sentence. */
const longestQuote = 400
/** How far below the sentence chosen (log-odds) its neighbour may rank to be quoted with it, if it leans on it or not. */
const reach = { spoken: 6, leaning: 3, beside: 1.2 }

/**
 * The sentence with the ones that it leans on before it, and with a neighbour that ranks nearly as high; the same unit
 * where it stands alone, or where the whole would be too long.
 * @param asksWords the question asks what somebody said: the quotation that follows belongs to the sentence that names them.
 */
export function extendQuote(unit: Unit, ranked: readonly ReadSentence[] = [], asksWords = false): Unit {
  const units = readUnits(unit.passage)
  let first = unit
  while (leansOnBefore(first) || endsQuotation.test(first.text)) {
    const before = units[first.position - 1]
    if (before === undefined || unit.end - before.start > longestQuote) break
    first = before
  }
  const scoreOf = (other: Unit) => ranked.find((item) => isSame(item.unit, other))?.score ?? Number.NEGATIVE_INFINITY
  const isRanked = Number.isFinite(scoreOf(unit))
  const least = (far: number) => scoreOf(unit) - far
  const next = units[unit.position + 1]
  const isWorthIt = next !== undefined && isRanked && scoreOf(next) >= least(reachOf(unit, next, asksWords))
  const last = isWorthIt && next.end - first.start <= longestQuote ? next : unit
  const before = units[unit.position - 1]
  const isBeside = first === unit && last === unit && before !== undefined && scoreOf(before) >= least(reach.beside)
  if (isBeside && isRanked && unit.end - before.start <= longestQuote) first = before
  if (first === unit && last === unit) return withWholeMeaning(unit)
  return withWholeMeaning(joinUnits(first, unit, last))
}

/** A quote that its passage would turn round ("Myth:", "unless …", "That is false.") is shown with the words that do. */
function withWholeMeaning(quote: Unit): Unit {
  const { passage, start, end } = quote
  const article = readSpeech(passage.text, quote.language)
  // The speaker is shown beside it, and a question keeps its mark.
  const cut = findMeaningCut(article, { start, end }, { isAttributed: true, keepsQuestion: true })
  if (cut === undefined) return quote
  const whole = { start: Math.min(start, cut.sentence.start), end: Math.max(end, cut.sentence.end) }
  if (whole.end - whole.start > longestQuote || (whole.start === start && whole.end === end)) return quote
  return { ...quote, ...whole, text: passage.text.slice(whole.start, whole.end) }
}

function reachOf(unit: Unit, next: Unit, asksWords: boolean): number {
  const opens = opensQuotation.test(next.text)
  if (asksWords && opens && !/["“”«»]/.test(unit.text)) return Number.POSITIVE_INFINITY
  // "The lawyer denounced the inquiry. “Three villagers were taken,” he said." and a quotation that goes on.
  if ((leansOnBefore(next) && opens) || isInsideQuotation(unit.text)) return reach.spoken
  return leansOnBefore(next) ? reach.leaning : reach.beside
}

const opensQuotation = /^\s*["“«]/u
/** The first mark closes a quotation that a sentence before began. */
const endsQuotation = /^[^"“”«»]*[^\s"“”«»]\s?["”»](?:[\s,.;:)]|$)/u

/** Whether a quotation begins in a text and does not end in it. */
function isInsideQuotation(text: string): boolean {
  const last = Math.max(text.lastIndexOf('“'), text.lastIndexOf('«'))
  if (last !== -1) return last > Math.max(text.lastIndexOf('”'), text.lastIndexOf('»'))
  return (text.match(/"/g) ?? []).length % 2 === 1 && opensQuotation.test(text)
}

function isSame(left: Unit, right: Unit): boolean {
  return left.passage.id === right.passage.id && left.position === right.position
}

/** The quotes of the sentences chosen, in their order; one that stands inside another quote is left out. */
export function extendQuotes(
  chosen: readonly Unit[],
  ranked: readonly ReadSentence[],
  asksWords = false,
): readonly Unit[] {
  const quotes: Unit[] = []
  for (const [position, unit] of chosen.entries()) {
    // Only the first takes in what follows: the others are there for one thing each.
    const quote = extendQuote(unit, position === 0 ? ranked : [], asksWords)
    if (!quotes.some((other) => overlaps(other, quote))) quotes.push(quote)
    else if (!quotes.some((other) => overlaps(other, unit))) quotes.push(unit)
  }
  return quotes
}

function overlaps(left: Unit, right: Unit): boolean {
  return left.passage.id === right.passage.id && left.start < right.end && right.start < left.end
}

/** The words of the chosen sentence stay: they say what the quote is about. */
function joinUnits(first: Unit, chosen: Unit, last: Unit): Unit {
  const text = chosen.passage.text.slice(first.start, last.end)
  return {
    ...chosen,
    position: first.position,
    start: first.start,
    end: last.end,
    text,
    surroundings: first.surroundings,
  }
}
