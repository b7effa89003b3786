import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../adapters/sources/extraction/extractor.ts'
import { idFromAddress } from '../../../adapters/sources/ids.ts'
import { canonicalAddress, normalAddress } from '../../../adapters/sources/web/canonical.ts'
import { createWebFetcher } from '../../../adapters/sources/web/fetcher.ts'
import type { WebMemory } from '../../../adapters/sources/web/memory.ts'
import { type AddressReading, readAddresses } from '../../../adapters/sources/web/read-addresses.ts'
import { makePdf, printLines } from './make-pdf.ts'
import { type Handler, resolveHere, startWebServer, type WebServer } from './web-server.ts'

const extractor = createExtractor()
afterAll(() => extractor.close())
let server: WebServer | undefined
afterEach(() => server?.close())

const words = (what: string) =>
  `The ministry of fisheries said on Monday that it had counted the ${what} of the whole coast and found them few.`
const page = (what: string, head = '') =>
  `<html lang="en"><head><title>On ${what}</title>${head}</head><body><article><p>${words(what)}</p></article></body></html>`

type Visit = { readonly memory?: WebMemory; readonly known?: readonly string[]; readonly mostNew?: number }

async function visit(
  paths: readonly string[],
  { memory = {}, known = [], mostNew = 500 }: Visit = {},
): Promise<AddressReading> {
  const fetcher = createWebFetcher({ version: '1', allowPrivate: true, resolve: resolveHere, pauseMs: 0 })
  return await readAddresses(
    paths.map((path) => server?.url(path) ?? ''),
    {
      ...{ fetcher, extractor, memory, mostNew },
      isKnown: (id) => known.includes(id),
      held: new Map(),
      now: new Date('2026-03-01T00:00:00Z'),
    },
  )
}

const rss = (...items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Coast</title>${items.join('')}</channel></rss>`
const item = (path: string, more = '') => `<item><link>${path}</link>${more}</item>`

describe('a page', () => {
  it('becomes an article under its canonical address', async () => {
    server = await startWebServer({
      '/boats?utm_source=x': page('boats', '<link rel="canonical" href="/2026/boats-are-few.html">'),
    })
    const { articles, problems, answered } = await visit(['/boats?utm_source=x#top'])
    expect(problems).toEqual([])
    const [article] = articles
    expect(article).toMatchObject({
      title: 'On boats',
      language: 'en',
      url: server.url('/2026/boats-are-few.html'),
      path: server.url('/boats'),
      text: words('boats'),
    })
    expect(article?.id).toMatch(/^boats-are-few-[0-9a-f]{8}$/)
    expect(answered).toHaveLength(1)
  })

  it('is not sent again while it has not changed, and is withdrawn when it is gone', async () => {
    let state: 'there' | 'gone' | 'broken' = 'there'
    const boats: Handler = (request, response) => {
      if (state === 'gone') return response.writeHead(404).end()
      if (state === 'broken') return response.writeHead(500).end()
      if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end()
      return response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(page('boats'))
    }
    server = await startWebServer({ '/boats': boats })
    const first = await visit(['/boats'])
    const id = first.articles[0]?.id ?? ''
    const { memory } = first
    expect(await visit(['/boats'], { memory, known: [id] })).toMatchObject({ articles: [], gone: [], memory })
    // Rolled back, the corpus does not hold it any more.
    expect((await visit(['/boats'], { memory })).articles).toHaveLength(1)
    state = 'broken'
    const broken = await visit(['/boats'], { memory, known: [id] })
    expect(broken).toMatchObject({ articles: [], gone: [], answered: [], memory })
    expect(broken.problems).toEqual([{ path: server.url('/boats'), reason: 'the server answers 500' }])
    state = 'gone'
    expect(await visit(['/boats'], { memory, known: [id] })).toMatchObject({ articles: [], gone: [id] })
  })

  it('may be a PDF or plain text; what is neither is listed', async () => {
    const send =
      (type: string, body: string | Uint8Array): Handler =>
      (_request, response) =>
        response.writeHead(200, { 'content-type': type }).end(body)
    server = await startWebServer({
      '/report.pdf': send(
        'application/octet-stream',
        makePdf([printLines([words('boats').slice(0, 60), words('boats').slice(60)])]),
      ),
      '/notes.txt': send('text/plain; charset=iso-8859-1', Buffer.from(`Caf\xe9. ${words('nets')}`, 'latin1')),
      '/picture.png': send('image/png', Buffer.from('\x89PNG')),
      '/latin': send('text/html; charset=windows-1252', Buffer.from(page('caf\xe9s'), 'latin1')),
    })
    const { articles, problems } = await visit(['/report.pdf', '/notes.txt', '/picture.png', '/latin'])
    expect(articles.map(({ text }) => text)).toEqual([words('boats'), `Café. ${words('nets')}`, words('cafés')])
    expect(problems).toEqual([
      { path: server.url('/picture.png'), reason: 'it is image/png: pages, PDFs, feeds and sitemaps are read' },
    ])
  })

  it('cannot take the place of an article of another site, nor call itself a front page', () => {
    const fetched = 'https://www.coast.example/2026/boats?utm_source=x'
    expect(canonicalAddress('https://reuters.example/boats', fetched)).toBe('https://www.coast.example/2026/boats')
    expect(canonicalAddress('https://www.coast.example/', fetched)).toBe('https://www.coast.example/2026/boats')
    expect(canonicalAddress('//coast.example/b#c', fetched)).toBe('https://coast.example/b')
    expect(canonicalAddress('javascript:alert(1)', fetched)).toBe('https://www.coast.example/2026/boats')
    expect(normalAddress('HTTP://Coast.Example:80/a?b=1&fbclid=2#c')).toBe('http://coast.example/a?b=1')
    expect(idFromAddress('https://coast.example/%2e%2e/../..%2fetc')).toMatch(/^[a-z0-9_-]{1,32}$/)
    expect(idFromAddress('https://coast.example/?p=12')).toMatch(/^coast-example-[0-9a-f]{8}$/)
  })
})

describe('a feed', () => {
  it('brings what is new, once, and says what the page does not', async () => {
    const items = [
      item(
        '/a',
        '<title>A &amp;amp; B</title><guid isPermaLink="false">1</guid><pubDate>Mon, 09 Feb 2026 10:00:00 GMT</pubDate>',
      ),
      item('/b'),
    ]
    const bare = (what: string) => `<html lang="en"><body><p>${words(what)}</p></body></html>`
    server = await startWebServer({
      '/feed': (_request, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end(rss(...items)),
      '/a': bare('boats'),
      '/b': page('nets'),
      '/c': page('ropes'),
    })
    const first = await visit(['/feed'])
    expect(first.articles.map(({ title, published }) => [title, published])).toEqual([
      ['A & B', '2026-02-09T10:00:00Z'],
      ['On nets', undefined],
    ])
    const known = first.articles.map(({ id }) => id)
    items.unshift(item('/c'))
    server.asked.length = 0
    const second = await visit(['/feed'], { memory: first.memory, known })
    expect(server.asked).toEqual(['/feed', '/c'])
    expect(second.articles.map(({ title }) => title)).toEqual(['On ropes'])
    // An item that falls out of its feed is not gone.
    items.splice(1)
    expect(await visit(['/feed'], { memory: second.memory, known })).toMatchObject({ gone: [] })
  })

  it('lists items that cannot be read, tries those again that may come back, and gives up after three times', async () => {
    server = await startWebServer({
      '/feed': rss(item('/gone'), item('/down'), item('/empty'), item('http://10.0.0.1/')),
      '/down': (_request, response) => response.writeHead(502).end(),
      '/empty': '<html><body></body></html>',
    })
    let memory: WebMemory = {}
    const asked: string[][] = []
    for (let run = 0; run < 4; run += 1) {
      server.asked.length = 0
      const reading = await visit(['/feed'], { memory })
      memory = reading.memory
      asked.push([...server.asked])
      if (run === 0) expect(reading.problems).toHaveLength(4)
    }
    expect(asked.map((paths) => paths.filter((path) => path !== '/feed'))).toEqual([
      ['/gone', '/down', '/empty'],
      ['/down'],
      ['/down'],
      [],
    ])
  })

  it('may be Atom or JSON, with addresses relative to its own', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>urn:1</id><title>A</title><link rel="replies" href="/no"/><link href="boats"/><updated>2026-02-09T10:00:00Z</updated></entry></feed>`
    const json = { version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [{ id: '1', url: '/nets' }] }
    server = await startWebServer({
      '/atom/feed': atom,
      '/json': (_request, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json)),
      '/atom/boats': page('boats'),
      '/nets': page('nets'),
    })
    const { articles } = await visit(['/atom/feed', '/json'])
    expect(articles.map(({ title, published }) => [title, published])).toEqual([
      ['On boats', '2026-02-09T10:00:00Z'],
      ['On nets', undefined],
    ])
  })
})

