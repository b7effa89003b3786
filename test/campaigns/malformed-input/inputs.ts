/** Sound documents of every format, and what damage and chance make of them. */
import fc from 'fast-check'
import type { Format } from '../../../adapters/sources/build.ts'
import { makePdf, printLines } from '../../adapters/sources/make-pdf.ts'

export type InputFormat = Format | 'feed' | 'sitemap' | 'robots'

export const sentence =
  'The ministry of fisheries said on Monday that it had counted 45 boats of the whole coast & found them few. '
export const page = `<!doctype html><html lang="en"><head><title>Boats</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats"}</script></head><body><article><h1>Boats</h1><p>${sentence}</p><ul><li>East</li></ul></article></body></html>`
export const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>A</title><link>https://e.example/a</link><guid>1</guid><pubDate>Mon, 09 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>`
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'x',
  items: [{ id: '1', url: 'https://e.example/a', title: 'A', date_published: '2026-02-09T10:00:00Z' }],
})
const robots = `User-agent: *\nCrawl-delay: 2\nDisallow: /private/*/x$\nAllow: /private/a\nSitemap: https://e.example/map.xml\n`
const map = '<urlset><url><loc>https://e.example/a</loc><lastmod>2026-02-09</lastmod></url></urlset>'
export const matter = `---\ntitle: "Boats"\ndate: 2026-02-09\ntags: [a, b]\nmap: {a: &x 1, b: *x}\n---\n# Boats\n\n${sentence}\n`
export const pdf = makePdf([printLines([sentence.slice(0, 60), sentence.slice(60)])], { info: '/Title (Boats)' })
export const asText = (text: string) => Buffer.from(text)

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

const robotsSigns = [
  ...[
    'User-agent: ',
    '*',
    'Disallow: ',
    'Allow: ',
    '/',
    '$',
    '\n',
    '\r',
    'Crawl-delay: ',
    '1e999',
    '-1',
    '#',
    '%',
    '%zz',
  ],
  ...['Sitemap: ', ':', '?', 'Sourcier', '%2F', '/**/*'],
]

export const generators: readonly {
  readonly kind: string
  readonly bytes: fc.Arbitrary<Uint8Array>
  readonly format: InputFormat
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
  { kind: 'damaged JSON feed', format: 'feed', bytes: damaged(asText(jsonFeed)) },
  { kind: 'damaged sitemap', format: 'sitemap', bytes: damaged(asText(map)) },
  { kind: 'jumbled sitemap', format: 'sitemap', bytes: jumbled(xmlSigns) },
  { kind: 'damaged robots.txt', format: 'robots', bytes: damaged(asText(robots)) },
  { kind: 'jumbled robots.txt', format: 'robots', bytes: jumbled(robotsSigns) },
  { kind: 'damaged PDF', format: 'pdf', bytes: damaged(pdf) },
]
