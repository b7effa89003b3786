import type { Language, Range } from '../types.ts'
import { BEFORE_NUMBERS, MAY_END, SENTENCE_OPENERS, TITLES_AND_LEADS } from './abbreviations.ts'
import { isWrapped, linesOf, trimRange } from './lines.ts'

const SEGMENTERS: Readonly<Record<Language, Intl.Segmenter>> = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  fr: new Intl.Segmenter('fr', { granularity: 'sentence' }),
}

/**
 * The sentences of a text: trimmed of white space, in order, not overlapping, every other character covered.
 * A line break ends a sentence (headings, list items), unless the line is visibly wrapped. Closing quotation marks and
 * brackets belong to the sentence before them. UTF-16 offsets; a blank text has none.
 */
export function splitSentences(text: string, language: Language): Range[] {
  return logicalLines(text).flatMap((line) => splitLine(text, line, SEGMENTERS[language]))
}

/** Lines, with those of hard-wrapped sentences put together. */
function logicalLines(text: string): readonly Range[] {
  const joined: Range[] = []
  let previous: Range | undefined
  for (const line of linesOf(text)) {
    const open = joined.at(-1)
    if (open && previous && isWrapped(text.slice(previous.start, previous.end), text.slice(line.start, line.end))) {
      joined[joined.length - 1] = { start: open.start, end: line.end }
    } else joined.push(line)
    previous = line
  }
  return joined
}

function splitLine(text: string, line: Range, segmenter: Intl.Segmenter): readonly Range[] {
  // A break inside a wrapped line is a space to the segmenter, which would otherwise end the sentence there.
  const slice = text.slice(line.start, line.end).replace(/[\n\v\f\r\u0085\u2028\u2029]/gu, ' ')
  const sentences: Range[] = []
  const lastWord = lastWordPosition(slice)
  let start = 0
  for (const end of boundaries(slice, segmenter)) {
    if (end < slice.length && (end > lastWord || !endsSentence(slice, start, end))) continue
    const range = trimRange(text, { start: line.start + start, end: line.start + end })
    if (range) sentences.push(range)
    start = end
  }
  return sentences
}

/** Where sentences may end, closing marks after a space taken along (« Nous partons. »); the last is the slice's end. */
function boundaries(slice: string, segmenter: Intl.Segmenter): readonly number[] {
  const ends = new Set<number>([slice.length])
  for (const { index, segment } of segments(slice, segmenter)) {
    ends.add(index + segment.length)
    // The segmenter knows no ending in "…": "Il hésite… Puis il part."
    for (const ellipsis of segment.matchAll(/…[\])}"'’”»]*\s+(?=["“«(]?\s?\p{Lu})/gu)) {
      ends.add(index + ellipsis.index + ellipsis[0].length)
    }
  }
  const moved = [...ends].map((end) => end + closingLength(slice, end))
  return [...new Set(moved)].sort((a, b) => a - b)
}

/** Length of the closing marks that stand at `position`, with the white space after them. */
function closingLength(slice: string, position: number): number {
  const after = slice.slice(position, position + 8)
  const typographic = /^[\])}”’»]+(?:[.!?…]+|(?=[\s,;:]|$))[\s]*/u.exec(after)
  if (typographic) return typographic[0].length
  // A straight mark says not whether it opens or closes: it closes when nothing follows it closely.
  return /^["']+(?=\s|$)\s*/u.exec(after)?.[0].length ?? 0
}

// The segmenter takes time by the square of a line's length: 52 s for 2 MB on one line. UTF-16 units.
const LINE_STRETCH = 5000

/** The segmenter's sentences, a long line handed to it in stretches that begin where a sentence plainly does. */
function* segments(slice: string, segmenter: Intl.Segmenter): Generator<{ index: number; segment: string }> {
  const plainStart = /(?<=[.!?…]["”»)]?\s)(?=\p{Lu})/gu
  for (let start = 0; start < slice.length; ) {
    plainStart.lastIndex = start + LINE_STRETCH
    const end = plainStart.lastIndex < slice.length ? (plainStart.exec(slice)?.index ?? slice.length) : slice.length
    for (const { index, segment } of segmenter.segment(slice.slice(start, end))) {
      yield { index: start + index, segment }
    }
    start = end
  }
}

function endsSentence(slice: string, start: number, end: number): boolean {
  const sentence = slice.slice(Math.max(start, end - 80), end).trimEnd()
  const next = slice.slice(end, end + 80)
  if (/^[\s"'“‘«([—–-]*\p{Ll}/u.test(next)) return false
  if (!/[\p{L}\p{N}]/u.test(sentence)) return false
  if (/^\s*(?:\d{1,3}|[a-zA-Z])[.)]$/u.test(slice.slice(start, end).trimEnd())) return false
  if (/[[(](?:\.{3}|…)[\])]$/u.test(sentence)) return false
  return !stopBelongsToWord(sentence, next)
}

/** Whether the full stop at the end is part of an abbreviation or initial that the next word goes on from. */
function stopBelongsToWord(sentence: string, next: string): boolean {
  const word = /(?:^|[\s"'“‘«([’/])([\p{L}\d.’-]*[\p{L}°])\.$/u.exec(sentence)?.[1]
  if (word === undefined) return false
  if (TITLES_AND_LEADS.has(word)) return true
  if (BEFORE_NUMBERS.has(word) && /^\W?\d/u.test(next)) return true
  const nextWord = /^[\s"'“‘«([]*([\p{L}\d]+)/u.exec(next)?.[1] ?? ''
  const isInitial = /^(?:\p{Lu}|\p{Lu}\.?-\p{Lu})$/u.test(word)
  const isAcronym = /^(?:\p{L}\.-?)+\p{L}$/u.test(word) && /\p{Lu}/u.test(word)
  if (!isInitial && !isAcronym && !MAY_END.has(word)) return false
  return !SENTENCE_OPENERS.has(nextWord)
}

/** Marks after the last word make no sentence of their own. */
function lastWordPosition(slice: string): number {
  let position = slice.length - 1
  while (position >= 0 && !/[\p{L}\p{N}\uD800-\uDFFF]/u.test(slice.charAt(position))) position--
  return position
}
