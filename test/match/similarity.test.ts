import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareMatcher } from '../../src/match/similarity.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import type { Language } from '../../src/types.ts'

type Fake = {
  /** An angle in degrees makes a unit vector: two words 60° apart have a cosine of 0.5. */
  readonly degrees?: Readonly<Record<string, number>>
  readonly ceilings?: Readonly<Record<string, number>>
  readonly frequent?: readonly string[]
  readonly concepts?: readonly (readonly string[])[]
}

function fakeSpace({ degrees = {}, ceilings = {}, frequent = [], concepts = [] }: Fake): WordSpace {
  return {
    vectors: async (words) => {
      const known = words.flatMap((word) => {
        const angle = (degrees[word] ?? Number.NaN) * (Math.PI / 180)
        return Number.isNaN(angle) ? [] : [[word, Float32Array.from([Math.cos(angle), Math.sin(angle)])] as const]
      })
      return new Map(known)
    },
    rarity: () => 5,
    isFrequent: (word) => frequent.includes(word),
    ceiling: (word) => ceilings[word] ?? 1,
    shareConcept: (left, _leftLanguage, right) =>
      concepts.some((words) => words.includes(left) && words.includes(right)),
  }
}

async function likeness(fake: Fake, left: string, right: string, from: Language = 'en', to: Language = 'en') {
  const matcher = await prepareMatcher(fakeSpace(fake), from, [left], [right])
  return matcher.likenessOf(left, to)(right)
}

describe('the likeness of two words', () => {
  it('is 1 for the same word, also one that nothing is known of', async () => {
    expect(await likeness({}, 'xyzzy', 'xyzzy')).toBe(1)
    expect(await likeness({}, '10444', '10444', 'en', 'fr')).toBe(1)
  })

  it('is 0 for numbers that are not equal, however alike they look or mean', async () => {
    const fake = { degrees: { '2025': 0, '2026': 0, twenty: 0 }, concepts: [['2025', '2026']] }
    expect(await likeness(fake, '2025', '2026')).toBe(0)
    expect(await likeness(fake, '2025', 'twenty')).toBe(0)
    expect(await likeness(fake, 'covid19', 'covid18')).toBe(0)
  })

  it('is high for forms of one word, by the stem in either language', async () => {
    expect(await likeness({}, 'arrest', 'arrests')).toBeGreaterThan(0.95)
    expect(await likeness({}, 'expulsion', 'expulsions', 'en', 'fr')).toBeGreaterThan(0.95)
  })

  it('is high for a misspelling, and lower for two real words that differ by a letter', async () => {
    const frequent = ['siezed', 'policy']
    expect(await likeness({}, 'compueter', 'computer')).toBeGreaterThanOrEqual(0.9)
    expect(await likeness({}, 'gouvernment', 'government')).toBeGreaterThanOrEqual(0.9)
    expect(await likeness({ frequent }, 'policy', 'police')).toBeLessThan(0.75)
  })

  it('does not take short words and acronyms for misspellings of each other', async () => {
    expect(await likeness({}, 'ccos', 'ccoi')).toBe(0)
    expect(await likeness({}, 'onu', 'ong', 'fr', 'fr')).toBe(0)
  })

  it('follows the vocabulary: a translation says the same, a synonym nearly', async () => {
    const concepts = [['lawyer', 'avocat', 'attorney']]
    const translation = await likeness({ concepts }, 'lawyer', 'avocat', 'en', 'fr')
    const synonym = await likeness({ concepts }, 'lawyer', 'attorney')
    expect(translation).toBeGreaterThan(synonym)
    expect(synonym).toBeGreaterThan(0.8)
  })

  it('measures a cosine against the best that the word could reach', async () => {
    const degrees = { drought: 0, secheresse: 60, poisson: 85 }
    const reachable = await likeness({ degrees, ceilings: { drought: 0.5 } }, 'drought', 'secheresse', 'en', 'fr')
    const unreached = await likeness({ degrees, ceilings: { drought: 1 } }, 'drought', 'secheresse', 'en', 'fr')
    expect(reachable).toBeCloseTo(1)
    expect(unreached).toBeCloseTo((0.5 - 0.12) / (1 - 0.12))
    expect(await likeness({ degrees }, 'drought', 'poisson', 'en', 'fr')).toBe(0)
  })

  it('does not let a word without any good translation match whatever is least bad', async () => {
    const degrees = { xylophone: 0, table: 75 }
    expect(await likeness({ degrees, ceilings: { xylophone: 0.1 } }, 'xylophone', 'table', 'en', 'fr')).toBeLessThan(
      0.7,
    )
  })

  it('tells a text in one language from a text in the other', async () => {
    const concepts = [['coin', 'piece']]
    const matcher = await prepareMatcher(fakeSpace({ concepts }), 'en', ['coin'], ['piece'])
    expect(matcher.likenessOf('coin', 'fr')('piece')).not.toBe(matcher.likenessOf('coin', 'en')('piece'))
  })

  it('lies between 0 and 1, is the same when asked again, and is 1 for a word with itself', async () => {
    const word = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('arrest', 'arrests', 'arret', '12', 'ab', 'arresst'),
    )
    const language = fc.constantFrom<Language>('en', 'fr')
    const angle = fc.integer({ min: 0, max: 360 })
    await fc.assert(
      fc.asyncProperty(
        word,
        word,
        language,
        language,
        angle,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (...drawn) => {
          const [left, right, from, to, degrees, ceiling] = drawn
          const fake = { degrees: { [left]: 0, [right]: degrees }, ceilings: { [left]: ceiling } }
          const matcher = await prepareMatcher(fakeSpace(fake), from, [left], [right])
          const found = matcher.likenessOf(left, to)(right)
          expect(found).toBeGreaterThanOrEqual(0)
          expect(found).toBeLessThanOrEqual(1)
          expect(matcher.likenessOf(left, to)(right)).toBe(found)
          expect(matcher.likenessOf(left, to)(left)).toBe(1)
        },
      ),
    )
  })
})
