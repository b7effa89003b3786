import { expect, it } from 'vitest'
import { readHtml } from '../../../../adapters/sources/html.ts'

const paragraph = (index: number) =>
  `<p class="par">Paragraph ${index} says that the harbour of Ostrel received ${index} ships in the spring, said the mayor.</p>`
const many = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('')

// Each took half a minute or more when it was looked at anew for every heading, rule or tag.
it.each([
  [
    'a thousand headings',
    `<h1>Harbour news</h1>${many(1_000, (index) => `<h1>Head ${index} of it</h1>${paragraph(index)}`)}`,
  ],
  [
    'five thousand rules',
    `<style>${many(5_000, (index) => `p.par:nth-child(${index}) { left: 0 }`)}</style><h1>Harbour news</h1>${many(500, paragraph)}`,
  ],
  ['fifty thousand tags without an end', `<h1>Harbour news</h1>${many(10, paragraph)}${'<body '.repeat(50_000)}`],
])('a page of %s is read', (_, body) => {
  expect(readHtml(`<title>Harbour news</title>${body}`).text).toContain('Paragraph 9 says')
})

it('a page all of whose blocks bear the name of a button bar is no button bar', () => {
  expect(
    readHtml(`<title>x</title><h1>x</h1>${many(20, (index) => `<div class="share">${paragraph(index)}</div>`)}`).text,
  ).toContain('Paragraph 9 says')
})
