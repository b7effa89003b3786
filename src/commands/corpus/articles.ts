/** `articles`, `remove` and `edit`: what the corpus holds, and what a maintainer takes out of it or says of it. */

import { describeFault, typedFacts } from '../../../adapters/sources/facts.ts'
import { toPrintableLine } from '../../../adapters/terminal/printable.ts'
import { factsOf } from '../../article-facts.ts'
import { UserError } from '../../errors.ts'
import { nameArticle } from '../../name-article.ts'
import type { CorpusChange } from '../../ports/corpus-writer.ts'
import type { IndexedArticle } from '../../ports/passage-index.ts'
import { type ArticleEdit, changeKnownSources, presentFields, readKnownSources } from '../../sources.ts'
import type { ArticleFacts, Doubt, Revision } from '../../types.ts'
import { countOf } from '../count.ts'
import type { Parts } from '../parts.ts'
import { indexedArticles } from './facts.ts'
import { describeForgotten, findSources, forgetSources } from './forget-sources.ts'
import { withRunLock } from './run-lock.ts'
import { noteAfter } from './set-back.ts'

type JsonFlag = { readonly json?: boolean }
/** An empty text takes back what was said before: the article's source speaks again at the next `index`. */
export type EditFlags = JsonFlag & {
  readonly title?: string
  readonly label?: string
  readonly author?: string
  readonly outlet?: string
  readonly url?: string
  readonly published?: string
  readonly updated?: string
}

const editable = ['title', 'label', 'author', 'outlet', 'url', 'published', 'updated'] as const

export async function runArticles(parts: Parts, { json = false }: JsonFlag): Promise<void> {
  const articles = await indexedArticles(parts)
  const { print } = parts.output
  const { edits } = readKnownSources(parts.dataFolder)
  const openDoubts = ({ id, doubts = [] }: IndexedArticle) =>
    doubts.filter(({ field }) => !Object.hasOwn(edits, id) || edits[id]?.[field] === undefined)
  if (json) {
    const rows = articles.map((article) => {
      const { version, passages, origin } = article
      return { ...factsOf(article), version, passages, origin, doubts: openDoubts(article) }
    })
    return await print(JSON.stringify(rows, undefined, 2))
  }
  if (articles.length === 0) return await print('There is no article yet: "sourcier index" reads them.')
  for (const article of articles) {
    await print(toPrintableLine(`${describeArticle(article)}${describeDoubts(openDoubts(article))}`))
  }
}

/**
 * @param names ids of articles, and sources that are to be forgotten.
 * @throws UserError for what is neither; then nothing is removed.
 */
export async function runRemove(parts: Parts, names: readonly string[], { json = false }: JsonFlag): Promise<void> {
  const articles = await indexedArticles(parts)
  const { ids, ...sources } = findSources(parts, names, (name) => articles.some(({ id }) => id === name))
  await findArticles(parts, ids)
  const revision = await withRunLock(parts, 'remove', async () => {
    forgetSources(parts, sources)
    return ids.length > 0 ? await withdraw(parts, ids) : undefined
  })
  const forgotten = [...sources.addresses, ...sources.paths]
  if (json) return await parts.output.print(JSON.stringify({ ...revision, forgotten }, undefined, 2))
  for (const line of describeForgotten(sources)) await parts.output.print(toPrintableLine(line))
  if (revision !== undefined) {
    await report(parts, revision, json, `${ids.length} withdrawn; "sourcier index PATH" brings one back`)
  }
}

async function withdraw(parts: Parts, ids: readonly string[]): Promise<Revision> {
  const known = await findArticles(parts, ids)
  // Remembered first: if the program ends in between, the next run takes them out.
  changeKnownSources(parts.dataFolder, (sources) => ({
    ...sources,
    withdrawn: [...new Set([...sources.withdrawn, ...ids])],
  }))
  return await commit(parts, {
    add: [],
    remove: known.map(({ id }) => id),
    describe: [],
    note: `remove ${ids.join(', ')}`,
  })
}

