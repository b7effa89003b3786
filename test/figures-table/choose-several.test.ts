import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Collection } from '../../models/fit/collections.ts'
import { type GoldenQuestion, indexCollection, readCollections, readQuestions } from '../../models/fit/collections.ts'
import { examine } from '../../src/answer/answer-from-evidence.ts'
import { chooseQuotes } from '../../src/answer/quotes/choose-quotes.ts'
import { extendQuotes } from '../../src/answer/quotes/extend-quotes.ts'
import { chooseSeveral, mostSeveral } from '../../src/figures-table/choose-several.ts'
import { chooseOtherFigures } from '../../src/figures-table/other-figures.ts'
import { readSeveral } from '../../src/figures-table/several.ts'
import type { Embedder, WordSpace } from '../../src/ports.ts'
import { readQuestion } from '../../src/question/question.ts'
import { home, openBundledEmbedder, openBundledWords, seedsFolder } from '../answer/seed-corpus.ts'
import { findParts } from './measure-parts.ts'

const seedFiles = [
  ['000_7c3e3a9317f40a94.txt', 'fr'],
  ['001_7c1f82c981f32898.txt', 'fr'],
  ['002_6638d7ef8cff6551.txt', 'fr'],
  ['003_1de10a3537bc286c.txt', 'en'],
  ['004_91052514494887b9.txt', 'en'],
] as const

let embedder: Embedder
let space: WordSpace
let collections: readonly Collection[]
beforeAll(async () => {
  embedder = await openBundledEmbedder()
  space = await openBundledWords(embedder)
  const files = seedFiles.map(([file, language]) => ({ path: join(seedsFolder, file), language }))
  const questions = await readQuestions(join(home, 'test', 'golden', 'seeds.jsonl'))
  collections = [
    ...(await readCollections(join(home, 'test', 'collections'), embedder)),
    await indexCollection('seeds', files, questions, embedder),
  ]
})
afterAll(async () => await embedder.close())

async function choose(collection: Collection, text: string) {
  const question = await readQuestion(text, space)
  const words = question.content.map(({ word }) => word)
  const evidence = await collection.retriever.retrieve({ text, words }, 100)
  const examination = await examine(question, evidence, collection.index, space)
  // As an answer is made: a question that asks for one thing is quoted as ever.
  const several = chooseSeveral(question, examination)?.units
  if (several !== undefined) return extendQuotes(several, [])
  const figures = chooseOtherFigures(question, examination).units
  if (figures.length > 0) return extendQuotes(figures, [])
  const { ranked } = examination
  return extendQuotes(
    chooseQuotes(ranked).map(({ unit }) => unit),
    ranked,
  )
}

const ofKind = (kind: GoldenQuestion['kind'], isIt = true) =>
  collections.flatMap((collection) =>
    collection.questions
      .filter((question) => (question.kind === kind) === isIt)
      .map((question) => ({ collection, question })),
  )

describe('sentences for a question that asks for several', () => {
  it('quotes at least four fifths of the parts', async () => {
    let parts = 0
    let quoted = 0
    for (const { collection, question } of ofKind('multi')) {
      const units = await choose(collection, question.question)
      expect(units.length).toBeLessThanOrEqual(mostSeveral)
      expect(new Set(units).size).toBe(units.length)
      const quotes = units.map(({ text, passage }) => ({ text, articleId: passage.articleId }))
      const found = findParts(question, quotes, collection.articles)
      parts += found.length
      quoted += found.filter(({ isQuoted }) => isQuoted).length
    }
    expect(parts).toBeGreaterThan(90)
    expect(quoted / parts).toBeGreaterThanOrEqual(0.8)
  }, 120_000)

  it('leaves ordinary questions alone', async () => {
    const ordinary = ofKind('multi', false)
    let touched = 0
    for (const { question } of ordinary) {
      if (readSeveral(await readQuestion(question.question, space)) !== undefined) touched += 1
    }
    expect(touched / ordinary.length).toBeLessThan(0.01)
  }, 120_000)

  it('names no article for what none speaks of', async () => {
    const seeds = collections.at(-1)
    if (seeds === undefined) throw new Error('no seeds')
    const question = await readQuestion('Quels articles parlent de drones ?', space)
    const evidence = await seeds.retriever.retrieve({ text: question.text, words: ['drones'] }, 100)
    const examination = await examine(question, evidence, seeds.index, space)
    expect(chooseSeveral(question, examination)).toEqual({ kind: 'articles', units: [] })
  })

  it('quotes each figure for another period, and none of what the article sets apart', async () => {
    const seeds = collections.at(-1)
    if (seeds === undefined) throw new Error('no seeds')
    for (const text of ['How many foreigners has Cambodia expelled?', 'Tous les chiffres sur les expulsions']) {
      const quoted = (await choose(seeds, text)).map((unit) => unit.text).join('\n')
      for (const figure of ['13 000', 'than 15,000', 'approximately 15,000', '21,000', '740', '428', '312'])
        expect(quoted, `${text} ${figure}`).toContain(figure)
      for (const other of ['210 000', '500 accusés']) expect(quoted, `${text} ${other}`).not.toContain(other)
    }
  })

  it('quotes a sentence with a day for the part that asks when', async () => {
    const seeds = collections.at(-1)
    if (seeds === undefined) throw new Error('no seeds')
    const text = 'How many men were among the 73 Koreans, and when were they flown back?'
    const quoted = (await choose(seeds, text)).map((unit) => unit.text).join('\n')
    expect(quoted).toContain('65 hommes')
    expect(quoted).toContain('23 janvier')
  })

  it('names each article that mentions a person', async () => {
    const seeds = collections.at(-1)
    if (seeds === undefined) throw new Error('no seeds')
    for (const text of ['Which articles mention Hun Manet?', 'Quels articles parlent de Hun Manet ?']) {
      const units = await choose(seeds, text)
      const found = new Set(units.map(({ passage }) => passage.articleId))
      expect([...found].sort()).toEqual([0, 1, 4].map((position) => seeds.articles[position]?.id))
    }
  })
})
