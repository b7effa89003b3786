/** Quotations in single marks, or in double ones within others: 'You will never', “never”. Apostrophes are told apart. */
import type { Range } from '../types.ts'

const opening = /(?:^|[\s(:—–])(['‘‚‹]|["“])(?=[\p{Lu}\p{N}\p{L}])/gu

/** The outermost of them, their marks included. UTF-16 offsets. */
export function findInnerQuotations(text: string): readonly Range[] {
  const found: Range[] = []
  let from = 0
  for (const match of text.matchAll(opening)) {
    const mark = match[1] ?? ''
    const start = match.index + match[0].length - 1
    if (start < from) continue
    const end = closeOf(text, start, mark)
    if (end === undefined) continue
    found.push({ start, end })
    from = end
  }
  return found
}

/** Behind the mark that closes, when three words or more lie between, or a pair of marks says so plainly. */
function closeOf(text: string, start: number, mark: string): number | undefined {
  const close = /["“]/u.test(mark) ? /["”]/gu : mark === '‹' ? /›/gu : /['’](?=$|[\s.,;:!?)"”»])/gu
  close.lastIndex = start + 2
  let last: number | undefined
  for (let match = close.exec(text); match !== null; match = close.exec(text)) {
    // "the residents' houses": an apostrophe behind an s closes only at a mark.
    const isPlural = /s$/u.test(text.slice(0, match.index)) && /^.\s\p{Ll}/u.test(text.slice(match.index))
    if (isPlural && mark !== '"') {
      last = match.index
      continue
    }
    return match.index + 1
  }
  return last === undefined ? undefined : last + 1
}
