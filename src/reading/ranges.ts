import type { Range } from '../types.ts'

/** The same stretches in order, with those that touch or overlap made one; empty ones are left out. */
export function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (range.end <= range.start) continue
    const last = merged.at(-1)
    if (last && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    } else merged.push(range)
  }
  return merged
}

/** What is left of a range without the stretches cut out, which are in order and do not overlap. */
export function withoutRanges(range: Range, cut: readonly Range[]): readonly Range[] {
  const left: Range[] = []
  let start = range.start
  for (let index = firstEndingAfter(cut, range.start); index < cut.length; index++) {
    const { start: cutStart, end: cutEnd } = cut[index] ?? range
    if (cutStart >= range.end) break
    if (cutStart > start) left.push({ start, end: cutStart })
    start = Math.max(start, cutEnd)
  }
  if (start < range.end) left.push({ start, end: range.end })
  return left
}

/** Whether any of the stretches, which are in order, has a character within the range. */
export function anyWithin(stretches: readonly Range[], range: Range): boolean {
  const next = stretches[firstEndingAfter(stretches, range.start)]
  return next !== undefined && next.start < range.end
}

function firstEndingAfter(stretches: readonly Range[], position: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}
