import { createHash } from 'node:crypto'

const LONGEST_ID = 32
const HASH_DIGITS = 8

/** An article id out of a file's stem: `[a-z0-9_-]`, 1 to 32; a longer one is cut and told apart by a hash of the whole. */
export function idFromStem(stem: string): string {
  const slug = stem
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/[^a-z0-9_]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
  if (slug !== '' && slug.length <= LONGEST_ID) return slug
  const hash = createHash('sha256').update(stem).digest('hex').slice(0, HASH_DIGITS)
  const head = slug.slice(0, LONGEST_ID - HASH_DIGITS - 1).replace(/-+$/u, '')
  return head === '' ? `article-${hash}` : `${head}-${hash}`
}
