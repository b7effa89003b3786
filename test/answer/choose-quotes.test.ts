import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseQuotes, mostQuotes } from '../../src/answer/quotes/choose-quotes.ts'
import type { ReadSentence } from '../../src/answer/read-stretches.ts'
import { groupByOutlet } from '../../src/copies/one-source.ts'
import type { Unit } from '../../src/reading/quotable.ts'
import type { ArticleFacts } from '../../src/types.ts'

type Said = { readonly article: string; readonly list?: string; readonly answers?: number }

/** Sentences that share no word, best first. */
function sentencesOf(all: readonly Said[]): readonly ReadSentence[] {
  return all.map(({ article, list, answers = 0.9 }, at): ReadSentence => {
    const text = `Sentence${at} says${at} word${at}.`
    const passage = {
      ...{ id: `${article}@v.${at}`, articleId: article, version: 'v', ordinal: at, text, start: 0, end: text.length },
      language: 'en' as const,
    }
    const unit: Unit = {
      ...{ passage, position: 0, start: 0, end: text.length, text, language: 'en', words: [], surroundings: [] },
      vocabulary: [`sentence${at}`, `says${at}`, `word${at}`],
      ...(list !== undefined && { context: { text: list, language: 'en' } }),
    }
    return { unit, score: 5 - at / 100, answers, holds: 0.9, similarity: 0.5 }
  })
}

const facts = (id: string, known: Partial<ArticleFacts> = {}): ArticleFacts => ({
  ...{ id, language: 'en', path: `seeds/${id}.txt` },
  ...known,
})
const choose = (articles: readonly ArticleFacts[], said: readonly Said[]) => {
  const groups = groupByOutlet(articles)
  const chosen = chooseQuotes(sentencesOf(said), mostQuotes, ({ passage }) => `${groups.get(passage.articleId)}`)
  return chosen.map(({ unit }) => unit.passage.articleId)
}
const tide = ['t1', 't2', 't3', 't4'].map((id) => facts(id, { outlet: 'The Tide' }))
const said = (...ids: readonly string[]) => ids.map((article) => ({ article }))

describe('the quotes of an answer', () => {
  it('are at most two of one outlet when others have something to say', () => {
    const articles = [...tide, facts('h', { path: 'https://herald.example/1' })]
    expect(choose(articles, said('t1', 't2', 't3', 't4', 'h'))).toEqual(['t1', 't2', 'h'])
  })

  it('are all of one outlet when the others say nothing that answers', () => {
    const articles = [...tide, facts('h', { outlet: 'Herald' })]
    expect(choose(articles, [...said('t1', 't2', 't3', 't4'), { article: 'h', answers: 0.1 }])).toEqual([
      ...['t1', 't2', 't3', 't4'],
    ])
  })

  it('of articles without a known outlet are each of its own', () => {
    const articles = ['a', 'b', 'c'].map((id) => facts(id))
    expect(choose(articles, said('a', 'b', 'c'))).toEqual(['a', 'b', 'c'])
  })

  it('know an outlet by its host, too', () => {
    const articles = [
      facts('a', { path: 'https://www.tide.example/1' }),
      facts('b', { path: 'https://tide.example/2' }),
      facts('c', { outlet: 'tide.example' }),
      facts('d'),
    ]
    expect(choose(articles, said('a', 'b', 'c', 'd'))).toEqual(['a', 'b', 'd'])
  })

  it('take the items of one list for one thing said', () => {
    const list = 'The police seized:'
    const items = [1, 2, 3].map(() => ({ article: 't1', list }))
    const articles = [...tide, facts('h', { outlet: 'Herald' })]
    expect(choose(articles, [...items, ...said('t2', 't3', 'h')])).toEqual(['t1', 't1', 't1', 't2', 'h'])
  })

  it('begin with the best, and are never more than two of an outlet beside another’s', () => {
    const ids = fc.array(fc.constantFrom('a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'x', 'y'), { minLength: 1, maxLength: 30 })
    const articles = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => facts(id, { outlet: `Outlet ${id[0]}` }))
    fc.assert(
      fc.property(ids, (order) => {
        const chosen = choose([...articles, facts('x'), facts('y')], said(...order))
        expect(chosen[0]).toBe(order[0])
        expect(chosen.length).toBeLessThanOrEqual(mostQuotes)
        const outlets = chosen.map((id) => id[0])
        const most = Math.max(...outlets.map((outlet) => outlets.filter((other) => other === outlet).length))
        if (new Set(outlets).size > 1) expect(most).toBeLessThanOrEqual(2)
        else expect(new Set(order.map((id) => id[0])).size).toBe(1)
      }),
    )
  })
})
