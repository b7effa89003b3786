/**
 * Ways to make us fetch from our own network, against a canary that listens on this machine: it must never be asked.
 * `npx tsx test/campaigns/address-tricks.ts` prints the table. Wants 127.0.0.2, which Linux has.
 */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createExtractor } from '../../adapters/sources/extraction/extractor.ts'
import { createWebFetcher } from '../../adapters/sources/web/fetcher.ts'
import { readAddresses } from '../../adapters/sources/web/read-addresses.ts'

export type TrickResult = { readonly trick: string; readonly hits: number; readonly said: string }

const decoy = '127.0.0.2'
const article = (head = '', body = '') =>
  `<html lang="en"><head>${head}</head><body><article><p>The ministry of fisheries said on Monday that it had counted the boats of the whole coast and found them few.</p>${body}</article></body></html>`

/** Tricks in the address itself; PORT is the canary's. */
const literals = [
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://017700000001:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://127.255.255.254:PORT/',
  'http://127%2e0%2e0%2e1:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://127。0。0。1:PORT/',
  'http://①②⑦.0.0.1:PORT/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[0:0:0:0:0:ffff:7f00:1]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[::7f00:1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[::ffff:0:127.0.0.1]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[::1%25lo]:PORT/',
  'http://localhost:PORT/',
  'http://LOCALHOST:PORT/',
  'http://localhost.:PORT/',
  'http://a.localhost:PORT/',
  'http://public.example@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT#@public.example/',
  'http://public.example\\@127.0.0.1:PORT/',
  'http:\\\\127.0.0.1:PORT\\',
  'http:127.0.0.1:PORT/',
  'http:///127.0.0.1:PORT/',
  'http://127.0.\n0.1:PORT/',
  'http://loopback.example:PORT/',
  'http://loopback.example.:PORT/',
  'http://six.example:PORT/',
  'http://mapped.example:PORT/',
  'http://mixed.example:PORT/',
  'http://mixed-last.example:PORT/',
  'http://private.example:PORT/',
  'http://zone.example:PORT/',
  'file:///etc/passwd',
  'ftp://127.0.0.1:PORT/',
  'gopher://127.0.0.1:PORT/_GET',
  'data:text/html,hello',
  'javascript:fetch("http://127.0.0.1:PORT")',
] as const

