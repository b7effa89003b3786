import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { buildArticle, formatOf } from '../../../adapters/sources/build.ts'
import { createExtractor } from '../../../adapters/sources/extraction/extractor.ts'
import type { SourceFacts } from '../../../adapters/sources/facts.ts'
import { pastDates } from '../../../adapters/sources/web/believe.ts'
import { createWebFetcher } from '../../../adapters/sources/web/fetcher.ts'
import { outletOf } from '../../../adapters/sources/web/outlet-of-address.ts'
import { readAddresses } from '../../../adapters/sources/web/read-addresses.ts'
import { resolveHere, startWebServer, type WebServer } from './web-server.ts'

const extractor = createExtractor()
afterAll(() => extractor.close())
let server: WebServer | undefined
afterEach(() => server?.close())

const page = (head: string) =>
  `<html lang="en"><head><title>On boats</title>${head}</head><body><article><p>The ministry of fisheries said on Monday that it had counted the boats of the whole coast and found them few.</p></article></body></html>`
const site = (name: string) => `<meta property="og:site_name" content="${name}">`
const canonical = (address: string) => `<link rel="canonical" href="${address}">`

async function fetched(head: string, host: string) {
  server = await startWebServer({ '/boats': page(head) })
  const fetcher = createWebFetcher({ version: '1', allowPrivate: true, resolve: resolveHere, pauseMs: 0 })
  const parts = { fetcher, extractor, memory: {}, held: new Map(), isKnown: () => false }
  const { articles, problems } = await readAddresses([server.url('/boats', host)], parts)
  await fetcher.close()
  expect(problems).toEqual([])
  const { outlet, url, published, doubts } = articles[0] ?? {}
  return { outlet, url, published, doubts, own: server.url('/boats', host) }
}

async function fromFile(text: string, extension: string, known: SourceFacts = {}) {
  const format = formatOf(extension) ?? 'text'
  const source = { bytes: Buffer.from(text), path: `x${extension}`, stem: 'x', format }
  return (await buildArticle(source, extractor, known)).article
}

describe('a fetched page', () => {
  it('has the name that its address says', async () => {
    expect(await fetched(site('The Coast Gazette'), 'www.coast-gazette.example')).toMatchObject({
      outlet: 'The Coast Gazette',
      doubts: undefined,
    })
  })

  it('is of its address when it calls itself something else, and says why', async () => {
    const { outlet, doubts } = await fetched(site('World Herald'), 'www.tide.example')
    expect(outlet).toBe('tide.example')
    expect(doubts).toEqual([
      { field: 'outlet', reason: 'it calls itself "World Herald", which its address tide.example does not say' },
    ])
  })

  it('is of its address when it says nothing of itself', async () => {
    expect(await fetched('', 'tide.example')).toMatchObject({ outlet: 'tide.example', doubts: undefined })
  })

  it('does not take the address of another site', async () => {
    const { url, own, doubts } = await fetched(canonical('https://herald.example/boats'), 'tide.example')
    expect(url).toBe(own)
    expect(doubts).toEqual([
      { field: 'url', reason: 'it calls https://herald.example/boats its address, but was read at tide.example' },
    ])
  })

  it('does not take an address with a user name in it, though its host is right', async () => {
    server = await startWebServer({})
    const { port } = server
    await server.close()
    const { url, own, doubts } = await fetched(
      canonical(`http://herald.example@tide.example:${port}/boats`),
      'tide.example',
    )
    expect(url).toBe(own)
    expect(doubts?.map(({ field }) => field)).toEqual(['url'])
    expect(doubts?.[0]?.reason).toContain('user name')
  })

  it('was not written in the future', async () => {
    const head = '<meta property="article:published_time" content="2999-01-02T10:00:00Z">'
    const { published, doubts } = await fetched(head, 'tide.example')
    expect(published).toBeUndefined()
    expect(doubts).toEqual([{ field: 'published', reason: 'it is dated 2999-01-02, which is still to come' }])
  })
})