describe('a sitemap', () => {
  const map = (...paths: readonly string[]) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
      .map((path, index) => `<url><loc>${path}</loc><lastmod>2026-02-0${index + 1}</lastmod></url>`)
      .join('')}</urlset>`

  it('brings the newest first, at most so many a run, and the rest the next time', async () => {
    server = await startWebServer({
      '/map': map('/old', '/middle', '/new'),
      '/old': page('boats'),
      '/middle': page('nets'),
      '/new': page('ropes'),
    })
    const first = await visit(['/map'], { mostNew: 2 })
    expect(first.articles.map(({ title }) => title)).toEqual(['On ropes', 'On nets'])
    expect(first.notes).toEqual([{ path: 'web', reason: '1 new articles are left for the next run' }])
    const known = first.articles.map(({ id }) => id)
    const second = await visit(['/map'], { memory: first.memory, known })
    expect(second.articles.map(({ title }) => title)).toEqual(['On boats'])
  })

  it('may be an index of packed ones, with news of its own; other sites are left out', async () => {
    const news = `<?xml version="1.0"?><urlset xmlns:news="n" xmlns:image="i"><url><loc><![CDATA[/a?x=1&y=2]]></loc><image:image><image:loc>/picture</image:loc></image:image><news:news><news:publication_date>2026-02-09</news:publication_date><news:title>Few &amp; far</news:title></news:news></url><url><loc>http://other.example/</loc></url></urlset>`
    server = await startWebServer({
      '/index':
        '<sitemapindex><sitemap><loc>/news.xml.gz</loc></sitemap><sitemap><loc>/missing</loc></sitemap></sitemapindex>',
      '/news.xml.gz': (_request, response) =>
        response.writeHead(200, { 'content-type': 'application/gzip' }).end(gzipSync(news)),
      '/a?x=1&y=2': `<html lang="en"><body><p>${words('boats')}</p></body></html>`,
    })
    const { articles, problems, notes } = await visit(['/index'])
    expect(articles).toMatchObject([{ title: 'Few & far', published: '2026-02-09' }])
    expect(problems).toEqual([{ path: server.url('/missing'), reason: 'the sitemap is not there' }])
    expect(notes).toEqual([{ path: server.url('/index'), reason: '1 addresses of other sites were left out' }])
  })
})
