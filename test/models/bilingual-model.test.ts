import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { env, type FeatureExtractionPipeline, pipeline } from '@xenova/transformers'
import { beforeAll, describe, expect, test } from 'vitest'
import { isPlainWord } from '../../models/train/bert-text.ts'

const MODELS = join(import.meta.dirname, '../../models')
const BILINGUAL = join(MODELS, 'bilingual')

/** English, its translation, and a sentence that shares the topic and not the meaning. */
const TRIPLES: readonly (readonly [string, string, string])[] = [
  [
    'The storm destroyed forty houses on the coast.',
    'La tempête a détruit quarante maisons sur la côte.',
    'Les touristes louent des maisons sur la côte.',
  ],
  [
    'How many passengers were on the ferry?',
    'Combien de passagers étaient à bord du ferry ?',
    'Le ferry part tous les matins à huit heures.',
  ],
  [
    'The company will close its factory next year.',
    "L'entreprise fermera son usine l'an prochain.",
    "L'entreprise a vendu beaucoup de voitures.",
  ],
  [
    'The accused was sentenced to ten years in prison.',
    "L'accusé a été condamné à dix ans de prison.",
    'Le juge a libéré le témoin hier soir.',
  ],
]

/** A word asked for, an inflected translation, an unrelated frequent word. */
const WORDS: readonly (readonly [string, string, string])[] = [
  ['arrested', 'arrêtés', 'maison'],
  ['seized', 'saisi', 'journée'],
  ['expelled', 'expulsés', 'voiture'],
  ['minister', 'ministre', 'poisson'],
  ['drought', 'sécheresse', 'avocat'],
  ['lawyer', 'avocate', 'récolte'],
]

describe('the model that ships', () => {
  let extract: FeatureExtractionPipeline

  beforeAll(async () => {
    env.localModelPath = MODELS
    env.allowRemoteModels = false
    extract = await pipeline('feature-extraction', 'bilingual', { quantized: true })
  })

  async function cosines(texts: readonly [string, string, string]): Promise<readonly [number, number]> {
    const output = await extract([...texts], { pooling: 'mean', normalize: true })
    const values = Array.from(output.data as Float32Array)
    const at = (row: number): number[] => values.slice(row * 256, (row + 1) * 256)
    const product = (left: number[], right: number[]): number =>
      left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0)
    return [product(at(0), at(1)), product(at(0), at(2))]
  }

  test.each(TRIPLES)('puts "%s" near its translation', async (...texts) => {
    const [translation, other] = await cosines(texts)
    expect(translation).toBeGreaterThan(0.4)
    expect(translation).toBeGreaterThan(other + 0.1)
  })

  test.each(WORDS)('knows that "%s" is "%s" and not "%s"', async (...words) => {
    const [translation, other] = await cosines(words)
    expect(translation).toBeGreaterThan(0.4)
    expect(Math.abs(other)).toBeLessThan(0.3)
  })

  test('gives raw token vectors whose norm tells heavy words from light ones', async () => {
    const output = await extract('the drought', { pooling: 'none' })
    expect(output.dims).toEqual([1, 2, 256])
    const values = Array.from(output.data as Float32Array)
    const squared = (row: number): number =>
      values.slice(row * 256, (row + 1) * 256).reduce((sum, one) => sum + one * one, 0)
    expect(squared(1)).toBeGreaterThan(squared(0) * 2)
  })

  test('stays under twelve million bytes', () => {
    const files = readdirSync(BILINGUAL, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
    expect(bytes).toBeLessThan(12_000_000)
  })

  test.each(['en', 'fr'])('lists the frequent words of %s, each once, with their figures', (language) => {
    const lines = readFileSync(join(BILINGUAL, `words.${language}.tsv`), 'utf8')
      .trim()
      .split('\n')
    const words = lines.map((line) => line.split('\t'))
    expect(words.length).toBeGreaterThan(19_000)
    expect(new Set(words.map(([word]) => word)).size).toBe(words.length)
    const wrong = words.filter(
      ([word = '', idf, ceiling]) =>
        !(isPlainWord(word) && Number(idf) >= 0 && Number(ceiling) >= 0 && Number(ceiling) <= 1),
    )
    expect(wrong).toEqual([])
  })
})
