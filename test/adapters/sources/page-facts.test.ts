import { expect, it } from 'vitest'
import { readHtml } from '../../../adapters/sources/html.ts'
import { readMarkdown } from '../../../adapters/sources/markdown.ts'
import { describeSource } from '../../../src/rendering/describe-source.ts'

const page = (head: string) =>
  `<html lang="en"><head><title>Harbour reopens</title>${head}</head><body><article><h1>Harbour reopens</h1><p>The harbour of Tidewick reopened on Monday after it had been closed for twelve days, the harbour master said.</p></article></body></html>`

it.each([
  [
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour reopens","author":[{"name":"Ada Tide"},{"name":"Lin Marsh"}],"datePublished":"2026-03-02","dateModified":"2026-03-04T10:00:00Z"}</script>',
    'Ada Tide, Lin Marsh',
  ],
  [
    '<meta name="author" content="Ada Tide"><meta property="article:published_time" content="2026-03-02"><meta property="article:modified_time" content="2026-03-04T10:00:00Z">',
    'Ada Tide',
  ],
])('a page says who wrote it and when it was changed: %s', (head, author) => {
  expect(readHtml(page(head)).facts).toMatchObject({
    author,
    published: '2026-03-02',
    updated: '2026-03-04T10:00:00Z',
  })
})

it('the address of a profile is no name', () => {
  const head = '<meta property="article:author" content="https://example.org/people/ada">'
  expect(readHtml(page(head)).facts.author).toBeUndefined()
})

it('front matter may name one author or several, or something that is not understood', () => {
  const facts = (author: string) =>
    readMarkdown(`---\ntitle: Harbour\nauthor: ${author}\n---\n\nThe harbour reopened.`).facts
  expect(facts('Ada Tide').author).toBe('Ada Tide')
  expect(facts('[Ada Tide, Lin Marsh]').author).toBe('Ada Tide, Lin Marsh')
  expect(facts('{id: 7}').author).toBeUndefined()
})

it('a source names its author, and says when it was changed on another day', () => {
  const article = { id: 'a', language: 'en', path: 'a.txt', author: 'Ada Tide', published: '2026-03-02' } as const
  expect(describeSource({ article }, 'en')).toContain('Ada Tide')
  expect(describeSource({ article: { ...article, updated: '2026-03-02T20:00:00Z' } }, 'en')).toHaveLength(4)
  expect(describeSource({ article: { ...article, updated: '2026-03-04' } }, 'en')).toContain('updated March 4, 2026')
  expect(describeSource({ article: { ...article, updated: '2026-03-04' } }, 'fr')).toContain(
    'mis à jour le 4 mars 2026',
  )
})
