import type { ServerResponse } from 'node:http'
import { createServer as createRawServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { isPublic } from '../../../adapters/sources/web/addresses.ts'
import { createWebFetcher, type FetcherOptions } from '../../../adapters/sources/web/fetcher.ts'
import { type Handler, redirectTo, resolveHere, startWebServer, type WebServer } from './web-server.ts'

let server: WebServer | undefined
afterEach(() => server?.close())

const fetcherWith = (options: Partial<FetcherOptions> = {}) =>
  createWebFetcher({ version: '1.2.3', allowPrivate: true, resolve: resolveHere, pauseMs: 0, ...options })
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

describe('fetching', () => {
  it('says who it is, and gives what the server says of the page', async () => {
    server = await startWebServer({
      '/a': (_request, response) =>
        response.writeHead(200, { 'content-type': 'Text/HTML; charset="ISO-8859-1"', etag: '"1"' }).end('words'),
    })
    const page = await fetcherWith({ contact: 'https://bot.example/about' }).fetch({ url: server.url('/a') })
    expect(page).toMatchObject({ kind: 'page', mediaType: 'text/html', charset: 'ISO-8859-1', etag: '"1"' })
    const headers = server.latest()?.headers
    expect(headers?.['user-agent']).toBe(
      'Sourcier/1.2.3 (quotes news articles with their source; +https://bot.example/about)',
    )
    expect(headers?.host).toBe(`news.example:${server.port}`)
  })

  it.each([
    ['gzip', gzipSync('words')],
    ['deflate', deflateSync('words')],
    ['br', brotliCompressSync('words')],
    ['gzip, br', brotliCompressSync(gzipSync('words'))],
  ])('unpacks %s', async (encoding, packed) => {
    server = await startWebServer({
      '/a': (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(packed),
    })
    const page = await fetcherWith().fetch({ url: server.url('/a') })
    expect(page.kind === 'page' && text(page.bytes)).toBe('words')
  })

  it('leaves what is too large, unpacked or not, packed wrongly, or in an unknown way', async () => {
    const packed = (encoding: string, bytes: Uint8Array) => (_: unknown, response: ServerResponse) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes)
    server = await startWebServer({
      '/bomb': packed('gzip', gzipSync(Buffer.alloc(3_000_000))),
      '/large': (_request, response) => response.end(Buffer.alloc(300_000, 'a')),
      '/damaged': packed('gzip', Buffer.from('no packing at all')),
      '/odd': packed('zstd', Buffer.from('words')),
      '/thrice': packed('gzip, gzip, gzip', Buffer.from('words')),
    })
    const fetcher = fetcherWith({ limitBytes: 200_000 })
    const reasons = ['/bomb', '/large', '/damaged', '/odd', '/thrice'].map((path) =>
      fetcher.fetch({ url: server?.url(path) ?? '' }).catch((error: Error) => error.message),
    )
    expect(await Promise.all(reasons)).toEqual([
      'the page is larger than 195 kB',
      'the page is larger than 195 kB',
      'the page is packed, and the packing is damaged',
      'the page is packed in a way that is not known (zstd)',
      'the page is packed in a way that is not known (gzip, gzip, gzip)',
    ])
  })

  it('asks whether something has changed, and knows gone from broken', async () => {
    server = await startWebServer({
      '/same': (request, response) => response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 500).end(),
      '/gone': (_request, response) => response.writeHead(410).end(),
      '/broken': (_request, response) => response.writeHead(503).end(),
    })
    const fetcher = fetcherWith()
    expect(await fetcher.fetch({ url: server.url('/same'), etag: '"1"' })).toMatchObject({ kind: 'unchanged' })
    expect(await fetcher.fetch({ url: server.url('/gone') })).toMatchObject({ kind: 'gone', status: 410 })
    await expect(fetcher.fetch({ url: server.url('/broken') })).rejects.toThrow('the server answers 503')
  })

  it('follows redirects, not for ever, and checks each', async () => {
    server = await startWebServer({
      '/a': redirectTo('/b'),
      '/b': redirectTo('//other.example/c'),
      '/round': redirectTo('/round'),
      '/file': redirectTo('file:///etc/passwd'),
      '/user': redirectTo('http://me:secret@news.example/a'),
      '/nowhere': (_request, response) => response.writeHead(302).end(),
    })
    const fetcher = fetcherWith({ resolve: async (name) => (name === 'other.example' ? ['10.0.0.1'] : ['127.0.0.1']) })
    const reason = (path: string) =>
      fetcher.fetch({ url: server?.url(path) ?? '' }).catch((error: Error) => error.message)
    expect(await reason('/round')).toBe('it redirects more than 5 times')
    expect(await reason('/file')).toBe('only http and https addresses are fetched, not file:')
    expect(await reason('/user')).toBe('an address with a user name or password in it is not fetched')
    expect(await reason('/nowhere')).toBe('its redirect leads nowhere')
    const guarded = createWebFetcher({
      version: '1',
      allowPrivate: false,
      pauseMs: 0,
      resolve: async () => ['127.0.0.1'],
    })
    await expect(guarded.fetch({ url: server.url('/a') })).rejects.toThrow(
      'news.example is in a private network, which is not fetched from (SOURCIER_FETCH_PRIVATE=true allows it)',
    )
  })

  it('keeps to robots.txt, and stays away when it cannot be read', async () => {
    let robots: string | number = 'User-agent: *\nDisallow: /private\n\nUser-agent: Sourcier\nDisallow: /mine'
    server = await startWebServer({
      '/robots.txt': (_request, response) =>
        typeof robots === 'number' ? response.writeHead(robots).end() : response.end(robots),
      '/private': 'a',
      '/mine': 'a',
      '/free': 'a',
    })
    const url = (path: string) => ({ url: server?.url(path) ?? '' })
    expect(await fetcherWith().fetch(url('/private'))).toMatchObject({ kind: 'page' })
    await expect(fetcherWith().fetch(url('/mine'))).rejects.toThrow('does not want it fetched')
    robots = 500
    await expect(fetcherWith().fetch(url('/free'))).rejects.toThrow('robots.txt')
    robots = `User-agent: *\n${'Disallow: /*a*a*a*b\n'.repeat(300)}`
    await expect(fetcherWith().fetch(url('/free'))).rejects.toThrow('robots.txt')
    expect(server.asked).toEqual(['/private'])
  })

  it('asks one thing at a time of a host, and two over all', async () => {
    let [now, most] = [0, 0]
    const hosts = new Map<string, number>()
    let mostOfHost = 0
    const slow: Handler = (request, response) => {
      const host = request.headers.host ?? ''
      hosts.set(host, (hosts.get(host) ?? 0) + 1)
      now += 1
      most = Math.max(most, now)
      mostOfHost = Math.max(mostOfHost, hosts.get(host) ?? 0)
      setTimeout(() => {
        now -= 1
        hosts.set(host, (hosts.get(host) ?? 0) - 1)
        response.end('words')
      }, 15)
    }
    server = await startWebServer({ '/1': slow, '/2': slow, '/3': slow })
    const fetcher = fetcherWith()
    await Promise.all(
      ['a', 'b', 'c', 'd'].flatMap((host) =>
        ['/1', '/2', '/3'].map((path) => fetcher.fetch({ url: server?.url(path, `${host}.example`) ?? '' })),
      ),
    )
    expect({ most, mostOfHost }).toEqual({ most: 2, mostOfHost: 1 })
  })

  it('leaves a server that is silent, that drips, or that speaks no HTTP', async () => {
    const raw = createRawServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (data) => {
        const path = data.toString().split(' ')[1]
        if (path === '/robots.txt') socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
        if (path === '/odd') socket.end('\u0000\u0001 what?\r\n\r\n')
        if (path === '/short') socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nwords')
        if (path === '/heads') socket.end(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(20_000)}\r\n`)
        if (path !== '/drip') return
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
        const drip = setInterval(() => socket.write('1\r\na\r\n'), 20)
        socket.on('close', () => clearInterval(drip))
      })
    })
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve))
    const address = raw.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const fetcher = fetcherWith({ timeoutMs: 1_000 })
    const reason = (path: string) =>
      fetcher.fetch({ url: `http://news.example:${port}${path}` }).then(
        () => 'read',
        (error: Error) => error.message,
      )
    expect(await Promise.all(['/silent', '/drip', '/odd', '/short', '/heads'].map(reason))).toEqual([
      'the server does not answer within 1 s',
      'the server does not answer within 1 s',
      expect.stringMatching(/^it cannot be fetched/),
      expect.stringMatching(/^it cannot be fetched/),
      expect.stringMatching(/^it cannot be fetched/),
    ])
    await fetcher.close()
    await new Promise((resolve) => raw.close(resolve))
  })
})

describe('a public address', () => {
  it('is none of the forms in which IPv6 carries another one', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
        for (const form of [`::ffff:${hex}`, `::${hex}`, `64:ff9b::${hex}`, `2002:${hex}::1`, `::ffff:0:${hex}`]) {
          expect(isPublic(form), form).toBe(false)
        }
      }),
    )
  })

  it('is one of the internet that everybody can reach', () => {
    expect(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '2a00:1450:4007::200e'].filter(isPublic)).toHaveLength(4)
  })
})
