/**
 * Generated malformed inputs of every format through the real readers, and bombs: no crash, no hang over 5 s, no more
 * than 200 MB beyond what is held at rest, by us and the process that reads.
 * `npx tsx test/campaigns/malformed-input.ts [COUNT]` prints the table; COUNT is 10,000 unless given.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createGzip, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { buildArticle, type Format } from '../../adapters/sources/build.ts'
import { decodeText, UnreadableError } from '../../adapters/sources/decode.ts'
import { createExtractor, type Extractor } from '../../adapters/sources/extraction/extractor.ts'
import { readSitemap } from '../../adapters/sources/feeds/read-sitemap.ts'
import { createWebFetcher } from '../../adapters/sources/web/fetcher.ts'
import { kindOf } from '../../adapters/sources/web/page-kind.ts'
import { readAddresses } from '../../adapters/sources/web/read-addresses.ts'
import { splitPassages } from '../../src/reading/split.ts'
import { makePdf, printLines } from '../adapters/sources/make-pdf.ts'

export type InputResult = {
  readonly kind: string
  readonly count: number
  readonly articles: number
  readonly refused: number
  /** What threw anything but UnreadableError, in one line each. */
  readonly crashes: readonly string[]
  readonly slowestMs: number
  /** Most memory beyond that at rest, in MB. */
  readonly memoryMb: number
}

type Attempt = { readonly kind: string; readonly run: (extractor: Extractor) => Promise<void> }

const sentence =
  'The ministry of fisheries said on Monday that it had counted 45 boats of the whole coast & found them few. '
const page = `<!doctype html><html lang="en"><head><title>Boats</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats"}</script></head><body><article><h1>Boats</h1><p>${sentence}</p><ul><li>East</li></ul></article></body></html>`
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>A</title><link>https://e.example/a</link><guid>1</guid><pubDate>Mon, 09 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>`
const map = '<urlset><url><loc>https://e.example/a</loc><lastmod>2026-02-09</lastmod></url></urlset>'
const matter = `---\ntitle: "Boats"\ndate: 2026-02-09\ntags: [a, b]\nmap: {a: &x 1, b: *x}\n---\n# Boats\n\n${sentence}\n`
const pdf = makePdf([printLines([sentence.slice(0, 60), sentence.slice(60)])], { info: '/Title (Boats)' })
const asText = (text: string) => Buffer.from(text)

/** A sound document with damage: cut, bytes changed, doubled, swapped. */
function damaged(sound: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.record({ at: fc.nat(), value: fc.nat(255), length: fc.nat(40), how: fc.nat(4) })
  return fc.array(change, { minLength: 1, maxLength: 12 }).map((changes) => {
    let bytes = Buffer.from(sound)
    for (const { at, value, length, how } of changes) {
      const index = bytes.length === 0 ? 0 : at % bytes.length
      const piece = bytes.subarray(index, index + length)
      if (how === 0) bytes = bytes.subarray(0, index)
      else if (how === 1)
        bytes = Buffer.concat([bytes.subarray(0, index), Buffer.alloc(length, value), bytes.subarray(index)])
      else if (how === 2) bytes = Buffer.concat([bytes, piece, piece])
      else if (how === 3) bytes = Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + length)])
      else bytes = Buffer.from(bytes.map((byte, position) => (position === index ? value : byte)))
    }
    return bytes
  })
}

/** Pieces of a format's own signs in any order. */
function jumbled(signs: readonly string[]): fc.Arbitrary<Uint8Array> {
  return fc
    .array(fc.constantFrom(...signs, sentence, '\u0000', '\ud800', ' '), { maxLength: 60 })
    .map((parts) => asText(parts.join('')))
}

