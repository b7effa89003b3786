import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFeed } from '../../../adapters/sources/feeds/read-feed.ts'
import { kindOf } from '../../../adapters/sources/web/page-kind.ts'
import { readWrittenDate } from '../../../adapters/sources/written-date.ts'

const home = 'https://coast.example/feeds/all.xml'
const rss = (...items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Coast</title>${items.join('')}</channel></rss>`
const entry = '<item><title>Boats</title><link>https://coast.example/boats</link></item>'
const kind = (text: string, mediaType = 'application/xml') => kindOf({ mediaType }, Buffer.from(text))
const first = (text: string) => readFeed(text, home).items[0]

describe('a feed', () => {
  const dtd = '<!DOCTYPE rss [\n<!ENTITY nbsp "&#160;">\n<!ENTITY paper "La Côte">\n]>'
  const warning = '<br />\n<b>Warning</b>:  Undefined variable $x in /var/www/feed.php on line 3<br />\n'
  it.each([
    ['with a document type', `<?xml version="1.0"?>${dtd}${rss(entry).slice(21)}`],
    [
      'with a document type of elsewhere',
      `<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x.example/rss.dtd">${rss(entry)}`,
    ],
    ['behind a warning of its server', warning + rss(entry)],
    ['behind a warning and without an instruction', `Notice: x\n${rss(entry).slice(21)}`],
    ['behind blank lines and a comment', `\n\n<!-- made by hand -->\n${rss(entry)}`],
    ['behind a byte order mark', `\ufeff${rss(entry)}`],
    ['that is cut in the middle', rss(`${entry}<item><title>Nets & ropes`)],
    [
      'with a bare ampersand',
      rss('<item><title>Boats</title><link>https://coast.example/boats</link><x a=b>R&D</x></item>'),
    ],
    [
      'in Atom with a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Boats</a:title><a:link href="https://coast.example/boats"/></a:entry></a:feed>',
    ],
    [
      'in RDF',
      '<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel><title>x</title></channel><item><title>Boats</title><link>https://coast.example/boats</link></item></rdf:RDF>',
    ],
  ])('is read %s', (_, text) => {
    expect(kind(text)).toBe('feed')
    expect(first(text)).toMatchObject({ url: 'https://coast.example/boats', title: 'Boats' })
  })

  it('is no page that speaks of one', () => {
    const page = '<!doctype html><html><body><pre>&lt;rss version="2.0"></pre><rss version="2.0"></rss></body></html>'
    expect(kind(page, 'text/html')).toBe('html')
    expect(() => readFeed('<p>words</p>', home)).toThrow('it is no feed that can be read')
  })

  it.each([
    ['<title>L&amp;#8217;été finit</title>', 'L’été finit'],
    ['<title><![CDATA[Caf&eacute; &amp; th&eacute;]]></title>', 'Café & thé'],
    ['<title>Pr&eacute;sident &nbsp;r&eacute;&eacute;lu</title>', 'Président réélu'],
    ['<title>Les prix &lt; 5 euros et &gt; 2 euros</title>', 'Les prix < 5 euros et > 2 euros'],
    ['<title>A &amp;amp; B</title>', 'A & B'],
    ['<title type="html">&lt;b&gt;Caf&amp;eacute;&lt;/b&gt;</title>', 'Café'],
    ['<title type="xhtml"><div>Boats <em>of</em> Ostrel</div></title>', 'Boats of Ostrel'],
    ['<media:title>Picture</media:title><title>Boats</title>', 'Boats'],
    ['<title>Boats</title><media:group><title>Picture</title></media:group>', 'Boats'],
  ])('has the title that a reader sees: %s', (title, read) => {
    expect(first(rss(`<item>${title}<link>/a</link></item>`))?.title).toBe(read)
  })

  it('takes no entity that is made of others', () => {
    const bomb = `<!DOCTYPE rss [${Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index} "&e${index - 1};&e${index - 1};">`).join('')}]>`
    const items = readFeed(`${bomb}${rss('<item><title>&e29;</title><link>/a</link></item>')}`, home).items
    expect((items[0]?.title ?? '').length).toBeLessThan(100)
  })

  it('has addresses relative to what it says', () => {
    const atom = (more: string, entries: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" ${more}><title>x</title>${entries}</feed>`
    const one = '<entry><id>1</id><link href="one.html"/></entry>'
    const two = '<entry xml:base="x/"><id>2</id><link href="two.html"/></entry>'
    const three = '<entry xml:base="/y/"><id>3</id><link xml:base="z/" href="three.html"/></entry>'
    const urls = (text: string) => readFeed(text, home).items.map(({ url }) => url)
    expect(urls(atom('xml:base="https://other.example/p/b/"', one + two + three))).toEqual([
      'https://other.example/p/b/one.html',
      'https://other.example/p/b/x/two.html',
      'https://other.example/y/z/three.html',
    ])
    expect(urls(atom('xml:base="b/"', one + two))).toEqual([
      'https://coast.example/feeds/b/one.html',
      'https://coast.example/feeds/b/x/two.html',
    ])
    expect(urls(atom('', one))).toEqual(['https://coast.example/feeds/one.html'])
    expect(
      urls(
        rss(
          '<link>https://coast.example/news/</link><item xml:base="/old/"><link>a</link></item><item><link>b</link></item>',
        ),
      ),
    ).toEqual(['https://coast.example/old/a', 'https://coast.example/news/b'])
  })

  it.each([
    '{"version":"https:\\/\\/jsonfeed.org\\/version\\/1.1","items":[{"url":"\\/boats","title":"Boats"}]}',
    `{"items":[{"content_text":"${'Long words. '.repeat(1000)}","title":"Boats","id":7,"external_url":"/boats"}],"version":"https://jsonfeed.org/version/1"}`,
    '\ufeff{"title":"\\u00e9", "version" : "https://jsonfeed.org/version/1.1", "items":[7,{"title":"Boats","url":"https://coast.example/boats"}]}',
  ])('may be JSON in any order and writing: %#', (json) => {
    expect(kind(json, 'application/json')).toBe('feed')
    expect(first(json)).toMatchObject({ url: 'https://coast.example/boats', title: 'Boats' })
    expect(() => kind('{"items":[]}', 'application/json')).toThrow('it is application/json')
  })

  it('never breaks the reader, whatever it holds', () => {
    const piece = fc.constantFrom(
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<link>',
      '&',
      '<![CDATA[',
      ']]>',
      '<',
      '>',
      'a',
      '&#x0;',
      '"',
      '<entry xml:base="::">',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const { url } of readFeed(`<rss version="2.0"><channel>${pieces.join('')}`, home).items)
          expect(URL.canParse(url)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a date in words', () => {
  it.each([
    ['Mon, 09 Feb 2026 10:00:00 GMT', '2026-02-09T10:00:00Z'],
    ['Mon, 9 Feb 2026 10:00 EST', '2026-02-09T15:00:00Z'],
    ['9 Feb 26 10:00 +0100', '2026-02-09T09:00:00Z'],
    ['lun., 09 févr. 2026 10:00:00 +0100', '2026-02-09T09:00:00Z'],
    ['1er mars 2026 à 8h05', '2026-03-01'],
    ['February 9, 2026 3:30 pm', '2026-02-09'],
    ['February 9, 2026 3:30 pm UTC', '2026-02-09T15:30:00Z'],
    ['2026/02/09', '2026-02-09'],
    ['23/04/2026', '2026-04-23'],
    ['04-23-2026 19:00', '2026-04-23'],
    ['03.03.2026', '2026-03-03'],
    ['9 Feb 2026 10:00 IST', '2026-02-09'],
    // Two ways to read them, or none.
    ['09/02/2026 10:00', undefined],
    ['04-03-2026 19:00 +0100', undefined],
    ['03/04/26', undefined],
    ['31 Feb 2026', undefined],
    ['30 févr. 2026', undefined],
    ['2026', undefined],
    ['yesterday at 10:00', undefined],
  ])('is read where it can be read in one way: %s', (written, date) => {
    expect(readWrittenDate(written)).toBe(date)
    expect(first(rss(`<item><link>/a</link><pubDate>${written}</pubDate></item>`))?.published).toBe(date)
  })

  it('is a real day, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(14),
        fc.integer({ min: 1990, max: 2030 }),
        fc.constantFrom('/', '-', '.'),
        (day, month, year, mark) => {
          const read = readWrittenDate([day, month, year].join(mark))
          if (read !== undefined) expect(new Date(`${read}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read)
          if (day <= 12 && month <= 12 && day !== month) expect(read).toBeUndefined()
        },
      ),
    )
  })
})
