import { oncePerText } from '../once-per-text.ts'
import type { Range } from '../types.ts'

/**
 * A text made easy to match, with the way back: lower case, no accents, ligatures opened, one kind of space, apostrophe,
 * quotation mark and hyphen. `starts[i]` and `ends[i]` are the UTF-16 offsets in the original of the folded unit `i`.
 */
export type FoldedText = {
  readonly original: string
  readonly folded: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** A word of a text: offsets in the original, and where it stands in the folded text. */
export type Word = Range & {
  readonly folded: string
  readonly foldedStart: number
  readonly foldedEnd: number
  /** The folded characters between the word before (or the start of the text) and this one. */
  readonly gap: string
  /** The first letter is a capital. */
  readonly capital: boolean
  /** Two letters or more, all capitals. */
  readonly upper: boolean
}

const replacements: ReadonlyMap<string, string> = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['`', "'"],
  ['´', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['−', '-'],
])

const mark = /^\p{M}$/u
const horizontalSpace = /^[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]$/
const invisible = /^\p{Cf}$/u

function foldCharacter(character: string): string {
  const lower = character.toLowerCase()
  const replaced = replacements.get(lower)
  if (replaced !== undefined) return replaced
  if (horizontalSpace.test(lower)) return ' '
  if (invisible.test(lower)) return ''
  return lower.normalize('NFKD').replace(/\p{M}/gu, '')
}

/** Folds a text and keeps, for every folded unit, where it came from. Decomposed accents belong to their letter. */
export const foldText: (text: string) => FoldedText = oncePerText(foldCharacters)

function foldCharacters(text: string): FoldedText {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const character of text) {
    const end = offset + character.length
    const code = character.charCodeAt(0)
    if (code > 127 && mark.test(character)) {
      if (ends.length > 0) ends[ends.length - 1] = end
    } else {
      const piece = code < 128 && code !== 96 && code !== 9 ? character.toLowerCase() : foldCharacter(character)
      for (let unit = 0; unit < piece.length; unit += 1) {
        starts.push(offset)
        ends.push(end)
      }
      folded += piece
    }
    offset = end
  }
  return { original: text, folded, starts, ends }
}

/** The folded form of a word or pattern. */
export function foldString(text: string): string {
  return foldText(text).folded
}

/** The range of the original that the folded units from `start` up to `end` came from. */
export function originalRange(text: FoldedText, start: number, end: number): Range {
  if (end <= start) {
    const at = text.starts[start] ?? text.original.length
    return { start: at, end: at }
  }
  return { start: text.starts[start] ?? 0, end: text.ends[end - 1] ?? text.original.length }
}

const asciiOnly = /^[\0-\x7f]*$/
/** The same words as those of `plainWords` where there is nothing but ASCII, in a third of the time; "ᴬ" folds to a capital. */
const asciiWords = /[a-z0-9]+/gi
const plainWords = /[\p{L}\p{N}]+/gu
const withAbbreviations = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?!\p{L})|[\p{L}\p{N}]+/gu

function letterCount(slice: string): number {
  return slice.replace(/[^\p{L}]/gu, '').length
}

const remembered = new WeakMap<FoldedText, readonly Word[]>()

/** Words in reading order: runs of letters and digits, and dotted abbreviations (`u.s.`) as one. */
export function wordsOf(text: FoldedText): readonly Word[] {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const words = splitWords(text)
  remembered.set(text, words)
  return words
}

function splitWords(text: FoldedText): readonly Word[] {
  const words: Word[] = []
  let last = 0
  for (const { index, 0: folded } of text.folded.matchAll(patternFor(text.folded))) {
    const foldedEnd = index + folded.length
    const { start, end } = originalRange(text, index, foldedEnd)
    const slice = text.original.slice(start, end)
    // Most words fold to themselves, and so have no capital.
    const isPlain = slice === folded
    words.push({
      ...{ start, end, folded, foldedStart: index, foldedEnd },
      gap: text.folded.slice(last, index),
      capital: !isPlain && /^\p{Lu}/u.test(slice),
      upper:
        !isPlain &&
        folded.length > 1 &&
        slice === slice.toUpperCase() &&
        slice !== slice.toLowerCase() &&
        letterCount(slice) > 1,
    })
    last = foldedEnd
  }
  return words
}

/** The pattern with abbreviations is ten times slower, and few texts hold one. */
function patternFor(folded: string): RegExp {
  if (folded.includes('.') && /\p{L}\.\p{L}\./u.test(folded)) return withAbbreviations
  return asciiOnly.test(folded) ? asciiWords : plainWords
}
