import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFigures } from '../../src/figures-table/find-figures.ts'
import { toFiguresCsv, toFiguresMarkdown } from '../../src/figures-table/formats.ts'
import { toCells } from '../../src/figures-table/table-cells.ts'
import type { FigureTable } from '../../src/figures-table/types.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { renderFigures } from '../../src/rendering/blocks/render-figures.ts'
import { toPlain } from '../../src/rendering/cutting/plain.ts'
import {
  articleOf,
  createCorpus,
  type MemoryCorpus,
  openBundledEmbedder,
  openBundledWords,
} from '../answer/seed-corpus.ts'

const articles = [
  articleOf(
    'sweep',
    `Between March 3 and 5, 2024, police of Korvia arrested more than 900 suspects in raids across four districts of the coast.

The sweep targeted workshops in:

- Lessa: 270 Danes, including 45 women
- Marn and Tolv: 85 Danes, 60 Finns and 12 Swedes detained
- Odalen Province: 27 suspects from Denmark, Finland, and Sweden

Police seized hundreds of telephones used in the workshops.

A recent Harbour Watch report accused the council of looking away. The report identified over 50 workshops on the coast.`,
  ),
  articleOf(
    'prefecture',
    `Selon le parquet de Brenn, 40 hommes sont accusés d'avoir détourné 3,5 millions d'euros dans le port de la ville.

Le 8 mai 2025, la préfecture de Brenn a procédé à l'expulsion de 400 étrangers, dont 20 femmes.

Toujours le 8 mai, elle a organisé l'expulsion séparée de 300 citoyens danois, partis par avion spécial le soir.

Outre les cas d'expulsions officielles, 9 000 étrangers ont quitté la ville au cours de la même période, a déclaré Ana Ruiz.

Depuis juin 2023, la mairie a visité 70 ateliers clandestins.`,
    'fr',
  ),
]

let embedder: Embedder
let space: WordSpace
let corpus: MemoryCorpus
beforeAll(async () => {
  embedder = await openBundledEmbedder()
  space = await openBundledWords(embedder)
  corpus = createCorpus(embedder, space)
  await corpus.update(articles)
})
afterAll(async () => await embedder.close())

const tableOf = async (topic: string): Promise<FigureTable> => (await findFigures(corpus.parts, topic)).table
const valuesOf = async (topic: string): Promise<readonly string[]> =>
  (await tableOf(topic)).rows.map(({ canonical }) => canonical).sort((left, right) => Number(left) - Number(right))

describe('what a topic gathers', () => {
  it('gives items of a list the period and the words of the event that they are a part of', async () => {
    for (const topic of ['arrests', 'arrestations mars 2024']) {
      const { rows } = await tableOf(topic)
      const known = new Map(rows.map((row) => [row.canonical, row.date]))
      for (const value of ['900', '270', '85', '27']) expect(known.get(value), `${topic}: ${value}`).toBe('2024-03-03')
      expect([...known.keys()]).not.toContain('50')
    }
  })

  it('takes a people or a place that is named for those in the sentence, whatever else is counted beside them', async () => {
    expect(await valuesOf('Danes arrested')).toEqual(['27', '45', '85', '270'])
    expect(await valuesOf('Finns')).toEqual(['27', '60'])
    expect(await valuesOf('détenus à Lessa')).toEqual(['45', '270'])
  })

  it('finds what a body says, where it is only called "the report"', async () => {
    const { rows } = await tableOf('Harbour Watch')
    expect(rows.map(({ canonical, speaker }) => [canonical, speaker])).toEqual([
      ['50', 'A recent Harbour Watch report'],
    ])
  })

  it('leaves out what the article sets apart, and another event of the same people', async () => {
    expect(await valuesOf("expulsions d'étrangers")).toEqual(['20', '300', '400'])
  })

  it('takes an amount for that amount, a kind of figure for all of the kind, and everything for everything', async () => {
    expect(await valuesOf('3,5 millions d’euros')).toEqual(['3500000'])
    for (const topic of ['argent', 'money', 'amounts', 'montants']) expect(await valuesOf(topic)).toEqual(['3500000'])
    expect(await valuesOf('percentages')).toEqual([])
    for (const topic of ['all figures', 'tous les chiffres']) expect((await valuesOf(topic)).length).toBe(17)
  })

  it('takes the parts of a topic one by one', async () => {
    expect(await valuesOf('ateliers clandestins et téléphones')).toEqual(expect.arrayContaining(['70', '100']))
  })
})

describe('the period that a topic names', () => {
  it('leaves out what is for another one', async () => {
    expect(await valuesOf('How many foreigners were expelled in 2025?')).toEqual(['300', '400'])
    expect(await valuesOf('en 2024')).toEqual(['4', '12', '27', '45', '60', '70', '85', '270', '900'])
  })

  it('says plainly that there is none, and shows apart what has no date', async () => {
    const table = await tableOf('How many telephones were seized in 2019?')
    expect(table.rows).toEqual([])
    expect(table.period).toBe('2019')
    expect(table.undated?.map(({ figure }) => figure)).toEqual(['hundreds of telephones'])
    const none = 'The articles give no figure for 2019.'
    const apart = 'The articles do not say for when these are:'
    for (const shown of [toFiguresMarkdown(table, 'en'), toPlain(renderFigures(table, 'en'))]) {
      expect(shown).toContain(none)
      expect(shown.indexOf('hundreds of telephones')).toBeGreaterThan(shown.indexOf(apart))
    }
    expect(toFiguresCsv(table).split('\r\n')).toHaveLength(2)
  })
})

describe('a row', () => {
  it('shows the year, what a period is the same as, the hedge and the whole of what is counted', async () => {
    const table = await tableOf('tous les chiffres')
    const cells = toCells(table, 'fr').rows.map(([figure, period]) => `${figure} | ${period}`)
    expect(cells).toContain('300 citoyens danois | 8 mai (2025)')
    expect(cells).toContain('9 000 étrangers | la même période (que : 8 mai)')
    expect(cells).toContain("3,5 millions d'euros\n(accusés d'avoir détourné …) | inconnu")
    expect(cells).toContain('70 ateliers clandestins | Depuis juin 2023')
  })
})
