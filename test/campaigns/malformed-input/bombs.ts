/** Inputs made to take for ever, or all memory. */
import type { RequestListener } from 'node:http'
import { createGzip, deflateSync, gzipSync } from 'node:zlib'
import { asText, type InputFormat, sentence } from './inputs.ts'

const many = (text: string, times: number) => Buffer.from(text.repeat(times))
const mega = 1_000_000

/** Large inputs made to take for ever. */
export function bombs(): readonly {
  readonly kind: string
  readonly format: InputFormat
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
export async function gzipOfTenGigabytes(): Promise<Buffer> {
  const piece = gzipSync(Buffer.alloc(100 * mega), { level: 9 })
  return Buffer.concat(Array.from({ length: 100 }, () => piece))
}

export function webBombs(packed: Buffer): Readonly<Record<string, RequestListener>> {
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