describe('a file', () => {
  const claims = `${site('World Herald')}${canonical('https://herald.example/boats')}`

  it('of a page has no address to show whose it is: what it claims is said and not believed', async () => {
    const article = await fromFile(page(claims), '.html')
    expect(article).not.toHaveProperty('outlet')
    expect(article).not.toHaveProperty('url')
    expect(article.title).toBe('On boats')
    expect(article.doubts?.map(({ field }) => field)).toEqual(['outlet', 'url'])
  })

  it('of a page is whose a maintainer says, without a doubt', async () => {
    const known = { outlet: 'The Tide', url: 'https://tide.example/boats' }
    const article = await fromFile(page(claims), '.html', known)
    expect(article).toMatchObject(known)
    expect(article).not.toHaveProperty('doubts')
  })

  it('with front matter is whose that says, but for a user name in its address and a date to come', async () => {
    const words = 'The ministry of fisheries said that it had counted the boats of the whole coast and found them few.'
    const front = 'outlet: The Tide\nurl: https://herald.example@tide.example/\npublished: 2999-01-02'
    const article = await fromFile(`---\n${front}\n---\n\n${words}`, '.md')
    expect(article.outlet).toBe('The Tide')
    expect(article).not.toHaveProperty('url')
    expect(article).not.toHaveProperty('published')
    expect(article.doubts?.map(({ field }) => field)).toEqual(['url', 'published'])
  })
})

describe('the name of an outlet', () => {
  it.each([
    ['https://www.lemonde.fr/x', 'Le Monde', 'Le Monde'],
    ['https://www.bbc.co.uk/x', 'BBC', 'BBC'],
    ['https://la-cote.example/x', 'La Côte', 'La Côte'],
    ['https://lemonde.fr/x', 'Lemonde.fr', 'Lemonde.fr'],
    ['https://guardian.example/x', 'The Guardian', 'The Guardian'],
    ['https://amp.guardian.example/x', 'The Guardian | News from everywhere', 'The Guardian'],
    ['https://bbc.evil.example/x', 'BBC', 'bbc.evil.example'],
    ['https://bbc.com.evil.example/x', 'BBC', 'bbc.com.evil.example'],
    ['https://bbc.evl.io/x', 'BBC', 'bbc.evl.io'],
    ['https://evil.example/bbc', 'BBC', 'evil.example'],
    ['https://bn.example/x', 'BBC News', 'bn.example'],
    ['https://new.example/x', 'New York Times', 'new.example'],
    ['https://bb\u0441.example/x', 'BBC', 'xn--bb-pmc.example'],
    ['https://bbc@evil.example/x', 'BBC', 'evil.example'],
    ['https://evil.example:8443/x', undefined, 'evil.example'],
    ['https://evil.example./x', undefined, 'evil.example'],
    ['http://127.0.0.1:8080/x', 'BBC', undefined],
    ['http://[::1]/x', undefined, undefined],
    ['http://localhost/x', 'localhost', undefined],
  ])('of %s that calls itself %s is %s', (address, claimed, outlet) => {
    expect(outletOf(address, claimed)).toBe(outlet)
  })

  it('is never one whose letters the registered part of its address lacks', () => {
    const label = fc.stringMatching(/^[a-z]{4,9}$/)
    fc.assert(
      fc.property(label, label, label, (inner, own, claimed) => {
        fc.pre(own !== claimed)
        expect(outletOf(`https://${inner}.${own}.example/`, claimed)).toBe(`${inner}.${own}.example`)
      }),
    )
  })
})

it('takes no date later than tomorrow, and every other', () => {
  const now = new Date('2026-03-10T12:00:00Z')
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (hours) => {
      const published = new Date(now.getTime() + hours * 3_600_000).toISOString()
      expect(pastDates({ published }, now).facts.published).toBe(hours > 24 ? undefined : published)
    }),
  )
})
