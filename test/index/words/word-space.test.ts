import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWordSpace } from '../../../index/words/word-space.ts'
import { UserError } from '../../../src/errors.ts'
import { prepareMatcher } from '../../../src/match/similarity.ts'
import type { Embedder } from '../../../src/ports/embedder.ts'
import type { WordSpace } from '../../../src/ports/word-space.ts'
import type { Language } from '../../../src/types.ts'
import { openBundledEmbedder, openBundledWords } from '../../answer/seed-corpus.ts'

describe('what the model that ships knows of words', () => {
  let embedder: Embedder
  let space: WordSpace
  beforeAll(async () => {
    embedder = await openBundledEmbedder()
    space = await openBundledWords(embedder)
  })
  afterAll(() => embedder.close())

  it('gives unit vectors, the same from memory, and none for a blank word', async () => {
    const first = await space.vectors(['drought', 'secheresse', 'drought', ' ', ''])
    expect([...first.keys()].sort()).toEqual(['drought', 'secheresse'])
    for (const vector of first.values()) expect(Math.hypot(...vector)).toBeCloseTo(1, 4)
    expect(await space.vectors(['drought', 'secheresse'])).toEqual(first)
    expect((await space.vectors([])).size).toBe(0)
  })

  it('finds frequent words less rare than others, and unknown words as rare as any', () => {
    expect(space.rarity('the', 'en')).toBeLessThan(space.rarity('government', 'en'))
    expect(space.rarity('government', 'en')).toBeLessThan(space.rarity('xyzzyish', 'en'))
    expect(space.rarity('ministre', 'fr')).toBeLessThan(space.rarity('xyzzyish', 'fr'))
    expect(space.isFrequent('government', 'en')).toBe(true)
    expect(space.isFrequent('gouvernement', 'en')).toBe(false)
    expect(space.isFrequent('xyzzyish', 'fr')).toBe(false)
  })

  it('expects a word to reach itself in its own language, and less in the other', () => {
    expect(space.ceiling('government', 'en')).toBe(1)
    const abroad = space.ceiling('government', 'fr')
    expect(abroad).toBeGreaterThan(0.3)
    expect(abroad).toBeLessThan(1)
    expect(space.ceiling('xyzzyish', 'fr')).toBeGreaterThan(0.3)
  })

  const likeness = async (question: string, text: string, from: Language, to: Language) => {
    const matcher = await prepareMatcher(space, from, [question], [text])
    return matcher.likenessOf(question, to)(text)
  }

  it.each([
    ['drought', 'secheresse', 'voiture', 'en', 'fr'],
    ['seized', 'saisis', 'poisson', 'en', 'fr'],
    ['hospital', 'hopital', 'dimanche', 'en', 'fr'],
    ['pommes', 'apples', 'justice', 'fr', 'en'],
    ['ecole', 'school', 'river', 'fr', 'en'],
    ['police', 'policier', 'cuisine', 'fr', 'fr'],
  ] as const)('finds "%s" nearer to "%s" than to "%s"', async (question, same, other, from, to) => {
    const near = await likeness(question, same, from, to)
    expect(near).toBeGreaterThan(0.6)
    expect(await likeness(question, other, from, to)).toBeLessThan(near - 0.3)
  })

  it('finds what is misspelt', async () => {
    expect(await likeness('compueters', 'computers', 'en', 'en')).toBeGreaterThan(0.85)
    expect(await likeness('investigaton', 'investigation', 'en', 'en')).toBeGreaterThan(0.85)
  })

  it('refuses a model without token vectors, and says what to restore when the lists are missing', async () => {
    const { embedTokens: _embedTokens, ...without } = embedder
    const folders = { model: '/nowhere', vocabulary: ['/nowhere'] }
    await expect(openWordSpace(folders, without)).rejects.toThrow(/no token vectors/)
    const error: unknown = await openWordSpace(folders, embedder).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(/words\.en\.tsv.*restore models\//)
  })
})
