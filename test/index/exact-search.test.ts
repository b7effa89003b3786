import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchExactly, toUnitVector } from '../../index/exact-search.ts'

describe('searchExactly', () => {
  it('finds what sorting everything finds, for any size, limit and filter', () => {
    const some = fc.record({
      dimensions: fc.integer({ min: 1, max: 9 }),
      rows: fc.nat(40),
      limit: fc.integer({ min: -1, max: 50 }),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      every: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(some, ({ dimensions, rows, limit, seed, every }) => {
        // Small whole numbers: sums are exact, and equal scores occur.
        const value = (index: number) => ((seed * (index + 7) * 2_654_435_761) % 5) - 2
        const matrix = Float32Array.from({ length: (rows + 3) * dimensions }, (_, index) => value(index))
        const vector = Float32Array.from({ length: dimensions }, (_, index) => value(index + 1_000))
        const admits = (row: number) => row % every === 0
        const expected = Array.from({ length: rows }, (_, row) => ({
          row,
          score: vector.reduce((sum, part, index) => sum + part * (matrix[row * dimensions + index] ?? 0), 0),
        }))
          .filter(({ row }) => admits(row))
          .sort((one, other) => other.score - one.score || one.row - other.row)
          .slice(0, Math.max(0, limit))
        const found = searchExactly(matrix, rows, vector, limit, admits)
        // -0 and 0 are the same score.
        expect(found.map(({ row, score }) => [row, score + 0])).toEqual(
          expected.map(({ row, score }) => [row, score + 0]),
        )
      }),
    )
  })
})

describe('toUnitVector', () => {
  it('gives length 1 and refuses what has no direction', () => {
    expect([...toUnitVector(Float32Array.of(3, 4), 2)].map((value) => value.toFixed(3))).toEqual(['0.600', '0.800'])
    for (const vector of [Float32Array.of(0, 0), Float32Array.of(Number.NaN, 1), Float32Array.of(1)]) {
      expect(() => toUnitVector(vector, 2)).toThrow(/query vector/)
    }
  })
})