const htmlSigns = [
  '<',
  '>',
  '<p>',
  '</p>',
  '<div',
  '<!--',
  '-->',
  '<![CDATA[',
  '<script>',
  '</script',
  '<table><tr><td>',
  '&#x110000;',
  '&amp',
  '<svg>',
  '<template>',
  '<title>',
  '"',
  "'",
  '<a href=',
  '<html lang=">',
  '<body>',
]
const yamlSigns = [
  '---\n',
  '- ',
  ': ',
  '{',
  '[',
  '}',
  ']',
  '&a ',
  '*a',
  '<<: ',
  '!!js ',
  '| \n',
  '> \n',
  '"',
  "'",
  '\n',
  '\t',
  'title: ',
  '? ',
  '%YAML\n',
  '...\n',
]
const xmlSigns = [
  '<rss version="2.0">',
  '<channel>',
  '<item>',
  '</item>',
  '<link>',
  '</link>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<entry>',
  '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
  '&a;',
  '<?xml version="1.0"?>',
  '<![CDATA[',
  ']]>',
  '<urlset>',
  '<url>',
  '<loc>',
  '</loc>',
  '<lastmod>',
]

const generators: readonly {
  readonly kind: string
  readonly bytes: fc.Arbitrary<Uint8Array>
  readonly format: Format | 'feed' | 'sitemap'
}[] = [
  { kind: 'bytes as text', format: 'text', bytes: fc.uint8Array({ maxLength: 400 }) },
  { kind: 'bytes as HTML', format: 'html', bytes: fc.uint8Array({ maxLength: 400 }) },
  { kind: 'damaged HTML', format: 'html', bytes: damaged(asText(page)) },
  { kind: 'jumbled HTML', format: 'html', bytes: jumbled(htmlSigns) },
  { kind: 'damaged front matter', format: 'markdown', bytes: damaged(asText(matter)) },
  {
    kind: 'jumbled YAML',
    format: 'markdown',
    bytes: jumbled(yamlSigns).map((bytes) => Buffer.concat([asText('---\n'), bytes, asText(`\n---\n${sentence}`)])),
  },
  {
    kind: 'jumbled Markdown',
    format: 'markdown',
    bytes: jumbled([
      '# ',
      '> ',
      '- ',
      '```',
      '[',
      '](',
      '![',
      '*',
      '_',
      '|',
      '\n',
      '\n\n',
      '    ',
      '<div>',
      '<!--',
      '&amp;',
    ]),
  },
  { kind: 'damaged feed', format: 'feed', bytes: damaged(asText(feed)) },
  { kind: 'jumbled feed', format: 'feed', bytes: jumbled(xmlSigns) },
  { kind: 'damaged sitemap', format: 'sitemap', bytes: damaged(asText(map)) },
  { kind: 'jumbled sitemap', format: 'sitemap', bytes: jumbled(xmlSigns) },
  { kind: 'damaged PDF', format: 'pdf', bytes: damaged(pdf) },
]

/** Reads one input as a run does: to passages. */
async function read(bytes: Uint8Array, format: Format | 'feed' | 'sitemap', extractor: Extractor): Promise<void> {
  if (format === 'feed') await extractor.readFeed(decodeText(bytes).text, 'https://e.example/feed')
  else if (format === 'sitemap') readSitemap(decodeText(bytes).text, 'https://e.example/map')
  else
    splitPassages((await buildArticle({ bytes, path: 'x', stem: 'x', format }, extractor, { language: 'en' })).article)
  kindOf({ mediaType: 'text/html' }, bytes)
}

const many = (text: string, times: number) => Buffer.from(text.repeat(times))
const mega = 1_000_000

