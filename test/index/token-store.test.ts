import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokenStore, toUnit } from '../../index/token-store.ts'
import type { TokenVectors } from '../../src/ports/embedder.ts'
import { randomFrom } from '../contracts/corpus-samples.ts'

const tokens = (...vectors: readonly (readonly number[])[]): TokenVectors => ({
  vectors: vectors.map((vector) => Float32Array.from(vector)),
  weights: vectors.map(() => 1),
})

describe('the token store', () => {
  it('keeps a vector once, however often and in whatever length it comes', () => {
    const store = createTokenStore(2)
    expect([...store.intern(tokens([3, 4], [1, 0], [3, 4]))]).toEqual([0, 1])
    expect([...store.intern(tokens([6, 8], [0, 1]))]).toEqual([0, 2])
    expect(store.size()).toBe(3)
  })

  it('learns tokens by their numbers, each once, and tells which it does not know', () => {
    const store = createTokenStore(2)
    expect(
      store.unknownOf([
        [7, 9],
        [9, 8],
      ]),
    ).toEqual([7, 9, 8])
    store.learn(
      [7, 9, 8],
      [
        [3, 4],
        [0, 0],
        [1, 0],
      ].map((vector) => Float32Array.from(vector)),
    )
    store.learn([7], [Float32Array.from([0, 1])])
    expect(store.unknownOf([[7, 9, 8, 5]])).toEqual([5])
    expect([...store.placesOf([8, 7, 9, 8])]).toEqual([1, 0])
    expect(store.cosines(Float32Array.from([0.6, 0.8]), [0])[0]).toBeCloseTo(1)
    expect(store.size()).toBe(2)
  })

  it('leaves out tokens of zeros, which have no direction', () => {
    const store = createTokenStore(2)
    expect([...store.intern(tokens([0, 0], [1, 1]))]).toEqual([0])
    expect(toUnit(new Float32Array(2))).toBeUndefined()
  })

  it('gives the cosines of the tokens asked for, and the lowest for the others', () => {
    const store = createTokenStore(2)
    store.intern(tokens([1, 0], [0, 1], [-1, 0]))
    expect([...store.cosines(Float32Array.from([1, 0]), [0, 2])]).toEqual([1, -1, -1])
    expect(store.cosines(Float32Array.from([0.6, 0.8]), [1])[1]).toBeCloseTo(0.8)
  })

  it('keeps what it held when it grows, also with an odd number of dimensions', () => {
    const dimensions = 3
    const store = createTokenStore(dimensions)
    const random = randomFrom(7)
    const vectors = Array.from({ length: 3_000 }, () => Float32Array.from({ length: dimensions }, () => random() - 0.5))
    const numbers = store.intern({ vectors, weights: [] })
    for (const position of [0, 1, 1_023, 1_024, 2_047, 2_048, 2_999]) {
      const unit = toUnit(vectors[position] ?? new Float32Array()) ?? new Float32Array()
      const number = numbers[position] ?? -1
      expect(store.cosines(unit, [number])[number]).toBeCloseTo(1, 5)
    }
  })

  it('gives cosines between −1 and 1, but for rounding', () => {
    const vector = fc.array(fc.float({ min: -10, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 6 }), vector, (held, asked) => {
        const store = createTokenStore(4)
        const numbers = store.intern(tokens(...held))
        const unit = toUnit(Float32Array.from(asked))
        if (unit === undefined) return
        for (const cosine of store.cosines(unit, numbers)) expect(Math.abs(cosine)).toBeLessThanOrEqual(1 + 1e-5)
      }),
    )
  })
})
