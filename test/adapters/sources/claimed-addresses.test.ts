import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { createExtractor } from '../../../adapters/sources/extraction/extractor.ts'
import { idFromAddress } from '../../../adapters/sources/ids.ts'
import type { HeldArticle } from '../../../adapters/sources/web/choose-items.ts'
import { createWebFetcher } from '../../../adapters/sources/web/fetcher.ts'
import type { WebMemory } from '../../../adapters/sources/web/memory.ts'
import { readAddresses } from '../../../adapters/sources/web/read-addresses.ts'
import { resolveHere, startWebServer, type WebServer } from './web-server.ts'

const extractor = createExtractor()
afterAll(() => extractor.close())
let server: WebServer | undefined
afterEach(() => server?.close())

const page = (what: string, canonical: string, language = 'en') =>
  `<html lang="${language}"><head><title>On ${what}</title><link rel="canonical" href="${canonical}"></head><body><article><p>${
    language === 'en'
      ? `The ministry of fisheries said on Monday that it had counted the ${what} of the whole coast and found them few.`
      : `Le ministère de la pêche a déclaré lundi que les ${what} de toute la côte avaient été comptés et trouvés rares.`
  }</p></article></body></html>`
const url = (path: string) => server?.url(path) ?? ''

async function visit(
  paths: readonly string[],
  held: ReadonlyMap<string, HeldArticle> = new Map(),
  memory: WebMemory = {},
) {
  const fetcher = createWebFetcher({ version: '1', allowPrivate: true, resolve: resolveHere, pauseMs: 0 })
  const known = new Set([...held.values()].map(({ id }) => id))
  const reading = await readAddresses(paths.map(url), {
    ...{ fetcher, extractor, memory, held },
    isKnown: (id) => known.has(id),
    now: new Date('2026-03-01T00:00:00Z'),
  })
  await fetcher.close()
  return reading
}

const urlsOf = ({ articles }: Awaited<ReturnType<typeof visit>>) => articles.map(({ url: at }) => at)

describe('an address that a page calls its own', () => {
  it('is believed where it is nobody else’s', async () => {
    server = await startWebServer({ '/boats?id=7': page('boats', '/boats') })
    expect(urlsOf(await visit(['/boats?id=7']))).toEqual([url('/boats')])
  })

  it('is not one of another site', async () => {
    server = await startWebServer({ '/boats': page('boats', 'http://reuters.example/boats') })
    expect(urlsOf(await visit(['/boats']))).toEqual([url('/boats')])
  })

  it('is not one that is read by itself in the same run, whichever comes first', async () => {
    server = await startWebServer({ '/nets': page('nets', '/boats'), '/boats': page('boats', '/boats') })
    expect(urlsOf(await visit(['/nets', '/boats']))).toEqual([url('/nets'), url('/boats')])
    const feed = `<rss version="2.0"><channel><item><link>/nets</link></item><item><link>/boats</link></item></channel></rss>`
    await server.close()
    server = await startWebServer({
      '/feed': feed,
      '/nets': page('filets', '/boats', 'fr'),
      '/boats': page('bateaux', '/boats', 'fr'),
    })
    expect(urlsOf(await visit(['/feed'])).toSorted()).toEqual([url('/boats'), url('/nets')])
  })

  it('is not the same for all pages of a template', async () => {
    server = await startWebServer({ '/a': page('boats', '/article'), '/b': page('nets', '/article') })
    const { articles } = await visit(['/a', '/b'])
    expect(articles.map(({ title }) => title)).toEqual(['On boats', 'On nets'])
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2)
  })

  it('is not that of an article of the corpus, but for its own', async () => {
    server = await startWebServer({ '/nets': page('nets', '/boats'), '/x?id=7': page('ropes', '/ropes') })
    const held = new Map([[url('/boats'), { id: 'boats-1', isPage: true }]])
    expect(urlsOf(await visit(['/nets'], held))).toEqual([url('/nets')])
    const id = idFromAddress(url('/ropes'))
    const ropes = { id, isPage: true }
    const own = new Map([
      [url('/ropes'), ropes],
      [url('/x?id=7'), ropes],
    ])
    expect((await visit(['/x?id=7'], own)).articles.map((article) => article.id)).toEqual([id])
    const memory: WebMemory = { [url('/x?id=7')]: { kind: 'page', articleId: id, items: {}, dates: [] } }
    expect(urlsOf(await visit(['/x?id=7'], new Map([[url('/ropes'), ropes]]), memory))).toEqual([url('/ropes')])
  })
})