/** Large inputs made to take for ever. */
function bombs(): readonly {
  readonly kind: string
  readonly format: Format | 'feed' | 'sitemap'
  readonly bytes: () => Uint8Array
}[] {
  const stream = deflateSync(many('BT /F1 9 Tf (a) Tj ET ', 8 * mega))
  const pdfBomb = Buffer.concat([
    Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>endobj\n',
    ),
    Buffer.from(`4 0 obj<</Filter/FlateDecode/Length ${stream.length}>>stream\n`),
    stream,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>'),
  ])
  return [
    { kind: 'a million nested tags', format: 'html', bytes: () => many('<div>', mega) },
    { kind: 'a million nested inline tags', format: 'html', bytes: () => many('<b>', mega) },
    { kind: 'a million tags in a row', format: 'html', bytes: () => many('<p>a ', mega) },
    { kind: '10 MB of <', format: 'html', bytes: () => many('<', 10 * mega) },
    { kind: '10 MB of <!--', format: 'html', bytes: () => many('<!--', 2 * mega) },
    { kind: '10 MB of <a href="', format: 'html', bytes: () => many('<a href="', mega) },
    { kind: '10 MB of &amp', format: 'html', bytes: () => many('&amp', 2 * mega) },
    { kind: '10 MB of spaces in a page', format: 'html', bytes: () => many(' ', 10 * mega - 100).fill('<p>a', 0, 4) },
    {
      kind: 'a title of 10 MB',
      format: 'html',
      bytes: () => Buffer.concat([asText('<title>'), many('a - ', 2 * mega)]),
    },
    {
      kind: 'attributes by the million',
      format: 'html',
      bytes: () => Buffer.concat([asText('<p '), many('a=1 ', 2 * mega), asText('>a')]),
    },
    {
      kind: 'linked data nested deep',
      format: 'html',
      bytes: () =>
        Buffer.concat([asText('<script type="application/ld+json">'), many('[', 3 * mega), asText('</script><p>a')]),
    },
    { kind: '10 MB of [ in Markdown', format: 'markdown', bytes: () => many('[', 10 * mega) },
    { kind: '30 kB of [ in Markdown', format: 'markdown', bytes: () => many('[', 31_000) },
    { kind: '30 kB of > in Markdown', format: 'markdown', bytes: () => many('> ', 15_500) },
    { kind: '30 kB of *a_ in Markdown', format: 'markdown', bytes: () => many('*a_ ', 7_700) },
    { kind: '30 kB of <!-- in Markdown', format: 'markdown', bytes: () => many('<!-- \n\n', 4_400) },
    { kind: '10 MB of quotes in Markdown', format: 'markdown', bytes: () => many('> ', 4 * mega) },
    {
      kind: 'front matter of 10 MB',
      format: 'markdown',
      bytes: () => Buffer.concat([asText('---\n'), many('- a\n', 2 * mega), asText('---\na')]),
    },
    {
      kind: 'YAML nested deep',
      format: 'markdown',
      bytes: () => Buffer.concat([asText('---\n'), many('[', 31_000), asText('\n---\na')]),
    },
    {
      kind: 'YAML of a billion laughs',
      format: 'markdown',
      bytes: () =>
        asText(
          `---\n${['a: &a [l,l,l,l,l,l,l,l,l]', ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[index]}`).join(',')}]`)].join('\n')}\n---\n${sentence}`,
        ),
    },
    { kind: '10 MB of full stops', format: 'text', bytes: () => many('A. ', 3 * mega) },
    { kind: '480 kB of lines of full stops', format: 'text', bytes: () => many(`${'A. '.repeat(10_000)}\n`, 16) },
    { kind: '10 MB of one letter', format: 'text', bytes: () => many('a', 10 * mega) },
    { kind: '100 kB without a full stop', format: 'text', bytes: () => many('word ', 19_900) },
    { kind: '100 kB of full stops', format: 'text', bytes: () => many('A. ', 33_000) },
    {
      kind: '20,000 empty lines',
      format: 'text',
      bytes: () => Buffer.concat([many('\n', 19_900), asText(sentence)]),
    },
    { kind: '20,000 short lines', format: 'text', bytes: () => many('a\n', 19_900) },
    { kind: '100 kB of one long figure', format: 'text', bytes: () => many('1', 99_000) },
    { kind: '20,000 list items', format: 'text', bytes: () => many('- a\n', 19_900) },
    { kind: '100 kB of quotation marks', format: 'text', bytes: () => many('"', 99_000) },
    { kind: '100 kB of |', format: 'text', bytes: () => many('a | ', 24_000) },
    {
      kind: 'feed of a billion laughs',
      format: 'feed',
      bytes: () =>
        asText(
          `<!DOCTYPE x [<!ENTITY a "${'l'.repeat(1_000)}">${'bcdefghi'
            .split('')
            .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`)
            .join('')}]><rss version="2.0"><channel><title>&i;</title></channel></rss>`,
        ),
    },
    {
      kind: 'feed of nested tags',
      format: 'feed',
      bytes: () => Buffer.concat([asText('<rss version="2.0"><channel>'), many('<item>', mega)]),
    },
    {
      kind: 'feed of many items',
      format: 'feed',
      bytes: () =>
        Buffer.concat([
          asText('<rss version="2.0"><channel>'),
          many('<item><link>https://e.example/a</link></item>', 200_000),
          asText('</channel></rss>'),
        ]),
    },
    { kind: 'sitemap of <', format: 'sitemap', bytes: () => many('<', 10 * mega) },
    { kind: 'sitemap of <url>', format: 'sitemap', bytes: () => many('<url><loc>', mega) },
    { kind: 'sitemap of &', format: 'sitemap', bytes: () => many('&#', 5 * mega) },
    { kind: 'PDF that unpacks to 170 MB', format: 'pdf', bytes: () => pdfBomb },
    {
      kind: 'PDF of nested arrays',
      format: 'pdf',
      bytes: () => Buffer.concat([asText('%PDF-1.4\n1 0 obj'), many('[', 9 * mega)]),
    },
    {
      kind: 'PDF of objects without end',
      format: 'pdf',
      bytes: () => Buffer.concat([asText('%PDF-1.4\n'), many('1 0 obj\n', mega)]),
    },
  ]
}

/** 10 GB of zeros as gzip: 10 MB, made of one packed piece over and over (gzip may hold several members). */
async function gzipOfTenGigabytes(): Promise<Buffer> {
  const piece = gzipSync(Buffer.alloc(100 * mega), { level: 9 })
  return Buffer.concat(Array.from({ length: 100 }, () => piece))
}

function webBombs(packed: Buffer): Readonly<Record<string, RequestListener>> {
  const send =
    (headers: Record<string, string>, body: Uint8Array): RequestListener =>
    (_request, response) => {
      response.on('error', () => undefined)
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body)
    }
  return {
    '/gzip-of-10-GB': send({ 'content-encoding': 'gzip' }, packed),
    '/gzip-in-gzip': send({ 'content-encoding': 'gzip, gzip' }, gzipSync(packed)),
    '/sitemap-of-10-GB.xml.gz': send({ 'content-type': 'application/gzip' }, packed),
    '/never-ends': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const more = setInterval(() => response.write('<p>a'), 5)
      response.on('close', () => clearInterval(more))
    },
    '/pours': (_request, response) => {
      const zeros = createGzip()
      response.writeHead(200, { 'content-encoding': 'gzip' })
      zeros.pipe(response)
      const pour = () => {
        if (!response.destroyed && zeros.write(Buffer.alloc(mega))) setImmediate(pour)
        else if (!response.destroyed) zeros.once('drain', pour)
      }
      response.on('close', () => zeros.destroy())
      zeros.on('error', () => undefined)
      pour()
    },
  }
}

/**
 * @param count generated inputs, over all kinds; the bombs come on top.
 * @param wantsBomb by name: all, unless it says otherwise.
 */
export async function runMalformedInput(
  count: number,
  wantsBomb: (kind: string) => boolean = () => true,
): Promise<readonly InputResult[]> {
  // Starting a reader from source takes seconds on a busy machine, and is not what is measured here.
  const extractor = createExtractor({ documentsEach: Number.POSITIVE_INFINITY })
  const rows: InputResult[] = []
  const each = Math.ceil(count / generators.length)
  for (const { kind, bytes, format } of generators) {
    const inputs = fc.sample(bytes, { numRuns: each, seed: 7 })
    rows.push(
      await measure(
        inputs.map((input) => ({ kind, run: (reader) => read(input, format, reader) })),
        extractor,
      ),
    )
  }
  for (const { kind, bytes, format } of bombs().filter(({ kind }) => wantsBomb(kind))) {
    const input = bytes()
    rows.push(await measure([{ kind, run: (reader) => read(input, format, reader) }], extractor))
  }
  rows.push(...(await runWebBombs(extractor, wantsBomb)))
  extractor.close()
  return rows
}

async function runWebBombs(
  extractor: Extractor,
  wantsBomb: (kind: string) => boolean,
): Promise<readonly InputResult[]> {
  const routes = webBombs(await gzipOfTenGigabytes())
  const server = createServer((request, response) => {
    const route = routes[request.url ?? '']
    if (route === undefined) response.writeHead(404).end()
    else route(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const rows: InputResult[] = []
  for (const path of Object.keys(routes).filter(wantsBomb)) {
    const fetcher = createWebFetcher({ version: '1', allowPrivate: true, pauseMs: 0, timeoutMs: 3_000 })
    const run = async () => {
      const address = `http://127.0.0.1:${port}${path}`
      const reading = await readAddresses([address], {
        fetcher,
        extractor,
        memory: {},
        isKnown: () => false,
        knownAddresses: new Set(),
      })
      if (reading.problems.length > 0) throw new UnreadableError(reading.problems[0]?.reason)
    }
    rows.push(await measure([{ kind: path, run }], extractor))
    await fetcher.close()
  }
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return rows
}

