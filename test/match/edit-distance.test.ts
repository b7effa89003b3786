import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/match/edit-distance.ts'

/** Optimal string alignment straight from its definition, without a limit. */
function naiveDistance(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length
  const [ours, theirs] = [left.slice(0, -1), right.slice(0, -1)]
  const cost = left.at(-1) === right.at(-1) ? 0 : 1
  const edited = Math.min(
    naiveDistance(ours, right) + 1,
    naiveDistance(left, theirs) + 1,
    naiveDistance(ours, theirs) + cost,
  )
  const swapped = left.length > 1 && right.length > 1 && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1)
  return swapped ? Math.min(edited, naiveDistance(left.slice(0, -2), right.slice(0, -2)) + 1) : edited
}

describe('the edit distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })

  it('is that of the naive definition, and one more than the limit for anything farther', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 7 }), (left, right, limit) => {
        expect(editDistance(left, right, limit)).toBe(Math.min(naiveDistance(left, right), limit + 1))
      }),
      { numRuns: 300 },
    )
  })

  // It was 4: the last row held a near cell, so that nothing stopped early.
  it('is no more than one above the limit when only the ends differ', () => {
    expect(editDistance('abcd', 'cdxy', 2)).toBe(3)
  })

  it('is the same both ways', () => {
    const text = fc.string({ maxLength: 9 })
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(editDistance(left, right, 3)).toBe(editDistance(right, left, 3))
        expect(editDistance(left, left, 0)).toBe(0)
      }),
    )
  })

  it.each([
    ['ministre', 'minister', 1],
    ['siezed', 'seized', 1],
    ['arnaque', 'arnaques', 1],
    ['kompot', 'kampot', 1],
    ['', 'ab', 2],
  ])('from "%s" to "%s" is %d', (left, right, distance) => {
    expect(editDistance(left, right, 2)).toBe(distance)
  })
})
