/** Spans of a block: made of marked text, read and sliced by UTF-16 offsets. */

import type { Block, Span } from '../types.ts'
import type { MarkedText } from './marked-text.ts'

/** The marked words bold, the others plain. Empty spans are left out. */
export function toSpans({ text, marks }: MarkedText): readonly Span[] {
  const spans: Span[] = []
  let position = 0
  for (const { start, end } of marks) {
    spans.push(
      { text: text.slice(position, start) },
      { text: text.slice(Math.max(position, start), end), style: 'bold' },
    )
    position = Math.max(position, end)
  }
  return [...spans, { text: text.slice(position) }].filter(({ text }) => text !== '')
}

export function textOf({ spans }: Pick<Block, 'spans'>): string {
  return spans.map(({ text }) => text).join('')
}

/** The spans between two offsets of their joined text, styles and addresses kept. */
export function sliceSpans(spans: readonly Span[], start: number, end: number): readonly Span[] {
  const sliced: Span[] = []
  let position = 0
  for (const span of spans) {
    const text = span.text.slice(Math.max(0, start - position), Math.max(0, end - position))
    if (text !== '') sliced.push({ ...span, text })
    position += span.text.length
  }
  return sliced
}

/** Parts in a row with " · " between. */
export function joinSpans(parts: readonly (readonly Span[])[]): readonly Span[] {
  return parts.flatMap((part, position) => (position === 0 ? part : [{ text: ' · ' }, ...part]))
}
