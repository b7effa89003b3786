/** Where a text may be cut so that what is left reads whole and says nothing else. */
import { splitSentences } from '../../text/sentences.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Characters after the limit that are looked at, to see whether a sentence ends before it. */
const lookahead = 80
/** A sentence end is taken when it keeps at least this share of what a cut at a word would keep. */
const leastShare = 1 / 3
/** A space ends a word, unless a figure would be cut short or parted from its unit: "10 444 ordinateurs", "$ 48.6 billion". */
const wordEnd = /(?<![\p{N}\p{Sc}\s][.,]?)(?=[^\S\u00a0\u202f])/gu
const insideNumber = /[\p{N}](?:[.,'’\u00a0\u202f ]?[\p{N}])*[.,'’\u00a0\u202f ]?$/u
const numberGoesOn = /^[.,'’\u00a0\u202f ]?\p{N}/u

/**
 * The best place to cut a text at or before `limit` (UTF-16 units): a sentence end, else a word end; in one word longer
 * than the limit a place between two characters as people see them, outside figures where that is possible; at worst
 * between two code points. 0 only when not even one code point fits.
 */
export function findCut(text: string, limit: number): number {
  if (text.length <= limit) return text.length
  if (limit <= 0) return 0
  const word = lastWordEnd(text, limit)
  const sentence = lastSentenceEnd(text, limit)
  if (sentence > 0 && sentence >= word * leastShare) return sentence
  return word > 0 ? word : insideWord(text, limit)
}

function lastSentenceEnd(text: string, limit: number): number {
  const window = text.slice(0, limit + lookahead)
  return splitSentences(window, 'en').findLast(({ end }) => end <= limit && end < window.length)?.end ?? 0
}

function lastWordEnd(text: string, limit: number): number {
  let last = 0
  for (const { index } of text.slice(0, limit + 1).matchAll(wordEnd)) if (index > 0) last = index
  return last
}

function insideWord(text: string, limit: number): number {
  const character = graphemes.segment(text.slice(0, limit + lookahead)).containing(limit)?.index ?? limit
  const start = text.slice(0, character)
  const figure = numberGoesOn.test(text.slice(character, character + 2)) ? insideNumber.exec(start)?.[0].length : 0
  const outside = character - (figure ?? 0)
  if (outside > 0) return outside
  if (character > 0) return character
  return isInsidePair(text, limit) ? limit - 1 : limit
}

function isInsidePair(text: string, position: number): boolean {
  return /[\ud800-\udbff]$/.test(text.slice(position - 1, position)) && /^[\udc00-\udfff]/.test(text.slice(position))
}