/** Everything that is loaded once is loaded before the memory at rest is taken. */
async function warmUp(extractor: Extractor): Promise<void> {
  for (const [bytes, format] of [
    [asText(page), 'html'],
    [asText(matter), 'markdown'],
    [pdf, 'pdf'],
    [asText(feed), 'feed'],
  ] as const) {
    await read(bytes, format, extractor)
  }
}

async function measure(attempts: readonly Attempt[], extractor: Extractor): Promise<InputResult> {
  await warmUp(extractor)
  const rest = heldMegabytes()
  let most = rest
  const watch = setInterval(() => {
    most = Math.max(most, heldMegabytes())
  }, 25)
  let [articles, refused, slowestMs] = [0, 0, 0]
  const crashes: string[] = []
  for (const { run } of attempts) {
    const started = performance.now()
    try {
      await run(extractor)
      articles += 1
    } catch (error) {
      if (error instanceof UnreadableError) refused += 1
      else crashes.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    }
    slowestMs = Math.max(slowestMs, performance.now() - started)
  }
  clearInterval(watch)
  most = Math.max(most, heldMegabytes())
  const [first] = attempts
  return {
    kind: first?.kind ?? '',
    count: attempts.length,
    articles,
    refused,
    crashes,
    slowestMs,
    memoryMb: most - rest,
  }
}

