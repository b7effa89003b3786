/** What a fetched page is: by what it holds first, since servers say all kinds of things. */
import { gunzipSync } from 'node:zlib'
import { LARGEST_BYTES, UnreadableError } from '../decode.ts'
import { parseJsonFeed } from '../feeds/json-feed.ts'
import type { FetchedPage } from './types.ts'

export type PageKind = 'feed' | 'sitemap' | 'html' | 'pdf' | 'text' | 'markdown'

/** Bytes in which a document says what it is. */
const headBytes = 4_096

/** Unpacks a sitemap that is a .gz file. Throws UnreadableError when it is damaged or unpacks to more than 10 MB. */
export function unpackFile(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_BYTES })
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableError(isLarge ? 'it unpacks to more than 10 MB' : 'it is packed, and the packing is damaged')
  }
}

/** @throws UnreadableError for a picture, a film and the like. */
export function kindOf({ mediaType }: Pick<FetchedPage, 'mediaType'>, bytes: Uint8Array): PageKind {
  // Every second byte of UTF-16 is zero in tags.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes)).replaceAll('\0', '')
  if (head.startsWith('%PDF-')) return 'pdf'
  const root = rootOf(head)
  const name = root?.slice(root.indexOf(':') + 1)
  if (name === 'urlset' || name === 'sitemapindex') return 'sitemap'
  if (name === 'rss' || name === 'feed' || name === 'rdf') return 'feed'
  if (/^[\s\u00ef\u00bb\u00bf]*\{/u.test(head) && isJsonFeed(bytes)) return 'feed'
  if (name === 'html' || mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'html'
  if (mediaType === 'text/plain') return 'text'
  if (mediaType === 'text/markdown') return 'markdown'
  if (mediaType === '' && root !== undefined) return 'html'
  const what = mediaType === '' ? 'of an unknown kind' : mediaType.slice(0, 60)
  throw new UnreadableError(`it is ${what}: pages, PDFs, feeds and sitemaps are read`)
}

/** Instructions, comments and a document type that may declare things of its own. */
const prologue = /^(?:\s|\u00ef\u00bb\u00bf|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^[>]*(?:\[[^\]]*\]\s*)?>)*/iu
/** The beginning of a list, which stands nowhere in a page. */
const list = /<(?:rss(?=\s[^<>]*version)|(?:[\w-]+:)?(?:feed|rdf|urlset|sitemapindex)(?=\s[^<>]*xmlns))/iu

/** The name of the first element; that of a list also where a server's warning stands before it. */
function rootOf(head: string): string | undefined {
  const rest = head.replace(prologue, '')
  const first = /^[^<]{0,16}<([\w:]+)/u.exec(rest)?.[1]?.toLowerCase()
  const later = list.exec(rest)
  const isPage = /<(?:html|head|body)[\s>]/iu.test(rest.slice(0, later?.index ?? 0)) || /<!doctype\s+html/iu.test(head)
  return later !== null && !isPage ? later[0].slice(1).toLowerCase() : first
}

/** Its parts stand in any order, and a slash may be escaped. */
function isJsonFeed(bytes: Uint8Array): boolean {
  return parseJsonFeed(new TextDecoder().decode(bytes)) !== undefined
}
