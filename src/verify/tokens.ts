/**
 * The words and marks of a text as the quote lock compares them. Unicode form, white space, the kind of apostrophe, dash
 * and quotation mark do not count; letters, accents, figures and punctuation do. Compound words are one token, so that a
 * match always ends at word and number boundaries: "444" is no token of "10 444", nor "Premier" one of "vice-Premier".
 */
import type { Range } from '../types.ts'

/** Offsets (UTF-16) are those of the text as given. */
export type Token = Range & {
  /** What must be equal: composed, without invisible characters, case kept. */
  readonly exact: string
  /** The same without accents, for articles that have none. */
  readonly bare: string
  /** Lower case without accents, for finding what is near. */
  readonly loose: string
  readonly kind: 'word' | 'elision' | 'mark'
}

const apostrophe = "['’‘ʼ´`′＇]"
const hyphen = '[-‐‑]'
const unit = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|\u00ad\s*|\p{Cf})*`
/** Groups of three after a space of any kind, a line break included: pasted text breaks anywhere. */
const number = String.raw`(?<![\p{L}\p{N}])[1-9]\d{0,2}(?:\s{1,3}\d{3})+(?![\p{N}\p{L}])(?:[.,]\d+)?|\d+(?:[.,]\d+)+|\d+(?![\p{L}\p{N}\p{M}\u00ad])`
const elided = String.raw`(?<![\p{L}\p{N}\p{M}])(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)${apostrophe}(?=[\p{L}\p{N}]|["“«„]\s?[\p{L}\p{N}])`
const joiner = String.raw`(?:(?:${hyphen}|${apostrophe})(?=[\p{L}\p{N}])|(?<=\d)[–:/](?=\d))`
const compound = `(?:${number}|${unit})(?:${joiner}(?:${number}|${unit}))*`
const ellipsis = String.raw`\.(?:\s?\.){2,}|…`
const pattern = new RegExp(
  `(?<elided>${elided})|(?<initials>(?<![\\p{L}\\p{N}])(?:\\p{L}\\.){2,})|(?<word>${compound})|(?<ellipsis>${ellipsis})|(?<mark>[,;:.!?()[\\]+%‰&=$€£¥°×/]|[-‐‑‒–—―−])`,
  'giu',
)

const ligatures: ReadonlyMap<string, string> = new Map([
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
])
const plain = /^[\w]+$/

/** The tokens of a text in reading order. Quotation marks, list markers and pictures are none. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    const { elided, ellipsis, mark } = match.groups ?? {}
    if (mark !== undefined) {
      const dash = /[-‐‑‒–—―−]/u.test(mark)
      if (dash && opensLine(text, start)) continue
      const written = dash ? '-' : mark
      tokens.push({ start, end, exact: written, bare: written, loose: written, kind: 'mark' })
    } else if (ellipsis !== undefined) {
      tokens.push({ start, end, exact: '…', bare: '…', loose: '…', kind: 'mark' })
    } else {
      tokens.push({ start, end, ...formsOf(match[0]), kind: elided === undefined ? 'word' : 'elision' })
    }
  }
  return tokens
}

function formsOf(written: string): Pick<Token, 'exact' | 'bare' | 'loose'> {
  if (plain.test(written)) return { exact: written, bare: written, loose: written.toLowerCase() }
  const exact = written
    .replace(/[\u00ad\p{Cf}]|\s/gu, '')
    .replace(/['’‘ʼ´`′＇]/gu, "'")
    .replace(/[‐‑–]/gu, '-')
    .replace(/[ﬀ-ﬆ]/gu, (found) => ligatures.get(found) ?? found)
    .normalize('NFC')
  const bare = removeAccents(exact)
  return { exact, bare, loose: bare.toLowerCase() }
}

/** Without accents, cedillas and the ligatures that accent-free writing opens. Other characters stay as they are. */
export function removeAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'Oe')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'Ae')
    .normalize('NFC')
}

function opensLine(text: string, position: number): boolean {
  return /(?:^|[\n\r\u2028\u2029])[ \t\u00a0>*•]*$/u.test(text.slice(Math.max(0, position - 8), position))
}

/** The other writing of a word whose first letter may be small or capital. */
export function flipFirstLetter(word: string): string {
  const [first = ''] = word
  const upper = first.toUpperCase()
  const flipped = first === upper ? first.toLowerCase() : upper
  return flipped.length === first.length ? flipped + word.slice(first.length) : word
}

const trimmedMarks = new Set([',', ';', ':', '.', '!', '?', '…', '-', '(', ')', '[', ']', '/'])

/** Without the marks at both ends, which belong to whoever quotes. */
export function trimMarks(tokens: readonly Token[]): readonly Token[] {
  let start = 0
  let end = tokens.length
  while (start < end && trimmedMarks.has(tokens[start]?.exact ?? '')) start += 1
  while (end > start && trimmedMarks.has(tokens[end - 1]?.exact ?? '')) end -= 1
  return start === 0 && end === tokens.length ? tokens : tokens.slice(start, end)
}
