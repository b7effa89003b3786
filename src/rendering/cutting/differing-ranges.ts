import type { Range } from '../../types.ts'
import type { Match } from '../../verify/types.ts'

/** Where the article's words differ from those given: ranges of the match's quote, in order, not overlapping. */
export function differingRanges({ quote, start, differences }: Match): readonly Range[] {
  const ranges: Range[] = []
  let position = 0
  for (const { at } of differences) {
    const [from, to] = [Math.max(position, at.start - start), Math.min(quote.length, at.end - start)]
    if (to <= from) continue
    ranges.push({ start: from, end: to })
    position = to
  }
  return ranges
}
