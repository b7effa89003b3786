import { z } from 'zod'
import type { RawFeed, RawItem } from './xml-feed.ts'

const words = z.string().optional().catch(undefined)
const jsonFeed = z.looseObject({
  version: words,
  title: words,
  home_page_url: words,
  items: z.array(z.unknown()),
})
const jsonItem = z.looseObject({
  id: z.union([z.string(), z.number()]).optional().catch(undefined),
  url: words,
  external_url: words,
  title: words,
  date_published: words,
  date_modified: words,
})

/** Undefined for what is no JSON Feed, in whatever order and writing its parts stand. */
export function parseJsonFeed(json: string): RawFeed | undefined {
  const parsed = jsonFeed.safeParse(parseJson(json))
  if (!parsed.success || !/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//u.test(parsed.data.version ?? ''))
    return undefined
  const link = (address: string | undefined) =>
    address === undefined ? [] : [{ address, relation: 'alternate', base: undefined }]
  const items = parsed.data.items.flatMap((entry): RawItem[] => {
    const item = jsonItem.safeParse(entry)
    if (!item.success) return []
    const { id, url, external_url, title, date_published, date_modified } = item.data
    return [
      {
        links: link(url ?? external_url),
        isPermaLink: true,
        ...(id !== undefined && { guid: String(id) }),
        ...(title !== undefined && { title }),
        ...(date_published !== undefined && { published: date_published }),
        ...(date_modified !== undefined && { updated: date_modified }),
      },
    ]
  })
  return { title: parsed.data.title, links: link(parsed.data.home_page_url), items }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/u, ''))
  } catch {
    return undefined
  }
}