/** @throws UserError for an unknown id, a fact that is not as it should be, or when nothing is to be changed. */
export async function runEdit(parts: Parts, id: string, flags: EditFlags): Promise<void> {
  const given = editable.filter((field) => flags[field] !== undefined)
  if (given.length === 0) throw new UserError(`say what to change: ${editable.map((field) => `--${field}`).join(', ')}`)
  const said = Object.fromEntries(given.flatMap((field) => (flags[field] === '' ? [] : [[field, flags[field]]])))
  const parsed = typedFacts.safeParse(said)
  if (!parsed.success) throw new UserError(`${describeFault(parsed.error)}`)
  await findArticles(parts, [id])
  const revision = await withRunLock(parts, 'edit', async () => {
    const [article] = await findArticles(parts, [id])
    if (article === undefined) throw new UserError(unknownArticle(id))
    changeKnownSources(parts.dataFolder, (sources) => {
      const before = Object.hasOwn(sources.edits, id) ? sources.edits[id] : undefined
      return { ...sources, edits: { ...sources.edits, [id]: overlay(before ?? {}, given, parsed.data) } }
    })
    return await commit(parts, {
      add: [],
      remove: [],
      describe: [overlayFacts(article, given, parsed.data)],
      note: `edit ${id}`,
    })
  })
  await report(parts, revision, flags.json === true, `${id} described anew`)
}

type Field = (typeof editable)[number]
type Said = Readonly<Partial<Record<Field, string | undefined>>>

/** What was said before, with what is said now over it; what was given empty is taken out. */
function overlay(before: Said, given: readonly Field[], said: Said): ArticleEdit {
  const pick = (field: Field) => (given.includes(field) ? said[field] : before[field])
  return presentFields({
    title: pick('title'),
    label: pick('label'),
    author: pick('author'),
    outlet: pick('outlet'),
    url: pick('url'),
    published: pick('published'),
    updated: pick('updated'),
  })
}

function overlayFacts(article: IndexedArticle, given: readonly Field[], said: Said): ArticleFacts {
  const { id, language, path, doubts } = article
  return { id, language, path, ...overlay(article, given, said), ...(doubts !== undefined && { doubts }) }
}

async function findArticles(parts: Parts, ids: readonly string[]): Promise<readonly IndexedArticle[]> {
  const articles = await indexedArticles(parts)
  const unknown = ids.filter((id) => !articles.some((article) => article.id === id))
  if (unknown.length > 0) throw new UserError(unknownArticle(unknown.join(', ')))
  return articles.filter(({ id }) => ids.includes(id))
}

function unknownArticle(id: string): string {
  return `there is no article "${id}": "sourcier articles" lists them`
}

async function commit(parts: Parts, change: CorpusChange): Promise<Revision> {
  const { index, writer } = await parts.corpus()
  const current = await index.revision()
  if (current === undefined) throw new UserError('there is no article yet: "sourcier index" reads them')
  return await writer.commit({ ...change, note: noteAfter(current, change.note) }, current)
}

async function report(parts: Parts, revision: Revision, json: boolean, done: string): Promise<void> {
  const { number, articles } = revision
  await parts.output.print(
    json
      ? JSON.stringify(revision, undefined, 2)
      : `${done}: revision ${number} holds ${countOf(articles, 'article')}.`,
  )
}

function describeDoubts(doubts: readonly Doubt[]): string {
  return doubts.length === 0 ? '' : `  (not believed: ${doubts.map(({ reason }) => reason).join('; ')})`
}

function describeArticle({
  author,
  outlet,
  published,
  updated,
  language,
  passages,
  version,
  path,
  origin,
  ...article
}: IndexedArticle): string {
  const about = [
    nameArticle({ language, path, ...article }),
    author === undefined ? undefined : `by ${author}`,
    outlet,
    `${published ?? 'date unknown'}${updated === undefined ? '' : `, updated ${updated}`}`,
    language,
    countOf(passages, 'passage'),
    origin.startsWith(`${article.id}@`) ? undefined : `same text as ${origin}`,
  ]
  return `${article.id}@${version}  ${about.filter((part) => part !== undefined).join(' · ')}  ${article.url ?? path}`
}