/** Of this process and those that it started. */
function heldMegabytes(): number {
  const ours = process.memoryUsage.rss()
  if (process.platform !== 'linux') return ours / mega
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((pid) => readChild(pid))
  return (ours + children.reduce((sum, bytes) => sum + bytes, 0)) / mega
}

function readChild(pid: string): readonly number[] {
  try {
    const parent = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ')[1]
    if (parent !== String(process.pid)) return []
    return [Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096]
  } catch {
    return []
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await runMalformedInput(Number(process.argv[2] ?? 10_000))
  const cells = (row: InputResult) => [
    row.count,
    row.articles,
    row.refused,
    row.crashes.length,
    Math.round(row.slowestMs),
    Math.round(row.memoryMb),
  ]
  process.stdout.write(`${'input'.padEnd(34)}   count   read  refused  crashes  slowest ms  MB more\n`)
  for (const row of rows)
    process.stdout.write(
      `${row.kind.padEnd(34)}${cells(row)
        .map((cell) => String(cell).padStart(8))
        .join(' ')}\n`,
    )
  for (const { kind, crashes } of rows)
    for (const crash of crashes.slice(0, 3)) process.stdout.write(`${kind}: ${crash}\n`)
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const crashed = rows.reduce((sum, { crashes }) => sum + crashes.length, 0)
  const slowest = Math.max(...rows.map(({ slowestMs }) => slowestMs))
  const memory = Math.max(...rows.map(({ memoryMb }) => memoryMb))
  process.stdout.write(
    `${total} inputs, ${crashed} crashes, the slowest took ${Math.round(slowest)} ms, at most ${Math.round(memory)} MB more\n`,
  )
  process.exit(crashed === 0 && slowest <= 5_000 && memory <= 200 ? 0 : 1)
}
