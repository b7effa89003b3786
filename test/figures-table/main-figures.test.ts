import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFigures } from '../../src/figures-table/find-figures.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import {
  articleOf,
  createCorpus,
  type MemoryCorpus,
  openBundledEmbedder,
  openBundledWords,
} from '../answer/seed-corpus.ts'

const stage = articleOf(
  'stage',
  'The Alder theatre has 640 seats and opened in 1931.\n\nTickets at the Alder theatre cost 18 euros in 2025, against 15 euros in 2023. In 2021 the theatre sold 9,000 tickets.',
)
const scene = articleOf(
  'scene',
  'Le théâtre de Louvre-les-Eaux compte 320 places depuis 1931.\n\nLe budget du théâtre est de 2 millions d’euros en 2025.',
  'fr',
)

describe('the figures of a table', () => {
  let embedder: Embedder
  let corpus: MemoryCorpus
  beforeAll(async () => {
    embedder = await openBundledEmbedder()
    corpus = createCorpus(embedder, await openBundledWords(embedder))
    await corpus.update([stage, scene])
  })
  afterAll(() => embedder.close())

  it('begin with what the topic is about: money and wages are figures like the rest', async () => {
    const tickets = (await findFigures(corpus.parts, 'Alder theatre tickets')).table.rows.map(({ value }) => value)
    expect(tickets.slice(0, 3).toSorted()).toEqual(['15 euros', '18 euros', '9,000'])
    const [budget] = (await findFigures(corpus.parts, 'budget du théâtre')).table.rows
    expect(budget?.value).toBe('2 millions d’euros')
  })
})
