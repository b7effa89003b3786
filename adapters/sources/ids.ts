import { createHash } from 'node:crypto'
import { parse } from 'node:path'

const LONGEST_ID = 32
const HASH_DIGITS = 8

/** An article id out of a file's stem: `[a-z0-9_-]`, 1 to 32; a longer one is cut and told apart by a hash of the whole. */
export function idFromStem(stem: string): string {
  const slug = slugOf(stem)
  if (slug !== '' && slug.length <= LONGEST_ID) return slug
  const hash = hashOf(stem)
  const head = slug.slice(0, LONGEST_ID - HASH_DIGITS - 1).replace(/-+$/u, '')
  return head === '' ? `article-${hash}` : `${head}-${hash}`
}

/** Ids for a file whose name another one has, the most readable first: its folder's name, its ending, a hash. */
export function idsFromPath(path: string): readonly string[] {
  const { dir, name, ext } = parse(path)
  const folders = dir.split(/[\\/]/u).filter((folder) => /[\p{L}\p{N}]/u.test(folder))
  const nearest = folders.slice(-1).map((folder) => `${folder}-${name}`)
  const hashed = `${
    slugOf(name)
      .slice(0, LONGEST_ID - HASH_DIGITS - 1)
      .replace(/-+$/u, '') || 'article'
  }-${hashOf(path)}`
  return [...nearest, ...(folders.length > 1 ? [`${folders.slice(-2).join('-')}-${name}`] : []), `${name}${ext}`]
    .map(idFromStem)
    .concat(hashed)
}

function slugOf(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/[^a-z0-9_]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS)
}

/** An article id out of a web address: the last part of its path that says something, and a hash of the whole. */
export function idFromAddress(address: string): string {
  const { hostname, pathname } = new URL(address)
  const parts = pathname.split('/').map((part) => slugOf(decodePart(part).replace(/\.(?:[a-z]{2,5})$/iu, '')))
  const telling = parts.findLast((part) => /[a-z]{3}/u.test(part)) ?? slugOf(hostname.replace(/^www\./u, ''))
  const head = telling.slice(0, LONGEST_ID - HASH_DIGITS - 1).replace(/-+$/u, '')
  return `${head === '' ? 'article' : head}-${hashOf(address)}`
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
