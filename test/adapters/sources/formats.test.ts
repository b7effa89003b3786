import { afterAll, describe, expect, it } from 'vitest'
import { buildArticle, formatOf } from '../../../adapters/sources/build.ts'
import { createExtractor } from '../../../adapters/sources/extraction/extractor.ts'
import { isoDate } from '../../../adapters/sources/facts.ts'
import { readHtml } from '../../../adapters/sources/html.ts'
import { readMarkdown } from '../../../adapters/sources/markdown.ts'
import { splitPassages } from '../../../src/reading/split.ts'
import type { Article } from '../../../src/types.ts'

const ENGLISH =
  'The ministry of fisheries said on Monday that it had counted the boats of the whole coast and found them few.'
const FRENCH =
  'Le ministère de la pêche a déclaré lundi que les bateaux de toute la côte avaient été comptés & trouvés rares.'

const extractor = createExtractor()
afterAll(() => extractor.close())

async function build(text: string, extension: string): Promise<Article> {
  const format = formatOf(extension) ?? 'text'
  return (await buildArticle({ bytes: Buffer.from(text), path: `x${extension}`, stem: 'x', format }, extractor)).article
}

describe('Markdown', () => {
  const source = `---
id: boats
title: "Boats: a count"
outlet: The Coast
url: https://example.org/boats
date: 2026-02-09
lang: en-GB
tags: [a, b]
---

# Boats of the coast

![A boat](boat.png)

${ENGLISH}

<!-- to do: ask
them again -->

## Which harbours?

${'```'}
let code = 1
${'```'}

The harbours counted are:

- Eastern harbour, in which 45 boats are older than their captains
- Western harbour, in which nobody came to count the boats at all

<div class="note">They said nothing to the newspapers of the country about it since.</div>

[link]: https://example.org
`

  it('is the file unchanged, with the facts of its front matter', async () => {
    const article = await build(source, '.md')
    expect(article.text).toBe(source)
    expect(article).toMatchObject({
      id: 'boats',
      title: 'Boats: a count',
      outlet: 'The Coast',
      url: 'https://example.org/boats',
      published: '2026-02-09',
      language: 'en',
    })
    expect(article).not.toHaveProperty('label')
  })

  it('shows no front matter, marker, image, comment, code or tag in a passage', async () => {
    const passages = splitPassages(await build(source, '.md'))
    expect(passages.map(({ text, context }) => [text, context])).toEqual([
      [ENGLISH, 'Boats of the coast'],
      ['Eastern harbour, in which 45 boats are older than their captains', 'The harbours counted are:'],
      ['Western harbour, in which nobody came to count the boats at all', 'The harbours counted are:'],
      ['They said nothing to the newspapers of the country about it since.', 'Which harbours?'],
    ])
  })

  it('takes a rule at the start for no front matter', () => {
    expect(readMarkdown(`---\n\n${ENGLISH}`).facts).toEqual({})
  })

  it('names the field of front matter that is wrong', () => {
    expect(() => readMarkdown('---\nurl: nowhere\n---\nText')).toThrow(
      'front matter: field "url" must be a web address',
    )
    expect(() => readMarkdown('---\n- a\n---\nText')).toThrow(/^front matter:/)
  })
})

describe('HTML', () => {
  const page = (head: string, body: string): string =>
    `<!doctype html><html lang="fr-FR"><head>${head}</head><body><nav>Menu du site</nav><article>${body}</article><footer>Pied</footer></body></html>`

  it('is the visible text of the article, a line a block, entities decoded', () => {
    const body = `<h1>Les bateaux</h1><p>${FRENCH.replace('&', '&amp;')}</p><p style="display: none">caché</p>
      <p hidden>caché</p><p>Les ports <b>sont</b>&nbsp;:</p><ul><li>Est</li><li><p>Ouest,
      loin</p></li></ul><ol><li>Un</li><li>Deux</li></ol><h2>Et après ?</h2><script>let a</script><style>p{}</style>
      <p>${FRENCH.replace('&', 'et')}<br>Fin de l&rsquo;article.</p>`
    const { text } = readHtml(page('<title>Les bateaux</title>', body))
    expect(text.split('\n').slice(-9)).toEqual([
      FRENCH,
      'Les ports sont\u00a0:',
      '- Est',
      '- Ouest, loin',
      '1. Un',
      '2. Deux',
      '## Et après ?',
      FRENCH.replace('&', 'et'),
      'Fin de l’article.',
    ])
    expect(text).not.toMatch(/Menu|Pied|caché|let a/)
  })

  it('takes its facts from JSON-LD', async () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', url: 'https://example.org' },
        {
          '@type': ['NewsArticle'],
          headline: 'Les bateaux sont rares',
          datePublished: '2026-02-09T10:00:00+0700',
          publisher: { name: 'La Côte' },
        },
      ],
    }
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(data)}</script><link rel="canonical" href="https://example.org/bateaux">`
    expect(await build(page(head, `<p>${FRENCH}</p>`), '.html')).toMatchObject({
      title: 'Les bateaux sont rares',
      published: '2026-02-09T10:00:00+07:00',
      language: 'fr',
    })
  })

  it('takes its facts from Open Graph and its own elements', async () => {
    const head =
      '<title>x</title><meta property="og:title" content="Les bateaux sont rares | La Côte"><meta property="og:site_name" content="La Côte"><meta property="og:url" content="javascript:alert(1)">'
    const article = await build(page(head, `<time datetime="2026-02-09">lundi</time><p>${FRENCH}</p>`), '.htm')
    expect(article).toMatchObject({ title: 'Les bateaux sont rares', published: '2026-02-09' })
    expect(article).not.toHaveProperty('url')
  })

  it('leaves out a title that was cut and a date that several could be', async () => {
    const head = '<title>Les bateaux de la…</title>'
    const body = `<time datetime="2026-02-09">a</time><time datetime="2025-01-01">b</time><p>${FRENCH}</p>`
    const article = await build(page(head, body), '.html')
    expect(article).not.toHaveProperty('title')
    expect(article).not.toHaveProperty('published')
  })

  it('believes its words more than the language of a template', async () => {
    expect((await build(page('', `<p>${ENGLISH}</p><p>${ENGLISH}</p>`), '.html')).language).toBe('en')
  })

  it('reads a fragment without head and body', () => {
    expect(readHtml(`<p>${ENGLISH}</p>`).text).toBe(ENGLISH)
  })

  it('refuses a page without text and one nested too deep', () => {
    expect(() => readHtml('<html><body><img src="x"></body></html>')).toThrow('there is no article text on the page')
    expect(() => readHtml(`${'<div>'.repeat(5000)}${ENGLISH}`)).toThrow(/nested over 400/)
  })
})

describe('isoDate', () => {
  it.each([
    ['2026-02-09', '2026-02-09'],
    ['2026-02-09T10:00:00Z', '2026-02-09T10:00:00Z'],
    ['2026-02-09 10:00', '2026-02-09T10:00'],
    ['Mon, 09 Feb 2026 10:00:00 GMT', '2026-02-09T10:00:00Z'],
    ['2026-02-30', undefined],
    ['02/09/2026', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads "%s" as %s', (written, expected) => {
    expect(isoDate(written)).toBe(expected)
  })
})
