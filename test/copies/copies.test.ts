import { expect, it } from 'vitest'
import { createMemoryCorpus } from '../../index/memory/corpus.ts'
import { nameCopies } from '../../src/copies/name-copies.ts'
import { countOrigins } from '../../src/figures-table/count-origins.ts'
import { describeSource } from '../../src/rendering/describe-source.ts'
import { change, model, sample } from '../contracts/corpus-samples.ts'

const story = Array.from({ length: 90 }, (_, at) => `word${at % 37} of${at} sentence${at % 11}`).join(' ')

async function corpusOfCopies() {
  const corpus = createMemoryCorpus()
  const quote = 'The port was closed for 12 days.'
  const first = sample('agency', [`${story} ${quote}`], { outlet: 'Agency' })
  const add = [
    first,
    sample('daily', ['Our correspondent writes.', `${story} ${quote}`], { outlet: 'The Daily' }),
    sample('shortened', [story], { outlet: 'Shortened' }),
    sample('own', [quote, 'Everything else is our own reporting, word for word.'], { outlet: 'Own' }),
  ]
  await corpus.writer.commit(change({ add }), model)
  const start = first.article.text.indexOf(quote)
  const citation = {
    ...{ n: 1, passageId: `${first.passages[0]?.id}`, paragraph: 1, article: first.article, quote },
    ...{ start, end: start + quote.length, marks: [] },
  }
  return { corpus, citation }
}

it('names the copies that hold the quote, and no other article', async () => {
  const { corpus, citation } = await corpusOfCopies()
  const [named] = await nameCopies([citation], corpus.index)
  expect(named?.copies?.map(({ id }) => id)).toEqual(['daily'])
  expect(describeSource(named ?? citation, 'en')).toContain('same text in The Daily: 2 articles, 1 origin')
  expect(describeSource(named ?? citation, 'fr')).toContain('même texte dans The Daily : 2 articles, 1 origine')
})

it('does not name a copy that is withdrawn', async () => {
  const { corpus, citation } = await corpusOfCopies()
  await corpus.writer.commit(change({ remove: ['daily'] }), model)
  expect((await nameCopies([citation], corpus.index))[0]?.copies).toBeUndefined()
  expect((await nameCopies([citation], corpus.index, 1))[0]?.copies).toHaveLength(1)
})

it('counts the origins of a figure, and says nothing where all are independent', async () => {
  const { corpus } = await corpusOfCopies()
  const articles = await corpus.index.articles()
  const row = (...ids: readonly string[]) => ({ sources: ids.map((id) => ({ article: { id } })) }) as never
  expect(countOrigins([row('agency', 'daily', 'own'), row('agency', 'own'), row('agency')], articles)).toMatchObject([
    { origins: 2 },
    {},
    {},
  ])
  expect(countOrigins([row('agency', 'own')], articles)[0]).not.toHaveProperty('origins')
})
