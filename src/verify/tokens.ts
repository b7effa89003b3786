/**
 * The words and marks of a text as the quote lock compares them. Unicode form, white space, the kind of apostrophe, dash
 * and quotation mark do not count; letters, accents, figures and punctuation do. Compound words are one token, so that a
 * match always ends at word and number boundaries: "444" is no token of "10 444", nor "Premier" one of "vice-Premier".
 */
import { seeThroughMarks } from '../text/source-marks.ts'
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
  /** A line break stands between this and the token before it. */
  readonly opensLine: boolean
}

const apostrophe = "['’‘ʼ´`′＇]"
const hyphen = '[-‐‑]'
const unit = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|\u00ad\s*|\p{Cf})*`
/** Groups of three after a space of any kind, a line break included: pasted text breaks anywhere. */
const number = String.raw`(?<![\p{L}\p{N}\p{M})\]}.,])[.,]\d+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[1-9]\d{0,2}(?:\s{1,3}\d{3})+(?![\p{N}\p{L}])(?:[.,]\d+)?|\d+(?:[.,]\d+)+|\d+(?![\p{L}\p{N}\p{M}\u00ad])`
const elided = String.raw`(?<![\p{L}\p{N}\p{M}])(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)${apostrophe}(?=[\p{L}\p{N}]|["“«„]\s?[\p{L}\p{N}])`
const joiner = String.raw`(?:(?:${hyphen}|${apostrophe})(?=[\p{L}\p{N}])|(?<=\d)[–:/](?=\d))`
const compound = `(?:${number}|${unit})(?:${joiner}(?:${number}|${unit}))*`
const ellipsis = String.raw`\.(?:\s?\.){2,}|…`
const pattern = new RegExp(
  `(?<elided>${elided})|(?<initials>(?<![\\p{L}\\p{N}])(?:\\p{L}\\.)+\\p{L}(?![\\p{L}\\p{N}\\p{M}])\\.?)|(?<word>${compound})|(?<ellipsis>${ellipsis})|(?<mark>[,;:.!?()[\\]+%‰&=$€£¥°×/]|[-‐‑‒–—―−])`,
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
const plainWord = /^[\w]+$/
const lineBreak = /[\n\r\u0085\u2028\u2029]/

/**
 * The tokens of a text in reading order. Quotation marks, list markers and pictures are none, nor what a text is set by:
 * emphasis, tags, the addresses of links.
 */
export function tokenize(text: string): readonly Token[] {
  const { plain, starts, ends } = seeThroughMarks(text)
  const tokens = tokenizePlain(plain)
  if (starts === undefined || ends === undefined) return tokens
  return tokens.map((token) => ({ ...token, start: starts[token.start] ?? 0, end: ends[token.end - 1] ?? text.length }))
}

function tokenizePlain(text: string): readonly Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    const { elided, initials, ellipsis, mark } = match.groups ?? {}
    const place = { start, end, opensLine: lineBreak.test(text.slice(last, start)) }
    if (mark !== undefined) {
      const dash = /[-‐‑‒–—―−]/u.test(mark)
      if (dash && isListMarker(text, start)) continue
      const written = dash ? '-' : mark
      tokens.push({ ...place, exact: written, bare: written, loose: written, kind: 'mark' })
    } else if (ellipsis !== undefined) {
      tokens.push({ ...place, exact: '…', bare: '…', loose: '…', kind: 'mark' })
    } else if (initials !== undefined) {
      // The stop of "5 p.m." is the sentence's as well.
      tokens.push({ ...place, ...formsOf(initials.replace(/\.$/, '')), kind: 'word' })
    } else {
      tokens.push({ ...place, ...formsOf(match[0]), kind: elided === undefined ? 'word' : 'elision' })
    }
    last = end
  }
  return tokens
}

function formsOf(written: string): Pick<Token, 'exact' | 'bare' | 'loose'> {
  if (plainWord.test(written)) return { exact: written, bare: written, loose: written.toLowerCase() }
  const exact = written
    .replace(/[\u00ad\p{Cf}]|\s/gu, '')
    .replace(/['’‘ʼ´`′＇]/gu, "'")
    .replace(/[‐‑–]/gu, '-')
    .replace(/[ﬀ-ﬆ]/gu, (found) => ligatures.get(found) ?? found)
    .normalize('NFC')
  const bare = removeAccents(exact)
  return { exact, bare, loose: looseNumber(bare.toLowerCase()) }
}

/** "10,444", "10.444" and "10 444" are near each other, and so are "48,6" and "48.6": which is right, the article says. */
function looseNumber(word: string): string {
  if (!/^\d/.test(word)) return word
  return word
    .replace(
      /^(\d{1,3})((?:[.,]\d{3})+)(?![\d])/,
      (_, first: string, groups: string) => first + groups.replace(/[.,]/g, ''),
    )
    .replace(',', '.')
}

/**
 * "21,000" and "21000" as "21000"; undefined for other words. Spaces between groups are no part of a token. In French a
 * comma is no grouping: only figures of English articles are compared so.
 */
export function withoutGrouping(exact: string): string | undefined {
  return /^(?:\d{1,3}(?:,\d{3})+|\d{4,})(?:\.\d+)?$/.test(exact) ? exact.replaceAll(',', '') : undefined
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

function isListMarker(text: string, position: number): boolean {
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
