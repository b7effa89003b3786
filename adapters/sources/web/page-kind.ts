/** What a fetched page is: by what it holds first, since servers say all kinds of things. */
import { gunzipSync } from 'node:zlib'
import { LARGEST_BYTES, UnreadableError } from '../decode.ts'
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
  const root = /^[^<]{0,16}(?:<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!doctype[^>]*>|\s)*<([\w:]+)/iu
    .exec(head)?.[1]
    ?.toLowerCase()
  const name = root?.slice(root.indexOf(':') + 1)
  if (name === 'urlset' || name === 'sitemapindex') return 'sitemap'
  if (name === 'rss' || name === 'feed' || name === 'rdf') return 'feed'
  if (/^\s*\{/u.test(head) && /"https?:\/\/jsonfeed\.org\/version\//u.test(head)) return 'feed'
  if (name === 'html' || mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'html'
  if (mediaType === 'text/plain') return 'text'
  if (mediaType === 'text/markdown') return 'markdown'
  if (mediaType === '' && root !== undefined) return 'html'
  const what = mediaType === '' ? 'of an unknown kind' : mediaType.slice(0, 60)
  throw new UnreadableError(`it is ${what}: pages, PDFs, feeds and sitemaps are read`)
}
