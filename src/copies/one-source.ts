/** Which articles speak with one voice: an outlet, host or author that says a thing again is no further source of it. */
import { oncePerList } from '../once-per-list.ts'
import type { IndexedArticle } from '../ports/passage-index.ts'
import { fold } from '../text/fold.ts'
import type { ArticleFacts } from '../types.ts'
import { joinByKeys } from './join-by-keys.ts'
import { isWebName, registeredName, siteOfAddress } from './web-site.ts'

type Sourced = Pick<ArticleFacts, 'outlet' | 'url' | 'path' | 'author'>
export type SourcedArticle = Sourced & Pick<IndexedArticle, 'id' | 'origin'>

const article = /^(?:the|les?|la|l)\s+/u

/** For each article's id the name of its group: joined by one text, outlet, host or author, and by chains of these. */
export const groupBySource = oncePerList((articles: readonly SourcedArticle[]) =>
  joinByKeys(articles, (one) => [`text ${one.origin}`, ...sourceKeys(one)]),
)

/** The same by outlet and host alone. An article of which neither is known is a group of its own. */
export function groupByOutlet(articles: readonly ArticleFacts[]): ReadonlyMap<string, string> {
  return joinByKeys(articles, outletKeys)
}

/** By what two articles are of one source: each of these alone. None where nothing is known. */
function sourceKeys({ author, ...article }: Sourced): readonly string[] {
  return [...outletKeys(article), ...authorsOf(author).map((name) => `author ${name}`)]
}

/** By what two articles are of one outlet: its name and its host. */
function outletKeys({ outlet, url, path }: Omit<Sourced, 'author'>): readonly string[] {
  const name = outlet === undefined ? '' : fold(outlet).trim()
  const hosts = [path, url ?? ''].flatMap((address) => siteOfAddress(address) ?? [])
  const named = isWebName(name) ? [`host ${registeredName(name)}`] : []
  return [
    ...new Set([
      ...(name === '' ? [] : [`outlet ${name.replace(article, '')}`]),
      ...named,
      ...hosts.map((host) => `host ${registeredName(host)}`),
    ]),
  ]
}

function authorsOf(author: string | undefined): readonly string[] {
  if (author === undefined) return []
  return fold(author)
    .split(/[,;&/]|\s(?:and|et|with|avec)\s/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
