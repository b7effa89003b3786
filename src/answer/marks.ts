/** The words of a quote that answer: a figure with its unit, a name, a date, chosen by what the question asks for. */
import { findExpected } from '../entities/expected.ts'
import type { WordMatcher } from '../match/similarity.ts'
import type { Question } from '../question/question.ts'
import { foldWords } from '../text/fold.ts'
import type { Language, Range } from '../types.ts'
import { isNew } from './unit-features.ts'

/** More than so many marked places mark nothing. */
const mostMarks = 4
const countedFrom = 0.7
/** Characters after a number in which the noun counted stands. */
const countedWithin = 30

/** Ranges within the quote, in order and apart from each other; none when nothing stands out. */
export function markAnswer(
  question: Question,
  quote: string,
  language: Language,
  matcher: WordMatcher,
): readonly Range[] {
  const expected = findExpected(quote, language, question.expected)
  const fresh = expected.filter(({ start, end }) => isNew(quote.slice(start, end), question))
  const counted = fresh.filter((range) => countsWhatIsAsked(question, quote, range, language, matcher))
  const chosen = counted.length > 0 ? counted : fresh
  if (chosen.length > mostMarks) return []
  return keepApart([...chosen].sort((left, right) => left.start - right.start))
}

function countsWhatIsAsked(
  question: Question,
  quote: string,
  range: Range,
  language: Language,
  matcher: WordMatcher,
): boolean {
  const asked = question.expected.counted
  if (asked === undefined) return false
  const nouns = question.content.filter(({ start, end }) => start >= asked.start && end <= asked.end)
  const words = foldWords(quote.slice(range.start, Math.min(quote.length, range.end + countedWithin)))
  return nouns.some((noun) => words.some(({ word }) => matcher.likenessOf(noun.word, language)(word) >= countedFrom))
}

function keepApart(ranges: readonly Range[]): readonly Range[] {
  const apart: Range[] = []
  for (const range of ranges) {
    const last = apart.at(-1)
    if (last !== undefined && range.start < last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    } else apart.push({ start: range.start, end: range.end })
  }
  return apart
}
