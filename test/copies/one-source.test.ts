import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryCorpus } from '../../index/memory/corpus.ts'
import { nameCopies } from '../../src/copies/name-copies.ts'
import { groupBySource } from '../../src/copies/one-source.ts'
import { countOrigins } from '../../src/figures-table/count-origins.ts'
import type { ArticleFacts } from '../../src/types.ts'
import { change, model, sample } from '../contracts/corpus-samples.ts'

type Known = Partial<Pick<ArticleFacts, 'outlet' | 'author' | 'url' | 'path'>>
const quote = 'The port was closed for 12 days.'
/** Rewrites: they share the quote and nothing else. */
const rewrite = (id: string, at: number, known: Known) =>
  sample(id, [`${quote} ${Array.from({ length: 40 }, (_, word) => `w${at}x${word}`).join(' ')}`], known)

async function corpusOf(all: readonly Known[]) {
  const corpus = createMemoryCorpus()
  const add = all.map((known, at) => rewrite(`a${at}`, at, known))
  await corpus.writer.commit(change({ add }), model)
  return { corpus, add, articles: await corpus.index.articles() }
}

async function originsOf(...all: readonly Known[]) {
  const { articles } = await corpusOf(all)
  const row = { sources: articles.map(({ id }) => ({ article: { id } })) } as never
  return countOrigins([row], articles)[0]?.origins ?? articles.length
}

describe('rewrites of one story', () => {
  it('count once however many one outlet makes of it', async () => {
    const many = Array.from({ length: 200 }, () => ({ outlet: 'The Daily Tide' }))
    expect(await originsOf(...many)).toBe(1)
    expect(await originsOf(...many, { outlet: 'Coast Herald' })).toBe(2)
  })

  it.each([
    ['one host', { path: 'https://www.tide.example/a' }, { path: 'https://m.tide.example/b' }, 1],
    ['one owner of many hosts', { path: 'https://a1.tide.example/' }, { path: 'https://a2.tide.example/' }, 1],
    ['two hosts', { path: 'https://tide.example/a' }, { path: 'https://herald.example/a' }, 2],
    ['two hosts under a shared domain', { url: 'https://tide.co.uk/a' }, { url: 'https://herald.co.uk/a' }, 2],
    [
      'a host that lends its pages an address',
      { path: 'https://x.example/1', url: 'https://a.example/' },
      { path: 'https://x.example/2' },
      1,
    ],
    ['an outlet under its address', { outlet: 'tide.example' }, { path: 'https://www.tide.example/b' }, 1],
    ['one outlet in two writings', { outlet: 'Le Marée' }, { outlet: 'MARÉE' }, 1],
    [
      'one author in two outlets',
      { author: 'Ann Kerrow', outlet: 'A' },
      { author: 'Rosa Quint and ann kerrow', outlet: 'B' },
      1,
    ],
    ['two authors', { author: 'Ann Kerrow' }, { author: 'Ann Kerr' }, 2],
    ['nothing known of either', {}, {}, 2],
  ] as const)('of %s', async (_, one, other, origins) => {
    expect(await originsOf(one, other)).toBe(origins)
  })

  it('are grouped as everything that a chain of shared outlets, hosts and authors joins', () => {
    const some = fc.option(fc.constantFrom('x', 'y', 'z', 'v'), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some), { maxLength: 12 }), (all) => {
        const articles = all.map(([outlet, author], at) => ({
          ...{ id: `a${at}`, origin: `a${at}`, path: '' },
          ...(outlet !== undefined && { outlet }),
          ...(author !== undefined && { author }),
        }))
        const groups = groupBySource(articles)
        const isJoined = (one: number, other: number) =>
          (all[one]?.[0] !== undefined && all[one]?.[0] === all[other]?.[0]) ||
          (all[one]?.[1] !== undefined && all[one]?.[1] === all[other]?.[1])
        const reached = (from: number) => {
          const seen = new Set([from])
          for (const at of seen) for (const next of all.keys()) if (isJoined(at, next)) seen.add(next)
          return seen
        }
        for (const one of all.keys())
          for (const other of all.keys())
            expect(groups.get(`a${one}`) === groups.get(`a${other}`)).toBe(reached(one).has(other))
      }),
    )
  })

  it('that hold the quote are named with it, and those of others are not', async () => {
    const { corpus, add } = await corpusOf([{ outlet: 'Tide' }, { outlet: 'Tide' }, { outlet: 'Herald' }, {}])
    const first = add[0]
    if (first === undefined) throw new Error('no article')
    const citation = {
      ...{ n: 1, passageId: `${first.passages[0]?.id}`, paragraph: 1, article: first.article, quote },
      ...{ start: 0, end: quote.length, marks: [] },
    }
    const [named] = await nameCopies([citation], corpus.index)
    expect(named?.copies?.map(({ id }) => id)).toEqual(['a1'])
  })
})
