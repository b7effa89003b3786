/**
 * One form of a text for search, so that `oeuvre` finds `œuvre` and `10444` finds `10 444`. The corpus's full-text column
 * and the words of a question go through it; quotes never do.
 */
import type { Range } from '../types.ts'

/** A word for search: `word` is folded, the offsets (UTF-16) are those of the original text. */
export type FoldedWord = Range & { readonly word: string }

/** What Unicode decomposition leaves alone, or takes apart in a way that does not serve search. */
const REPLACED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    œ: 'oe',
    æ: 'ae',
    ß: 'ss',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    þ: 'th',
    ı: 'i',
    ς: 'σ',
    '™': ' ',
    '⁄': '/',
    ...spread('‘’‛ʼʻʹ′`´＇', "'"),
    ...spread('“”„‟«»‹›″＂', '"'),
    ...spread('‐‑‒–—―−', '-'),
  }),
)

// After another digit or a dot it is the tail of something else (a version, a date); after a letter, a name (G20).
const NUMBER_START = String.raw`(?<![\p{L}\p{N}]|\d[.,])`
/** Groups of exactly three after one to three digits: `10,444`, `10 444`, `10'444`; `1,234,56` is a list. */
const GROUPED = String.raw`[1-9]\d{0,2}(?:(?:,\d{3})+(?!\d|,\d)|(?: \d{3})+(?!\d)|(?:'\d{3})+(?!\d))`
const NUMBER = String.raw`${NUMBER_START}(?:${GROUPED}|\d+)(?:[.,]\d+(?!\d|[.,]\d))?`
/** The apostrophe of an elision or a possessive parts two words: `l'escroquerie`, `Cambodia's`. */
const ELISION = String.raw`(?<=\p{L})'(?=[\p{L}\p{N}])`

const NUMBER_OR_ELISION = new RegExp(`${NUMBER}|${ELISION}`, 'gu')
/** A number ends where letters begin, so that `33bn` is found by `33`; letters keep their digits (`g20`, `covid19`). */
const NUMBER_OR_WORD = new RegExp(String.raw`${NUMBER}|\d+|[\p{L}\p{N}]+`, 'gu')
const GROUPED_START = new RegExp(`^${GROUPED}`)
const DIGIT = /^\d/
const DECIMAL_DIGIT = /^\p{Nd}$/u
/** Combining marks, and what is not seen: soft hyphens, joiners, direction marks, a byte-order mark. */
const MARK = /^\p{M}$/u
const INVISIBLE = /^\p{Cf}$/u

/**
 * Folds a text for search: lower case, without accents, ligatures taken apart, elisions parted (`l'été` → `l ete`),
 * digit grouping removed (`10 444` and `10,444` → `10444`), a decimal comma made a point, quotes and dashes made plain.
 * Folding twice changes nothing. Never throws, whatever the text holds.
 */
export function fold(text: string): string {
  return foldCharacters(text).folded.replace(NUMBER_OR_ELISION, (found) => (found === "'" ? ' ' : plainNumber(found)))
}

/**
 * The words of a text in reading order, folded; a grouped number is one word. The words of one character (`½` → `1`, `2`)
 * share its offsets; an accent written apart belongs to its letter.
 */
export function foldWords(text: string): FoldedWord[] {
  const { folded, starts, ends } = foldCharacters(text)
  return [...folded.matchAll(NUMBER_OR_WORD)].map((match) => ({
    word: plainNumber(match[0]),
    start: starts[match.index] ?? 0,
    end: ends[match.index + match[0].length - 1] ?? text.length,
  }))
}

/** `10 444,5` → `10444.5`. A comma that is left after the groups is a decimal one; words pass unchanged. */
function plainNumber(found: string): string {
  if (!DIGIT.test(found)) return found
  const grouped = GROUPED_START.exec(found)?.[0] ?? ''
  return grouped.replace(/[, ']/g, '') + found.slice(grouped.length).replace(',', '.')
}

type FoldedCharacters = {
  readonly folded: string
  /** For each UTF-16 unit of `folded`, where in the original it came from. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Folds character by character, before anything that depends on the neighbours. */
function foldCharacters(text: string): FoldedCharacters {
  const starts: number[] = []
  const ends: number[] = []
  let folded = ''
  let position = 0
  // Kept beside: to look at the end of a text that grows costs its whole length.
  let last = ''
  let afterSmallNumber = false
  for (const character of text) {
    const start = position
    position += character.length
    const plain = foldCharacter(character)
    if (plain === '') {
      // An accent belongs to the letter before it; an invisible character to nobody.
      if (ends.length > 0 && MARK.test(character)) ends[ends.length - 1] = position
      continue
    }
    // "10²" is not 102: a superscript or a fraction is kept apart from the digits around it.
    const smallNumber = DIGIT.test(plain) && !DECIMAL_DIGIT.test(character)
    const apart = (smallNumber || afterSmallNumber) && DIGIT.test(plain) && DIGIT.test(last)
    afterSmallNumber = smallNumber
    const written = apart ? `^${plain}` : plain
    last = written.at(-1) ?? ''
    folded += written
    for (let unit = 0; unit < written.length; unit += 1) {
      starts.push(start)
      ends.push(position)
    }
  }
  return { folded, starts, ends }
}

function foldCharacter(character: string): string {
  if (character <= '\u007f') return REPLACED.get(character) ?? character.toLowerCase()
  const replaced = REPLACED.get(character)
  if (replaced !== undefined) return replaced
  let plain = ''
  for (const part of character.normalize('NFKD')) {
    if (MARK.test(part) || INVISIBLE.test(part)) continue
    const lower = part.toLowerCase()
    plain += REPLACED.get(lower) ?? lower
  }
  return plain
}

function spread(characters: string, replacement: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character) => [character, replacement]))
}
