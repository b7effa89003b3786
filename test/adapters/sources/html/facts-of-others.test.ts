import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../adapters/sources/html.ts'
import { makePage, paragraphs, story } from './made-page.ts'

const factsOf = (html: string) => readHtml(html).facts
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const own = {
  '@type': 'NewsArticle',
  url: 'https://news.example/quay',
  headline: story.en.title,
  author: { name: 'Tom Hale' },
  datePublished: '2026-03-02',
}
const other = {
  '@type': 'NewsArticle',
  url: 'https://news.example/budget',
  headline: 'Budget talks fail in the capital',
  author: { name: 'Ora Penn' },
  datePublished: '2019-01-05',
}
const canonical = '<link rel="canonical" href="https://news.example/quay">'

describe('structured data of another story', () => {
  it.each([
    ['stands first', `${canonical}${linked([other])}${linked(own)}`],
    ['stands in one graph with it', `${canonical}${linked({ '@graph': [other, own] })}`],
    [
      'has no address',
      linked([
        { ...other, url: undefined },
        { ...own, url: undefined },
      ]),
    ],
    [
      'names its page in another way',
      `${canonical}${linked([other, { ...own, url: undefined, headline: 'Quay', mainEntityOfPage: { '@id': '/quay' } }])}`,
    ],
  ])('is not that of the page: it %s', (_, head) => {
    expect(factsOf(makePage('', { head }))).toMatchObject({ author: 'Tom Hale', published: '2026-03-02' })
  })

  it.each([
    ['it is the only one', `${canonical}${linked(other)}`],
    ['there are several', linked([other, { ...other, headline: 'Rates rise again' }])],
    ['the page has no address', linked(other)],
  ])('is not believed when %s', (_, head) => {
    const { author, published, title } = factsOf(makePage('', { head }))
    expect({ author, published, title }).toEqual({ author: undefined, published: undefined, title: story.en.title })
  })
})

describe('the writer', () => {
  const list = '<ul><li><a href="/b">Budget talks fail</a> by <a rel="author" href="/w">Ora Penn</a></li></ul>'
  it.each([
    ['By Tom Hale', 'Tom Hale'],
    ['By Tom Hale and Ada Tide, transport reporters', 'Tom Hale, Ada Tide'],
    ['By Tom Hale | 2 March 2026', 'Tom Hale'],
    ['Par Léa Roux et Max Petit', 'Léa Roux, Max Petit'],
    ['Propos recueillis par Jean-Marc d’Orval', 'Jean-Marc d’Orval'],
    ['By Monday, the river had risen.', undefined],
  ])('is named by the line "%s"', (line, author) => {
    const html = makePage('', { before: `<div class="top">${list}</div>` }).replace('</h1>', `</h1><p>${line}</p>`)
    expect(factsOf(html).author).toBe(author)
  })

  it.each([
    `<div class="most-read">${list}</div>`,
    `<aside>${list}</aside>`,
    '<div id="comments"><p><span itemprop="author">grumpy42</span> What a shame for all of us who live at the coast.</p></div>',
    '<article itemprop="comment"><a rel="author">grumpy42</a><p>What a shame for all of us.</p></article>',
    `<footer>${list}</footer>`,
  ])('is nobody who writes elsewhere on the page: %s', (elsewhere) => {
    expect(factsOf(makePage('', { before: elsewhere })).author).toBeUndefined()
    expect(factsOf(makePage(elsewhere)).author).toBeUndefined()
  })
})

describe('the headline', () => {
  it.each([
    ['the name of the site', '<header><h1><a href="/">The Selve Courier</a></h1></header>', ' - The Selve Courier'],
    ['the name of a part of the site', '<h1>Coast</h1>', ''],
    ['the name of the site in French', '<h1>Le Courrier de Selve</h1>', ' | Le Courrier de Selve'],
  ])('is not %s', (_, before, suffix) => {
    const html = `<html lang="en"><head><title>${story.en.title}${suffix}</title></head><body>${before}<article><h2>${story.en.title}</h2>${paragraphs('en')}</article></body></html>`
    expect(factsOf(html).title).toBe(story.en.title)
  })
})

describe('a printed date', () => {
  it.each([
    ['en', 'Published on Tuesday, 3 March 2026 at 10:40 GMT', '2026-03-03', undefined],
    ['en', 'By Tom Hale | March 3, 2026 | 4 min read', '2026-03-03', undefined],
    ['en', 'Updated 4 March 2026, first published 3 March 2026', '2026-03-03', '2026-03-04'],
    ['fr', 'Publié le mardi 3 mars 2026 à 10h40', '2026-03-03', undefined],
    ['fr', 'Le 3 mars 2026 à 10h40, mis à jour le 4 mars 2026', '2026-03-03', '2026-03-04'],
    ['fr', 'Par Léa Roux, le 1er mars 2026', '2026-03-01', undefined],
    ['fr', 'Publié le 23/04/2026', '2026-04-23', undefined],
    // Two ways to read it, a weekday that is another day's, an event.
    ['en', '03/04/2026', undefined, undefined],
    ['fr', 'Publié le 03/04/2026', undefined, undefined],
    ['en', 'Posted Monday 3 March 2026', undefined, undefined],
    ['en', 'The fair opens on 3 March 2026', undefined, undefined],
    ['en', 'Published on 30 February 2026', undefined, undefined],
  ] as const)('is that of the article where only one day is meant: %s "%s"', (language, line, published, updated) => {
    const html = makePage('', { language }).replace('</h1>', `</h1><div>${line}</div>`)
    const facts = factsOf(html)
    expect([facts.published, facts.updated]).toEqual([published, updated])
  })

  it.each([
    ['en', 'OSTREL, March 3, 2026 (AP) – '],
    ['fr', 'OSTREL, 3 mars 2026 (AFP) - '],
    ['en', 'Ostrel, 3 March 2026 — '],
  ] as const)('may open the first paragraph: %s "%s"', (language, opening) => {
    expect(factsOf(makePage('', { language }).replace('<p>', `<p>${opening}`)).published).toBe('2026-03-03')
  })

  it('of another story is not that of the article', () => {
    const teaser =
      '<div class="related"><h3><a href="/x">Budget talks fail</a></h3><p>Published on 3 March 2026</p></div>'
    expect(factsOf(makePage(teaser, { before: teaser })).published).toBeUndefined()
  })
})
