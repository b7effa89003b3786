/** What a page says of its article in JSON-LD: the entry of this story, not of one that it links to. */
import { z } from 'zod'
import { isSameTitle, pageTitles } from './headline.ts'
import { type PageDocument, type PageElement, wordsOf } from './page.ts'

const linkedPerson = z.union([z.string(), z.looseObject({ name: z.string() })])
const linkedAddress = z.union([z.string(), z.looseObject({ '@id': z.string() }).transform((page) => page['@id'])])
const linkedData = z.looseObject({
  '@type': z.union([z.string(), z.array(z.string())]),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  dateModified: z.string().optional().catch(undefined),
  author: z
    .union([linkedPerson, z.array(linkedPerson).nonempty()])
    .optional()
    .catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  '@id': z.string().optional().catch(undefined),
  mainEntityOfPage: linkedAddress.optional().catch(undefined),
  publisher: z
    .union([z.looseObject({ name: z.string() }), z.array(z.looseObject({ name: z.string() })).nonempty()])
    .optional()
    .catch(undefined),
})
export type LinkedArticle = z.infer<typeof linkedData>

const deepest = 4
const mostEntries = 200

/**
 * The article that a page describes. With several, or with titles that differ, only the one that has the page's address
 * or its title; none when in doubt.
 */
export function readLinkedArticle(
  document: PageDocument,
  headline: PageElement | undefined,
): LinkedArticle | undefined {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')]
  const all = scripts.flatMap((script) => findArticles(parseJson(script.textContent ?? ''), 0)).slice(0, mostEntries)
  const addresses = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ].flatMap((address) => (address ? [pathOf(address)] : []))
  const titles = [...pageTitles(document), ...(headline === undefined ? [] : [wordsOf(headline)])]
  const isHere = (one: LinkedArticle) => addressesOf(one).some((address) => addresses.includes(address))
  const isNamed = (one: LinkedArticle) =>
    titles.some((title) => one.headline !== undefined && isSameTitle(one.headline, title))
  const named = all.find((one) => isHere(one) && isNamed(one)) ?? all.find(isNamed)
  // An editor may change the title of a page and leave its address.
  const placed = all.filter(isHere)
  if (named !== undefined) return named
  if (placed.length === 1) return placed[0]
  const [only, ...others] = all
  if (only === undefined || others.length > 0) return undefined
  const isElsewhere = addresses.length > 0 && addressesOf(only).length > 0
  const isOtherTitle = titles.length > 0 && only.headline !== undefined
  return isElsewhere || isOtherTitle ? undefined : only
}

function addressesOf(one: LinkedArticle): readonly string[] {
  return [one.url, one.mainEntityOfPage, one['@id']].flatMap((address) => (address ? [pathOf(address)] : []))
}

/** Relative or not, with or without "www": the same page. */
function pathOf(address: string): string {
  const url = URL.canParse(address, 'https://page.invalid/') ? new URL(address, 'https://page.invalid/') : undefined
  return url === undefined ? address : `${url.pathname.replace(/\/$/u, '')}${url.search}`
}

function findArticles(data: unknown, depth: number): readonly LinkedArticle[] {
  if (depth > deepest) return []
  if (Array.isArray(data)) return data.slice(0, mostEntries).flatMap((entry) => findArticles(entry, depth + 1))
  const parsed = linkedData.safeParse(data)
  if (parsed.success && /(?:Article|Posting|Report)\b/u.test([parsed.data['@type']].flat().join(' ')))
    return [parsed.data]
  const holder = z.looseObject({ '@graph': z.unknown().optional(), mainEntity: z.unknown().optional() }).safeParse(data)
  if (!holder.success) return []
  return [holder.data['@graph'], holder.data.mainEntity].flatMap((held) =>
    held === undefined ? [] : findArticles(held, depth + 1),
  )
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*(?:\/\/|\/\*)?\s*(?:<!--|\*\/)?|(?:\/\/|\/\*)?\s*(?:-->|\*\/)?\s*$/gu, ''))
  } catch {
    return undefined
  }
}
