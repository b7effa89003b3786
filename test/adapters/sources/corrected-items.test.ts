/** Articles that a feed or a sitemap brought, and that their publisher has changed since. */

import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../adapters/sources/extraction/extractor.ts'
import { isDue, isListedNewer, listedDate } from '../../../adapters/sources/web/due.ts'
import { createWebFetcher } from '../../../adapters/sources/web/fetcher.ts'
import type { WebMemory } from '../../../adapters/sources/web/memory.ts'
import { type AddressReading, readAddresses } from '../../../adapters/sources/web/read-addresses.ts'
import type { Article } from '../../../src/types.ts'
import { type Handler, redirectTo, resolveHere, startWebServer, type WebServer } from './web-server.ts'

const extractor = createExtractor()
afterAll(() => extractor.close())

/** What the site says now. */
const site = { boats: 45, stamp: '', updated: '', state: 200 }
let server: WebServer
let memory: WebMemory
let corpus: Map<string, Article>

const page: Handler = (request, response) => {
  const tag = `"${site.boats}"`
  if (site.state !== 200) return response.writeHead(site.state, { location: '/' }).end()
  if (request.headers['if-none-match'] === tag) return response.writeHead(304).end()
  return response
    .writeHead(200, { 'content-type': 'text/html', etag: tag })
    .end(
      `<html lang="en"><head><title>Boats</title></head><body><article><p>The ministry said on Monday that it had counted ${site.boats} boats of the whole coast and found them few.</p></article></body></html>`,
    )
}
const atom: Handler = (_request, response) =>
  response
    .writeHead(200, { 'content-type': 'application/atom+xml' })
    .end(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>urn:1</id><title>A</title><link href="/boats"/><published>2026-03-01T08:00:00Z</published><updated>${site.updated}</updated></entry></feed>`,
    )
const rss: Handler = (request, response) => {
  if (request.headers['if-none-match'] === '"f"') return response.writeHead(304).end()
  return response
    .writeHead(200, { 'content-type': 'application/rss+xml', etag: '"f"' })
    .end('<rss version="2.0"><channel><title>x</title><item><link>/boats</link></item></channel></rss>')
}
const map: Handler = (_request, response) =>
  response
    .writeHead(200, { 'content-type': 'text/xml' })
    .end(`<urlset><url><loc>/boats</loc><lastmod>${site.updated}</lastmod></url></urlset>`)

beforeEach(async () => {
  Object.assign(site, { boats: 45, updated: '2026-03-01T09:00:00Z', state: 200 })
  memory = {}
  corpus = new Map()
  server = await startWebServer({
    ...{ '/atom': atom, '/rss': rss, '/map': map, '/boats': page },
    '/moved': redirectTo('/boats'),
    '/': '<html lang="en"><body><p>All the news of the coast, every day anew.</p></body></html>',
  })
})
afterEach(() => server.close())

/** One run of the indexer: reads, and takes into its corpus what it read. */
async function run(path: string, now: string): Promise<AddressReading & { readonly asked: readonly string[] }> {
  server.asked.length = 0
  const fetcher = createWebFetcher({ version: '1', allowPrivate: true, resolve: resolveHere, pauseMs: 0 })
  const reading = await readAddresses([server.url(path)], {
    ...{ fetcher, extractor, memory, now: new Date(now) },
    isKnown: (id) => corpus.has(id),
    held: new Map([...corpus.values()].map(({ id, path: at }) => [at, { id, isPage: true }])),
  })
  await fetcher.close()
  memory = JSON.parse(JSON.stringify(reading.memory)) as WebMemory
  for (const article of reading.articles) corpus.set(article.id, article)
  for (const id of reading.gone) corpus.delete(id)
  return { ...reading, asked: [...server.asked] }
}

const counted = () => [...corpus.values()].map(({ text }) => /\d+ boats/.exec(text)?.[0])

describe('an article that was corrected after it was read', () => {
  it.each(['/atom', '/map'])('is read again as soon as %s says that it was changed', async (list) => {
    await run(list, '2026-03-01T10:00:00Z')
    site.boats = 54
    expect((await run(list, '2026-03-01T10:15:00Z')).asked).toEqual([list])
    site.updated = '2026-03-01T10:20:00Z'
    expect((await run(list, '2026-03-01T10:30:00Z')).asked).toEqual([list, '/boats'])
    expect(counted()).toEqual(['54 boats'])
    expect((await run(list, '2026-03-01T10:45:00Z')).asked).toEqual([list])
  })

  it('is asked for once a day for a week where its list says nothing, also when the list itself has not changed', async () => {
    await run('/rss', '2026-03-01T10:00:00Z')
    expect((await run('/rss', '2026-03-02T09:00:00Z')).asked).toEqual(['/rss'])
    expect((await run('/rss', '2026-03-02T10:00:00Z')).asked).toEqual(['/rss', '/boats'])
    expect((await run('/rss', '2026-03-02T11:00:00Z')).asked).toEqual(['/rss'])
    site.boats = 54
    const corrected = await run('/rss', '2026-03-03T11:00:00Z')
    expect(corrected.asked).toEqual(['/rss', '/boats'])
    expect(counted()).toEqual(['54 boats'])
    // A correction is no news of the source.
    expect(corrected.memory[server.url('/rss')]?.lastNew).toBe('2026-03-01T10:00:00.000Z')
    expect((await run('/rss', '2026-03-08T10:00:00Z')).asked).toEqual(['/rss'])
  })

  it('is not asked for again and again because its list dates everything anew', async () => {
    const asked: number[] = []
    for (let minute = 10; minute < 60; minute += 5) {
      site.updated = `2026-03-01T10:${minute}:00Z`
      asked.push((await run('/atom', site.updated)).asked.length)
    }
    expect(asked).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 1, 1])
  })

  it('stays as it was while its server fails, and is asked for again', async () => {
    await run('/atom', '2026-03-01T10:00:00Z')
    Object.assign(site, { state: 503, boats: 54, updated: '2026-03-01T10:20:00Z' })
    const failed = await run('/atom', '2026-03-01T10:30:00Z')
    expect(failed).toMatchObject({ articles: [], gone: [], problems: [{ reason: 'the server answers 503' }] })
    site.state = 200
    await run('/atom', '2026-03-01T10:45:00Z')
    expect(counted()).toEqual(['54 boats'])
  })

  it('is withdrawn when its page is gone, and comes back with it when its list says so', async () => {
    await run('/atom', '2026-03-01T10:00:00Z')
    site.state = 410
    const gone = await run('/atom', '2026-03-02T10:00:00Z')
    expect(gone.problems[0]?.reason).toBe('the server answers 410: the article is withdrawn')
    expect(counted()).toEqual([])
    expect((await run('/atom', '2026-03-02T11:00:00Z')).asked).toEqual(['/atom'])
    Object.assign(site, { state: 200, updated: '2026-03-02T11:30:00Z' })
    await run('/atom', '2026-03-02T12:00:00Z')
    expect(counted()).toEqual(['45 boats'])
  })

  it('comes back by itself within its first week when its page was gone for a day only', async () => {
    await run('/atom', '2026-03-01T10:00:00Z')
    site.state = 404
    expect((await run('/atom', '2026-03-02T10:00:00Z')).gone).toHaveLength(1)
    expect((await run('/atom', '2026-03-03T10:00:00Z')).asked).toEqual(['/atom', '/boats'])
    site.state = 200
    expect((await run('/atom', '2026-03-03T11:00:00Z')).asked).toEqual(['/atom'])
    await run('/atom', '2026-03-04T10:00:00Z')
    expect(counted()).toEqual(['45 boats'])
  })

  it('does not become the front page to which a site sends those who ask for what is no more', async () => {
    await run('/atom', '2026-03-01T10:00:00Z')
    site.state = 302
    const { problems } = await run('/atom', '2026-03-02T10:00:00Z')
    expect(problems[0]?.reason).toBe('it leads to the front page of its site')
    expect(counted()).toEqual(['45 boats'])
  })

  it('is looked after though what was known of its source is lost, while it is young', async () => {
    await run('/atom', '2026-03-01T10:00:00Z')
    memory = {}
    site.boats = 54
    await run('/atom', '2026-03-02T10:00:00Z')
    expect(counted()).toEqual(['54 boats'])
    memory = {}
    expect((await run('/atom', '2026-03-20T10:00:00Z')).asked).toEqual(['/atom'])
  })
})

describe('dates of lists', () => {
  const anyDate = fc.option(
    fc.oneof(
      fc.string(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    ),
    {
      nil: undefined,
    },
  )
  it('may be anything: what is no date makes nothing due', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, fc.nat(), (published, updated, checked, now) => {
        const item = { url: 'https://a.example/', ...(published && { published }), ...(updated && { updated }) }
        const valid = (date: string | undefined) => !Number.isNaN(Date.parse(date ?? ''))
        const known = { ...(checked && { checked }) }
        if (isListedNewer(item, known)) expect(valid(listedDate(item)) && valid(checked)).toBe(true)
        if (isDue({ ...known, ...(updated && { dated: updated }) }, now)) expect(valid(checked)).toBe(true)
      }),
    )
  })
})
