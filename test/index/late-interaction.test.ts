import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreByLateInteraction } from '../../index/late-interaction.ts'
import { createTokenStore } from '../../index/token-store.ts'
import type { TokenVectors } from '../../src/ports/embedder.ts'

type Vector = readonly number[]

const squaredNorm = (vector: Vector) => vector.reduce((sum, value) => sum + value * value, 0)

const toTokens = (vectors: readonly Vector[]): TokenVectors => ({
  vectors: vectors.map((vector) => Float32Array.from(vector)),
  weights: vectors.map(squaredNorm),
})

function cosine(left: Vector, right: Vector): number {
  const product = left.reduce((sum, value, position) => sum + value * (right[position] ?? 0), 0)
  return product / Math.sqrt(squaredNorm(left) * squaredNorm(right))
}

/** The definition: two loops over the raw vectors. */
function naiveScore(question: readonly Vector[], passage: readonly Vector[]): number {
  let sum = 0
  let total = 0
  for (const token of question.filter((vector) => squaredNorm(vector) > 0)) {
    const cosines = passage.filter((vector) => squaredNorm(vector) > 0).map((other) => cosine(token, other))
    sum += squaredNorm(token) * (cosines.length === 0 ? 0 : Math.max(...cosines))
    total += squaredNorm(token)
  }
  return total === 0 ? 0 : sum / total
}

function score(question: readonly Vector[], passages: readonly (readonly Vector[])[]): readonly number[] {
  const store = createTokenStore(3)
  const numbers = passages.map((passage) => store.intern(toTokens(passage)))
  return scoreByLateInteraction(toTokens(question), numbers, store)
}

describe('late interaction', () => {
  const vector = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 })
  const text = fc.array(vector, { maxLength: 5 })

  it('scores as two naive loops do', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (question, passages) => {
        const scores = score(question, passages)
        expect(scores).toHaveLength(passages.length)
        passages.forEach((passage, position) => {
          expect(scores[position]).toBeCloseTo(naiveScore(question, passage), 4)
          expect(Math.abs(scores[position] ?? 2)).toBeLessThanOrEqual(1 + 1e-5)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('lets a heavy token count more than a light one', () => {
    const [heavy, light]: [Vector, Vector] = [
      [4, 0, 0],
      [0, 1, 0],
    ]
    const [withHeavy = 0, withLight = 0] = score([heavy, light], [[heavy], [light]])
    expect(withHeavy).toBeCloseTo(16 / 17)
    expect(withLight).toBeCloseTo(1 / 17)
  })

  it('scores 0 where there are no tokens on either side', () => {
    expect(score([], [[[1, 0, 0]], []])).toEqual([0, 0])
    expect(score([[0, 0, 0]], [[[1, 0, 0]]])).toEqual([0])
    expect(score([[1, 0, 0]], [[]])).toEqual([0])
  })
})
