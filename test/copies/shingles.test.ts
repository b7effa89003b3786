import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areCopies, containment, sampleShingles, shinglesOf } from '../../src/copies/shingles.ts'

const article = (text: string) => ({ text, skip: [] })
const shingles = (text: string) => shinglesOf(article(text))
/** Words, each a number: different seeds share none. */
const story = (seed: number, words: number) => Array.from({ length: words }, (_, at) => `w${seed}x${at}`)

describe('copies', () => {
  it('are found though accents, quotation marks and spaces differ', () => {
    const words = [...story(1, 60), 'l’été', 'à', '«Phnom', 'Penh»']
    expect(areCopies(shingles(words.join(' ')), shingles(words.join('\u00a0 ').normalize('NFD').toUpperCase()))).toBe(
      true,
    )
  })

  it('are not made by what is not article', () => {
    const furniture = story(9, 80).join(' ')
    const one = `${furniture} ${story(1, 50).join(' ')}`
    const other = `${furniture} ${story(2, 50).join(' ')}`
    const skip = [{ start: 0, end: furniture.length }]
    expect(areCopies(shinglesOf({ text: one, skip }), shinglesOf({ text: other, skip }))).toBe(false)
  })

  it('are told as the naive comparison of all five words in a row tells', () => {
    const naive = (one: readonly string[], other: readonly string[]) => {
      const rows = (words: readonly string[]) =>
        new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')))
      const [left, right] = [rows(one), rows(other)]
      const shared = [...left].filter((row) => right.has(row)).length
      return shared < 30 ? 0 : shared / Math.min(left.size, right.size)
    }
    fc.assert(
      fc.property(fc.nat(120), fc.nat(120), fc.nat(120), fc.nat(120), (before, common, after, otherAfter) => {
        const one = [...story(1, before), ...story(2, common), ...story(3, after)]
        const other = [...story(2, common), ...story(4, otherAfter)]
        expect(containment(shingles(one.join(' ')), shingles(other.join(' ')))).toBeCloseTo(naive(one, other), 10)
      }),
    )
  })

  it('share samples: some thirty shared rows of words are never missed, since their samples are the same', () => {
    const one = shingles([...story(1, 300), ...story(2, 300)].join(' '))
    const other = new Set(sampleShingles(shingles(story(2, 300).join(' '))))
    const shared = sampleShingles(one).filter((hash) => other.has(hash)).length
    expect(shared).toBe(other.size)
    expect(other.size).toBeGreaterThan(15)
  })
})
