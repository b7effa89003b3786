/** Reads sitemaps without building a tree: they hold up to 50,000 addresses. Takes time linear in the text, whatever it holds. */
import { characterReferences } from '../../../src/text/character-references.ts'
import { isoDate } from '../facts.ts'
import type { FeedItem } from './types.ts'

export type SitemapReading = {
  /** Of pages, newest first, those of unknown date last. */
  readonly items: readonly FeedItem[]
  /** Of further sitemaps, newest first. */
  readonly maps: readonly FeedItem[]
}

type Entry = { url?: string; changed?: string; published?: string; title?: string }

/** As many as the protocol allows in one file. */
const mostEntries = 50_000
const longestValue = 2_000

/** @param address where it was fetched from. */
export function readSitemap(text: string, address: string): SitemapReading {
  const items: Dated[] = []
  const maps: Dated[] = []
  let entry: Entry | undefined
  let field: keyof Entry | undefined
  let value = ''
  for (const { text: piece, tag, isEnd } of readTags(text)) {
    if (field !== undefined && value.length <= longestValue) value += piece
    const name = tag.slice(tag.indexOf(':') + 1)
    const isNews = tag.includes(':')
    if (name === 'url' || name === 'sitemap') {
      const dated = isEnd && entry !== undefined ? toItem(entry, address) : undefined
      if (dated !== undefined) (name === 'url' ? items : maps).push(dated)
      entry = isEnd ? undefined : {}
      if (items.length + maps.length >= mostEntries) break
    } else if (entry !== undefined) {
      if (isEnd && field !== undefined) entry[field] = value.trim()
      field = isEnd ? undefined : fieldOf(name, isNews)
      value = ''
    }
  }
  const ordered = (list: readonly Dated[]) => list.toSorted(byNewest).map(({ item }) => item)
  return { items: ordered(items), maps: ordered(maps) }
}

function fieldOf(name: string, isNamespaced: boolean): keyof Entry | undefined {
  if (name === 'lastmod') return 'changed'
  if (name === 'publication_date') return 'published'
  if (name === 'title') return 'title'
  // <image:loc> is a picture.
  return name === 'loc' && !isNamespaced ? 'url' : undefined
}

type Dated = { readonly item: FeedItem; readonly time: number }

function toItem({ url, changed, published, title }: Entry, address: string): Dated | undefined {
  if (url === undefined || !URL.canParse(url, address)) return undefined
  const absolute = new URL(url, address)
  if (absolute.protocol !== 'http:' && absolute.protocol !== 'https:') return undefined
  const date = published === undefined ? undefined : isoDate(published)
  const updated = changed === undefined ? undefined : isoDate(changed)
  const time = Date.parse(published ?? changed ?? '')
  return {
    item: {
      url: absolute.href,
      ...(title !== undefined && title !== '' && title.length <= 300 && { title }),
      ...(date !== undefined && { published: date }),
      ...(updated !== undefined && { updated }),
    },
    time: Number.isNaN(time) ? 0 : time,
  }
}

function byNewest(left: Dated, right: Dated): number {
  return right.time - left.time
}

type Tag = { readonly text: string; readonly tag: string; readonly isEnd: boolean }

/** Each tag with the words before it; comments and instructions are left out. */
function* readTags(xml: string): Generator<Tag> {
  let position = 0
  let words = ''
  while (position < xml.length) {
    const start = xml.indexOf('<', position)
    if (start === -1) return
    words += decodeReferences(xml.slice(position, start))
    if (xml.startsWith('<![CDATA[', start)) {
      const end = xml.indexOf(']]>', start)
      if (end === -1) return
      words += xml.slice(start + 9, end)
      position = end + 3
      continue
    }
    const isComment = xml.startsWith('<!--', start)
    const end = xml.indexOf(isComment ? '-->' : '>', start)
    if (end === -1) return
    position = end + (isComment ? 3 : 1)
    const tag = /^<(\/?)([\w:.-]{1,60})/u.exec(xml.slice(start, start + 64))
    if (isComment || tag === null) continue
    yield { text: words, tag: tag[2] ?? '', isEnd: tag[1] === '/' }
    words = ''
  }
}

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu, (written, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    if (name !== undefined) return characterReferences.get(String(name)) ?? written
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written
  })
}
