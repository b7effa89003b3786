import { describe, expect, it } from 'vitest'
import { spreadEvidence } from '../../src/copies/spread-evidence.ts'
import type { Retriever } from '../../src/ports/retriever.ts'
import type { ArticleFacts, Evidence } from '../../src/types.ts'

/** One invented story in so many wordings: the frame changes, what it says does not. */
const openings = ['On Monday', 'Yesterday', 'At noon', 'Last night', 'This week', 'Without warning']
const closings = ['officials confirmed', 'residents said', 'two witnesses told us', 'the paper has learnt']
const rewriteOf = (at: number) =>
  `${openings[at % openings.length]} the mayor of Tidewick sold the old lighthouse to a foreign bank for 12 million, ${closings[at % closings.length]}.`

function found(id: string, text: string, known: Partial<ArticleFacts> = {}): Evidence {
  const article = { ...{ id, language: 'en' as const, path: `seeds/${id}.txt` }, ...known }
  const passage = {
    ...{ id: `${id}@v.1`, articleId: id, version: 'v', ordinal: 1, text, start: 0, end: text.length },
    language: 'en' as const,
  }
  return { passage, article, score: 1, signals: {} }
}
const listed = (evidence: readonly Evidence[]) => evidence.map(({ article }) => ({ ...article, origin: article.id }))
const flood = (known: Partial<ArticleFacts>) =>
  Array.from({ length: 200 }, (_, at) => found(`f${at}`, rewriteOf(at), known))
const honest = found('honest', 'The lighthouse of Tidewick still belongs to the town, its council said.', {
  outlet: 'Coast Herald',
})

/** A search that knows its results best first, and looks at fifty of them unless it is to reach further. */
const searchIn = (all: readonly Evidence[]) => {
  const reaches: number[] = []
  const retriever: Retriever = {
    async retrieve({ reach = 1 }, limit) {
      reaches.push(reach)
      return all.slice(0, Math.min(limit, 50 * reach))
    },
  }
  return { spread: () => spreadEvidence(retriever, { text: '', words: [] }, 100, listed(all)), reaches }
}

describe('what is found', () => {
  it.each([
    ['outlet', { outlet: 'The Daily Tide' }],
    ['author', { author: 'Ann Kerrow' }],
    ['host', { url: 'https://tide.example/x' }],
  ])('holds another voice behind two hundred rewrites of one %s', async (_, known) => {
    const all = [...flood(known), honest]
    const evidence = await searchIn(all).spread()
    expect(evidence).toHaveLength(100)
    const ids = evidence.map(({ article }) => article.id)
    expect(ids[0]).toBe('f0')
    expect(ids.indexOf('honest')).toBeGreaterThan(0)
    expect(ids.indexOf('honest')).toBeLessThan(5)
  })

  it('holds another voice though each of two hundred rewrites has figures of its own', async () => {
    const known = { outlet: 'The Daily Tide' }
    const numbered = flood(known).map(({ article }, at) =>
      found(article.id, `${rewriteOf(at)} It was page ${at + 20}.`, known),
    )
    const evidence = await searchIn([...numbered, honest]).spread()
    expect(evidence.map(({ article }) => article.id).indexOf('honest')).toBe(3)
  })

  it('stays as it was found, and is searched for once, where nobody repeats himself', async () => {
    const all = [...flood({}), honest]
    const { spread, reaches } = searchIn(all)
    expect(await spread()).toEqual(all.slice(0, 50))
    expect(reaches).toEqual([1])
  })

  it('keeps what an outlet says anew: other figures, another matter, another paragraph of the same article', async () => {
    const tide = { outlet: 'The Daily Tide' }
    const first = found('a', rewriteOf(0), tide)
    const again = { ...first, passage: { ...first.passage, id: 'a@v.2', ordinal: 2 } }
    const all = [
      first,
      again,
      found('b', rewriteOf(1).replace('12', '15'), tide),
      found('c', 'The ferry to Marn runs again after the storm, with 12 crossings a day.', tide),
      found('d', rewriteOf(2), tide),
      found('e', 'The council of Tidewick meets on Friday.', tide),
    ]
    const evidence = await searchIn(all).spread()
    expect(evidence.map(({ passage }) => passage.id)).toEqual([
      ...['a@v.1', 'a@v.2', 'b@v.1', 'c@v.1', 'e@v.1', 'd@v.1'],
    ])
  })
})
