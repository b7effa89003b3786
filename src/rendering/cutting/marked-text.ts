/** Texts with marked ranges that survive what is done to the text. */
import type { Range } from '../../types.ts'

/** `marks`: ranges of `text`, in order, not overlapping. */
export type MarkedText = { readonly text: string; readonly marks: readonly Range[] }

/** What stands in a text instead of a range. */
export type Edit = Range & { readonly replacement: string }

/**
 * Applies edits (in order, not overlapping) and moves the marks along: an end that stood inside an edited range moves to
 * the end of the replacement for a mark's start, to its beginning for a mark's end. Marks left empty go.
 */
export function applyEdits({ text, marks }: MarkedText, edits: readonly Edit[]): MarkedText {
  if (edits.length === 0) return { text, marks }
  const parts: string[] = []
  /** Where the text from `from` (old) on begins (new). */
  const stretches: { readonly from: number; readonly to: number; readonly at: number }[] = []
  let position = 0
  let length = 0
  for (const { start, end, replacement } of edits) {
    stretches.push({ from: position, to: start, at: length })
    parts.push(text.slice(position, start), replacement)
    length += start - position + replacement.length
    position = end
  }
  stretches.push({ from: position, to: text.length, at: length })
  parts.push(text.slice(position))
  const moveStart = (offset: number): number => {
    const stretch = stretches.find(({ to }) => offset < to) ?? stretches.at(-1)
    return stretch === undefined ? offset : stretch.at + Math.max(0, offset - stretch.from)
  }
  const moveEnd = (offset: number): number => {
    const stretch = stretches.findLast(({ from }) => offset > from) ?? stretches[0]
    return stretch === undefined ? offset : stretch.at + Math.min(stretch.to, offset) - stretch.from
  }
  const moved = marks.map(({ start, end }) => ({ start: moveStart(start), end: moveEnd(end) }))
  return { text: parts.join(''), marks: moved.filter(({ start, end }) => start < end) }
}

/** One edit for each match of a global expression. */
export function editsOf(
  text: string,
  expression: RegExp,
  replace: (match: RegExpExecArray) => string,
): readonly Edit[] {
  return [...text.matchAll(expression)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    replacement: replace(match),
  }))
}
