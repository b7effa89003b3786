/** What stands in quotation marks within a paragraph, also where one of the two marks is missing. */
import type { Range } from '../types.ts'

/** `missing`: the mark that the article does not write; the span then reaches to the paragraph's end on that side. */
export type QuotedSpan = Range & { readonly missing?: 'opening' | 'closing' }

const mark = /["“”„‟«»″＂❝❞]/gu

/** The outermost quotations in order, their marks included. UTF-16 offsets. */
export function findQuotedSpans(paragraph: string): readonly QuotedSpan[] {
  let spans: readonly QuotedSpan[] = []
  let depth = 0
  let start = 0
  /** Behind the last mark that closed without having been opened. */
  let floor = 0
  for (const { index } of paragraph.matchAll(mark)) {
    if (opens(paragraph, index, depth > 0)) {
      if (depth === 0) start = index
      depth += 1
    } else if (depth > 0) {
      depth -= 1
      if (depth === 0) spans = [...spans, { start, end: index + 1 }]
    } else {
      const from = floor
      spans = [...spans.filter(({ end }) => end <= from), { start: from, end: index + 1, missing: 'opening' }]
      floor = index + 1
    }
  }
  return depth > 0 ? [...spans, { start, end: paragraph.length, missing: 'closing' }] : spans
}

function opens(text: string, position: number, isOpen: boolean): boolean {
  const character = text.charAt(position)
  if (/[«“„❝]/u.test(character)) return true
  if (/[»”❞]/u.test(character)) return false
  const before = text.charAt(position - 1)
  const after = text.charAt(position + 1)
  const leading = before === '' || /[\s([{'’—–-]/u.test(before)
  const trailing = after === '' || /[\s.,;:!?)\]}…—–-]/u.test(after)
  return leading === trailing ? !isOpen : leading
}
