import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toProbability, weightedSum } from '../../src/answer/decision/linear.ts'

describe('the linear models', () => {
  it('add up the features by their weights', () => {
    const names = ['bias', 'covered'] as const
    expect(weightedSum({ bias: 1, covered: 0.5 }, { bias: -3, covered: 4 }, names)).toBe(-1)
  })

  it('turn any number into a probability, larger for larger', () => {
    const number = fc.double({ min: -1_000, max: 1_000, noNaN: true })
    fc.assert(
      fc.property(number, number, (one, other) => {
        const [low, high] = [toProbability(Math.min(one, other)), toProbability(Math.max(one, other))]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
    expect(toProbability(0)).toBe(0.5)
  })
})
