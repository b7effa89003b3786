import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignWords } from '../../models/train/align-words.ts'
import { createLossFunction } from '../../models/train/loss-graph.ts'
import { PairNumbers } from '../../models/train/pair-numbers.ts'
import { quantizeRows, restoreRows } from '../../models/train/quantize.ts'
import { seededRandom, shuffledIndexes } from '../../models/train/random.ts'
import { tightenGroups } from '../../models/train/tighten-groups.ts'
import { trainVocabulary } from '../../models/train/train-vocabulary.ts'
import { createTokenizer } from '../../models/train/word-piece.ts'
import { everydayPairs } from './small-data.ts'

const DIMENSIONS = 8

function randomRows(rows: number, seed: number): Float32Array {
  const random = seededRandom(seed)
  return Float32Array.from({ length: rows * DIMENSIONS }, () => random() * 2 - 1)
}

describe('the loss', () => {
  test('has the gradient that small steps measure', async () => {
    const size = 5
    const lossFunction = await createLossFunction(DIMENSIONS, 20, 1)
    const [first, second] = [randomRows(size, 1), randomRows(size, 2)]
    const { firstGradient, secondGradient } = await lossFunction.run(first, second, size)
    const lossAt = async (values: Float32Array, place: number, step: number): Promise<number> => {
      const before = values[place] ?? 0
      values[place] = before + step
      const { loss } = await lossFunction.run(first, second, size)
      values[place] = before
      return loss
    }
    for (const place of [0, 7, 13, 39]) {
      for (const [values, gradient] of [
        [first, firstGradient],
        [second, secondGradient],
      ] as const) {
        const measured = ((await lossAt(values, place, 0.01)) - (await lossAt(values, place, -0.01))) / 0.02
        expect(gradient[place]).toBeCloseTo(measured, 2)
      }
    }
    await lossFunction.close()
  })
})

describe('rounding to whole numbers', () => {
  test('moves no value by more than half a step of its row', () => {
    const finite = fc.float({ min: -1000, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.array(finite, { minLength: DIMENSIONS, maxLength: DIMENSIONS }), (row) => {
        const values = Float32Array.from(row)
        const restored = restoreRows(quantizeRows(values, 1, DIMENSIONS))
        const largest = Math.max(...values.map(Math.abs))
        for (const [index, value] of values.entries()) {
          expect(Math.abs(value - (restored[index] ?? Number.NaN))).toBeLessThanOrEqual((largest / 127) * 0.501 + 1e-30)
        }
      }),
    )
  })
})

describe('tightening groups', () => {
  test('keeps every norm and turns the words of a group towards each other', () => {
    const values = randomRows(4, 5)
    const before = Float32Array.from(values)
    const norm = (from: Float32Array, row: number): number =>
      Math.hypot(...from.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS))
    const cosine = (from: Float32Array): number =>
      Array.from({ length: DIMENSIONS }, (_, d) => (from[d] ?? 0) * (from[DIMENSIONS + d] ?? 0)).reduce(
        (a, b) => a + b,
      ) /
      (norm(from, 0) * norm(from, 1))
    tightenGroups(values, DIMENSIONS, [{ ids: [0, 1], weight: 1 }], 1)
    expect(cosine(values)).toBeGreaterThan(cosine(before))
    for (const row of [0, 1, 2, 3]) expect(norm(values, row)).toBeCloseTo(norm(before, row), 4)
    expect(values.subarray(2 * DIMENSIONS)).toEqual(before.subarray(2 * DIMENSIONS))
  })
})

describe('aligning words', () => {
  test('finds which word translates which', () => {
    const found = new Set(alignWords(everydayPairs).map((pair) => `${pair.english} ${pair.french}`))
    for (const pair of ['baker boulanger', 'sells vend', 'boat bateau', 'village village', 'winter hiver']) {
      expect(found).toContain(pair)
    }
    expect(found).not.toContain('baker bateau')
  })
})

describe('the vocabulary', () => {
  test('has the size asked for and can spell every word that it has the letters of', () => {
    const counts = new Map([
      ['expulse', 9],
      ['expulsera', 4],
      ['expulsions', 4],
      ['arretera', 4],
      ['passera', 3],
    ])
    const pieces = trainVocabulary(counts, counts, { size: 60, wordShare: 0.5, forced: ['expulse'], minimumSeen: 1 })
    expect(pieces.length).toBeLessThanOrEqual(60)
    expect(new Set(pieces).size).toBe(pieces.length)
    const tokenizer = createTokenizer(pieces)
    const spell = (word: string): string =>
      tokenizer
        .encodeWord(word)
        .map((id) => pieces[id]?.replace('##', ''))
        .join('')
    for (const word of [...counts.keys(), 'repassera']) expect(spell(word)).toBe(word)
    expect(tokenizer.encodeWord('żółw')).toEqual([pieces.indexOf('[UNK]')])
  })
})

describe('random order', () => {
  test('holds every index once and is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 300 }), (seed, size) => {
        const order = shuffledIndexes(seededRandom(seed), size)
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, index) => index))
        expect(shuffledIndexes(seededRandom(seed), size)).toEqual(order)
      }),
    )
  })
})

describe('pair numbers', () => {
  test('number the same pair alike, however many there are', () => {
    const pairs = new PairNumbers()
    const total = 300_000
    for (let index = 0; index < total; index++) pairs.numberOf(index % 700, Math.floor(index / 700))
    expect(pairs.size).toBe(total)
    for (const pair of [0, 1, 699, 700, 131_073, total - 1]) {
      expect(pairs.numberOf(pairs.leftOf(pair), pairs.rightOf(pair))).toBe(pair)
    }
  })
})
