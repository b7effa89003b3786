/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other (optimal string
 * alignment). Stops early: returns `limit + 1` for anything farther apart than `limit`.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  const shortest = Math.min(left.length, right.length)
  // What both begin and end with changes nothing: of two words there is seldom much left to compare.
  let start = 0
  while (start < shortest && left[start] === right[start]) start += 1
  let same = 0
  while (same < shortest - start && left[left.length - 1 - same] === right[right.length - 1 - same]) same += 1
  return distance(left.slice(start, left.length - same), right.slice(start, right.length - same), limit)
}

function distance(left: string, right: string, limit: number): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, position) => position)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    let best = row
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1)
      current.push(cost)
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    beforePrevious = previous
    previous = current
  }
  return Math.min(previous[right.length] ?? 0, limit + 1)
}