const names: Readonly<Record<string, readonly string[]>> = {
  'public.example': [decoy],
  'loopback.example': ['127.0.0.1'],
  'six.example': ['::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'mixed.example': ['127.0.0.1', decoy],
  'mixed-last.example': [decoy, '127.0.0.1'],
  'private.example': ['10.0.0.1'],
  'zone.example': ['::1%lo'],
}

type Page = { readonly name: string; readonly answer: RequestListener }

/** Tricks of a server that may be reached: what it sends points at the canary. */
function decoyPages(canary: string): readonly Page[] {
  const send =
    (body: string, headers: Record<string, string> = {}): RequestListener =>
    (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body)
  const redirect =
    (location: string, status = 302): RequestListener =>
    (_request, response) =>
      response.writeHead(status, { location }).end()
  const rss = (head: string, items: string) =>
    send(`${head}<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`)
  return [
    ...[301, 302, 303, 307, 308].map((status) => ({ name: `redirect ${status}`, answer: redirect(canary, status) })),
    ...literals.slice(0, 28).map((address) => ({
      name: `redirect to ${address}`,
      answer: redirect(
        encodeURI(address)
          .replaceAll('%25', '%')
          .replaceAll('%5B', '[')
          .replaceAll('%5D', ']')
          .replace('PORT', new URL(canary).port),
      ),
    })),
    { name: 'redirect without protocol', answer: redirect(canary.replace('http:', '')) },
    { name: 'redirect to a name', answer: redirect(canary.replace('127.0.0.1', 'loopback.example')) },
    { name: 'redirect with a password', answer: redirect(canary.replace('//', '//a:b@')) },
    { name: 'redirect to a file', answer: redirect('file:///etc/passwd') },
    { name: 'redirect in a chain', answer: redirect('/redirect%20302') },
    {
      name: 'refresh header',
      answer: send(article(), { refresh: `0; url=${canary}`, link: `<${canary}>; rel=preload` }),
    },
    {
      name: 'page that loads things',
      answer: send(
        article(
          `<base href="${canary}"><meta http-equiv="refresh" content="0;url=${canary}"><link rel="stylesheet" href="${canary}"><link rel="canonical" href="${canary}"><script src="${canary}"></script>`,
          `<img src="${canary}"><iframe src="${canary}"></iframe><object data="${canary}"></object><svg><image href="${canary}"/></svg><video src="${canary}"></video>`,
        ),
      ),
    },
    {
      name: 'feed of canary items',
      answer: rss(
        '',
        `<item><link>${canary}</link></item><item><link>http://[::1]:${new URL(canary).port}/x</link></item><item><guid>${canary}/y</guid></item>`,
      ),
    },
    {
      name: 'feed with entities',
      answer: rss(
        `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "${canary}"><!ENTITY % y SYSTEM "${canary}">%y;]>`,
        '<item><title>&x;</title><link>/page</link></item>',
      ),
    },
    {
      name: 'feed with stylesheet',
      answer: rss(
        `<?xml version="1.0"?><?xml-stylesheet href="${canary}"?>`,
        `<item><link>/redirect%20302</link></item>`,
      ),
    },
    {
      name: 'atom with base',
      answer: send(
        `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${canary}"><link href="${canary}"/><entry><id>1</id><link href="/x"/></entry></feed>`,
      ),
    },
    { name: 'sitemap of the canary', answer: send(`<urlset><url><loc>${canary}</loc></url></urlset>`) },
    {
      name: 'sitemap index of the canary',
      answer: send(`<sitemapindex><sitemap><loc>${canary}</loc></sitemap></sitemapindex>`),
    },
    {
      name: 'PDF that loads things',
      answer: send(
        `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(${canary})>>>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj trailer<</Root 1 0 R>>`,
      ),
    },
  ]
}

/** @returns one row a trick; `hits` counts requests that reached the canary. */
export async function runAddressTricks(): Promise<readonly TrickResult[]> {
  let hits = 0
  const canaryServer = createServer((request, response) => {
    // What a name led to when it was checked may be asked; it stands for a public address.
    if (request.socket.localAddress?.endsWith(decoy) !== true) hits += 1
    response.end(article())
  })
  // On every address of this machine, IPv4 and IPv6.
  const port = await listen(canaryServer, '::').catch(() => listen(canaryServer, '0.0.0.0'))
  const canary = `http://127.0.0.1:${port}/`
  const pages = new Map(decoyPages(canary).map(({ name, answer }) => [`/${encodeURIComponent(name)}`, answer]))
  let robots: string | undefined
  const decoyServer = createServer((request, response) => {
    const answer = pages.get(request.url ?? '')
    if (request.url === '/robots.txt') {
      if (robots === undefined) response.writeHead(404).end()
      else response.writeHead(302, { location: robots }).end()
    } else if (answer !== undefined) answer(request, response)
    else response.writeHead(200, { 'content-type': 'text/html' }).end(article())
  })
  const decoyPort = await listen(decoyServer, decoy)
  const extractor = createExtractor()
  // Proxies set in the environment are no way round.
  const before = { ...process.env }
  Object.assign(process.env, { http_proxy: canary, HTTP_PROXY: canary, https_proxy: canary, ALL_PROXY: canary })

  const results: TrickResult[] = []
  const attempt = async (trick: string, address: string, resolve = resolveName) => {
    const already = hits
    const fetcher = createWebFetcher({
      version: '1',
      allowPrivate: false,
      alsoAllowed: [decoy],
      pauseMs: 0,
      timeoutMs: 3_000,
      resolve,
    })
    const reading = await readAddresses([address], {
      fetcher,
      extractor,
      memory: {},
      isKnown: () => false,
      held: new Map(),
    })
    await fetcher.close()
    const said = reading.problems[0]?.reason ?? `${reading.articles.length} articles`
    results.push({ trick, hits: hits - already, said })
  }
  for (const literal of literals) {
    const address = literal.replace('PORT', String(port))
    await attempt(JSON.stringify(literal).slice(1, -1), address)
  }
  for (const path of pages.keys())
    await attempt(decodeURIComponent(path.slice(1)), `http://public.example:${decoyPort}${path}`)
  // The name leads to a public address when it is checked, and here when it is asked again.
  let asked = 0
  const rebind = async () => [[decoy], ['127.0.0.1']][Math.min(asked++, 1)] ?? []
  await attempt('rebinding between check and connection', `http://rebind.example:${port}/`, rebind)
  asked = 0
  await attempt(
    'rebinding between redirect and page',
    `http://rebind.example:${decoyPort}/${encodeURIComponent('redirect 302')}`,
    rebind,
  )
  let flips = 0
  await attempt('rebinding back and forth', `http://flip.example:${port}/`, async () =>
    flips++ % 2 === 0 ? [decoy] : ['127.0.0.1'],
  )
  robots = canary
  await attempt('robots.txt that redirects', `http://public.example:${decoyPort}/page`)
  process.env = before
  extractor.close()
  canaryServer.closeAllConnections()
  decoyServer.closeAllConnections()
  await Promise.all([canaryServer, decoyServer].map((server) => new Promise((resolve) => server.close(resolve))))
  return results
}

async function resolveName(name: string): Promise<readonly string[]> {
  const bare = name.replace(/\.$/u, '')
  if (/(?:^|\.)localhost$/iu.test(bare)) return ['127.0.0.1', '::1']
  return Object.hasOwn(names, bare) ? (names[bare] ?? []) : []
}

function listen(server: ReturnType<typeof createServer>, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, () => resolve((server.address() as AddressInfo).port))
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await runAddressTricks()
  for (const { trick, hits, said } of results) {
    process.stdout.write(
      `${hits === 0 ? 'safe' : `HIT ${hits}`}  ${trick.slice(0, 60).padEnd(60)}  ${said.slice(0, 90)}\n`,
    )
  }
  const reached = results.reduce((sum, { hits }) => sum + hits, 0)
  process.stdout.write(`${results.length} tricks, the canary was reached ${reached} times\n`)
  process.exit(reached === 0 ? 0 : 1)
}
