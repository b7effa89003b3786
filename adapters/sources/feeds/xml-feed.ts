/** RSS, Atom and RDF by events: what is broken is read past, and nothing that a feed declares is carried out. */
import { decodeHTML } from 'entities'
import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** As the feed writes it; addresses with what they are relative to, if the feed says so. */
export type RawItem = { readonly [field in Field]?: string } & {
  readonly links: readonly RawLink[]
  readonly isPermaLink: boolean
}
export type RawLink = { readonly address: string; readonly relation: string; readonly base: string | undefined }
export type RawFeed = {
  readonly title?: string | undefined
  readonly links: readonly RawLink[]
  readonly items: readonly RawItem[]
}

type Field = 'title' | 'guid' | 'published' | 'updated' | 'issued'
type Open = { name: string; base: string | undefined; text: string; tag: SaxesTagPlain }
type Draft = { [field in Field]?: string } & { links: RawLink[]; isPermaLink: boolean }

const fields: Readonly<Record<string, Field>> = {
  ...{ title: 'title', guid: 'guid', id: 'guid', pubdate: 'published', published: 'published' },
  ...{ updated: 'updated', modified: 'updated', issued: 'issued', 'dc:date': 'issued', 'dcterms:issued': 'issued' },
  ...{ 'dcterms:modified': 'updated', 'atom:updated': 'updated', 'a10:updated': 'updated', 'dc:title': 'title' },
}
const mostItems = 2_000
const longestText = 4_000
const deepest = 200
/** Faults in one file; with more it is no XML at all. */
const mostFaults = 5_000

/**
 * Undefined for what has no feed in it. What stands before the feed, a server's warning, is passed over.
 * @param address where it was fetched from.
 */
export function parseXmlFeed(xml: string, address: string): RawFeed | undefined {
  const start = xml.search(/<(?:rss|(?:[\w-]+:)?feed|(?:[\w-]+:)?RDF)[\s>]/iu)
  if (start === -1) return undefined
  const feed: Draft = { links: [], isPermaLink: true }
  const items: Draft[] = []
  const open: Open[] = []
  let item: Draft | undefined
  let own: string | undefined
  const parser = new SaxesParser({ fragment: true, xmlns: false })
  Object.assign(parser.ENTITIES, declaredEntities(xml.slice(0, start)))
  // A feed that is not well-formed is read as far as it can be.
  let faults = 0
  parser.on('error', (error) => {
    faults += 1
    if (faults > mostFaults) throw error
  })
  parser.on('opentag', (tag) => {
    own ??= prefixOf(tag.name)
    const name = plainName(tag.name, own)
    const told = tag.attributes['xml:base']
    const above = open.at(-1)?.base
    const base = told === undefined ? above : resolve(told, above ?? address)
    if (open.length < deepest) open.push({ name, base, text: '', tag })
    if (name !== 'item' && name !== 'entry') return
    item = { links: [], isPermaLink: true }
    if (items.length < mostItems) items.push(item)
  })
  const addText = (text: string): void => {
    // Markup within a title is text of it.
    for (const element of open.slice(-4)) if (element.text.length < longestText) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', (tag) => {
    const name = plainName(tag.name, own)
    const at = open.findLastIndex((element) => element.name === name)
    const element = open[at]
    if (element === undefined) return
    const parent = open[at - 1]?.name
    open.length = at
    if (name === 'item' || name === 'entry') item = undefined
    else if (parent === 'item' || parent === 'entry') take(item, element)
    else if (parent === 'channel' || parent === 'feed') take(feed, element)
  })
  readOn(() => parser.write(xml.slice(start)).close())
  return { ...feed, items }
}

/** What was read until it was too much to be a feed is kept. */
function readOn(read: () => unknown): void {
  try {
    read()
  } catch {
    return
  }
}

function take(draft: Draft | undefined, { name, base, text, tag }: Open): void {
  if (draft === undefined) return
  const value = text.trim()
  if (name === 'link' || name === 'atom:link') {
    const address = tag.attributes['href'] ?? value
    if (address !== '')
      draft.links.push({ address: address.trim(), relation: tag.attributes['rel'] ?? 'alternate', base })
    return
  }
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field === undefined || value === '') return
  // The feed's own name for a thing goes before that of another vocabulary.
  if (draft[field] === undefined || !name.includes(':')) draft[field] = value
  if (name === 'guid') draft.isPermaLink = tag.attributes['isPermaLink'] !== 'false'
}

/** The feed's own elements without their prefix; those of other vocabularies (`media:title`) with it. */
function plainName(name: string, own: string | undefined): string {
  const plain = name.toLowerCase()
  const prefix = prefixOf(plain)
  return prefix === '' || prefix === own || prefix === 'rss' ? plain.slice(plain.indexOf(':') + 1) : plain
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')).toLowerCase() : ''
}

function resolve(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : base
}

/** Short ones only, not made of each other: a document of ten lines can declare a text of gigabytes. */
function declaredEntities(prologue: string): Record<string, string> {
  const declared = [
    ...prologue
      .slice(0, 20_000)
      .matchAll(/<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"&]{0,40})"|"(&#x?[\da-f]{1,6};)")\s*>/giu),
  ]
  return Object.fromEntries(
    declared.map(([, name = '', text, reference]) => [name, decodeHTML(text ?? reference ?? '')]),
  )
}
