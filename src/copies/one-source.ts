/** Which articles speak with one voice: an outlet, host or author that says a thing again is no further source of it. */
import { oncePerList } from '../once-per-list.ts'
import type { IndexedArticle } from '../ports/passage-index.ts'
import { fold } from '../text/fold.ts'
import type { ArticleFacts } from '../types.ts'
import { isWebName, registeredName, siteOfAddress } from './web-site.ts'

type Sourced = Pick<ArticleFacts, 'outlet' | 'url' | 'path' | 'author'>
export type SourcedArticle = Sourced & Pick<IndexedArticle, 'id' | 'origin'>

const article = /^(?:the|les?|la|l)\s+/u

/** For each article's id the id of its group: joined by one text, outlet, host or author, and by chains of these. */
export const groupBySource = oncePerList((articles: readonly SourcedArticle[]): ReadonlyMap<string, string> => {
  const parents = new Map<string, string>()
  const rootOf = (name: string): string => {
    let root = name
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    // What was passed on the way leads there at once the next time.
    for (let at = name; at !== root; ) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  for (const one of articles) {
    for (const key of [`text ${one.origin}`, ...sourceKeys(one)]) {
      const [own, other] = [rootOf(`id ${one.id}`), rootOf(key)]
      if (own !== other) parents.set(other, own)
    }
  }
  return new Map(articles.map(({ id }) => [id, rootOf(`id ${id}`)]))
})

/** By what two articles are of one source: each of these alone. None where nothing is known. */
export function sourceKeys({ author, ...article }: Sourced): readonly string[] {
  return [...outletKeys(article), ...authorsOf(author).map((name) => `author ${name}`)]
}

/** By what two articles are of one outlet: its name and its host. */
export function outletKeys({ outlet, url, path }: Omit<Sourced, 'author'>): readonly string[] {
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
