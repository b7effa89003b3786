import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSeveral } from '../../src/figures-table/several.ts'
import type { Embedder, WordSpace } from '../../src/ports.ts'
import { readQuestion } from '../../src/question/question.ts'
import { openBundledEmbedder, openBundledWords } from '../answer/seed-corpus.ts'

let embedder: Embedder
let space: WordSpace
beforeAll(async () => {
  embedder = await openBundledEmbedder()
  space = await openBundledWords(embedder)
})
afterAll(async () => await embedder.close())

describe('whether a question asks for several', () => {
  it.each<[string, string | undefined]>([
    ['Quels sont tous les chiffres des inondations ?', 'figures'],
    ['How many people were displaced according to each source?', 'figures'],
    ['Comment le prix du pain a-t-il évolué au fil des mois ?', 'figures'],
    ['Which articles mention Ana Ruiz?', 'articles'],
    ['Quels articles parlent de Lisbonne ?', 'articles'],
    ['Que sait-on de Paul Adeyemi ?', 'articles'],
    ['What has Ana Ruiz said or done?', 'articles'],
    ['How many men and how many women were arrested?', 'parts'],
    ['How many were born in 2025, and how many in early 2026?', 'parts'],
    ['How much compensation do the families get, at first and now?', 'figures'],
    ['Nombre de blessés selon les jours', 'figures'],
    ['Who was arrested or dismissed after the fire?', 'parts'],
    ['Was it rain or wind?', undefined],
    ['Combien de dollars par mois gagne un marin ?', undefined],
    ['How many people fell ill?', undefined],
    ['How many tourists visit Lisbon each year?', undefined],
    ['Combien chaque famille a-t-elle reçu ?', undefined],
    ['How many were arrested between August 14 and 16, 2025?', undefined],
    ['Who wrote Pride and Prejudice?', undefined],
    ['When and where did it start?', undefined],
  ])('%s %s', async (text, kind) => {
    expect(readSeveral(await readQuestion(text, space))?.kind).toBe(kind)
  })
})
