/** Numbers written in digits. */
import type { Language } from '../types.ts'
import { canonicalDecimal } from './decimals.ts'
import type { FoldedText } from './folded-text.ts'
import type { NumberAtom } from './number-atom.ts'

const clock = /(\d{1,2})(?: ?h ?(\d{2})?|:(\d{2})(?::\d{2})?)(?![\p{L}\d:])/uy
const writings: readonly RegExp[] = [
  /\+\d[\d ]{6,}\d/y,
  /\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?![\d.]*\d)/y,
  /\d+(?:\.\d+){2,}/y,
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d)/y,
  // India's grouping in lakhs and crores, three digits only at the end: 1,50,000 and 2,00,00,000.
  /[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d|,\d)/y,
  /[1-9]\d{0,2}(?: \d{3})+(?!\d)(?:[.,]\d+)?(?!\d)/y,
  /[1-9]\d{0,2}(?:'\d{3})+(?!\d)/y,
  /\d+[.,]\d+/y,
  /\d+/y,
]

/** The value of digits as written, told by their shape: `10 444`, `10,444`, `1.000.000`, `48,6`, `1,000`, `1,50,000`. */
function readDigits(writing: string, language: Language): string {
  if (/^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/.test(writing)) return canonicalDecimal(writing.replaceAll(',', ''))
  const grouped = /^[1-9]\d{0,2}(?:([ ',.])\d{3})+(?:[.,]\d+)?$/.exec(writing)
  const separator = grouped?.[1]
  const groups = writing.split(separator ?? ' ').length
  const isGrouped = separator !== undefined && (separator !== '.' || groups > 2 || language === 'fr')
  const plain = isGrouped ? writing.replaceAll(separator, '') : writing
  return canonicalDecimal(plain.replace(',', '.'))
}

const currencyLetters = /(?:^|[^\p{L}])(?:us|usd|eur|gbp|rmb|rs|rm|cny|krw|khr|thb|sgd|hkd|aud|cad|chf)$/u
const wordPrefix = /(?:^|[^\p{L}])(?:mid|mi|pre|post|early|late|non|vers|nearly|year|age)-$/u

function isLabelled(before: string): boolean {
  if (/\p{L}$/u.test(before)) return !currencyLetters.test(before)
  return /\p{L}-$/u.test(before) && !wordPrefix.test(before)
}

/** Numbers written in digits, left to right; a number is never found inside another. */
export function digitAtoms(source: FoldedText, language: Language): readonly NumberAtom[] {
  const { folded } = source
  const atoms: NumberAtom[] = []
  for (let at = folded.search(/\d/); at !== -1 && at < folded.length; ) {
    const from = /^\+\d[\d ]{6,}\d/.test(folded.slice(at - 1, at + 16)) ? at - 1 : at
    clock.lastIndex = at
    const time = clock.exec(folded)
    const end = time === null ? endOfWriting(folded, from) : at + time[0].length
    const before = folded.slice(Math.max(0, from - 8), from)
    if (time !== null && Number(time[1]) < 25) atoms.push(timeAtom(time, at, end))
    else atoms.push(digitAtom(folded, from, endOfWriting(folded, from), before, language))
    const last = Math.max(at + 1, atoms.at(-1)?.end ?? end)
    const next = folded.slice(last).search(/\d/)
    at = next === -1 ? -1 : last + next
  }
  return atoms
}

function endOfWriting(folded: string, from: number): number {
  for (const pattern of writings) {
    pattern.lastIndex = from
    const match = pattern.exec(folded)
    if (match !== null) return from + match[0].length
  }
  return from + 1
}

function timeAtom(time: RegExpExecArray, start: number, end: number): NumberAtom {
  const minutes = time[2] ?? time[3] ?? '00'
  return { start, end, value: `${Number(time[1])}:${minutes}`, kind: 'time', spelled: false }
}

function digitAtom(folded: string, start: number, end: number, before: string, language: Language): NumberAtom {
  const writing = folded.slice(start, end)
  const after = folded.slice(end)
  if (writing.startsWith('+') || /\..*\./.test(writing.replace(/^\d{1,3}(?:\.\d{3})+$/, ''))) {
    return { start, end, value: writing.replace(/[+ ]/g, ''), kind: 'label', spelled: false }
  }
  const ordinal = /^(?:st|nd|rd|th|e|er|re|ere|eme|ieme|nde)s?(?![\p{L}\p{N}])/u.exec(after)
  const value = readDigits(writing, language)
  if (ordinal !== null && !value.includes('.')) {
    return { start, end: end + ordinal[0].length, value, kind: 'ordinal', spelled: false }
  }
  if (isLabelled(before)) return { start, end, value, kind: 'label', spelled: false }
  const glued = /^\p{L}+\d*/u.exec(after)?.[0]
  if (
    glued !== undefined &&
    !/^(?:k|m|mn|bn|b|tn|md|mds|mrd|km|m2|km2|kg|g|mg|t|cm|mm|ha|h|min|s|gb|mb|tb|go|mo|mw|kw|kwh|usd|eur|ans|x)$/.test(
      glued,
    )
  ) {
    return { start, end, value, kind: 'label', spelled: false }
  }
  const negative = /(?:^|[ (])-$/.test(before) && !/(?:^|\n) *-$/.test(before)
  return negative
    ? { start: start - 1, end, value: canonicalDecimal(`-${value}`), kind: 'plain', spelled: false }
    : { start, end, value, kind: 'plain', spelled: false }
}
