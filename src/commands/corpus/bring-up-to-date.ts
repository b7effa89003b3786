/** Brings the corpus up to date with its sources: reads them, plans the difference, embeds it, commits it. */
import { existsSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { readSources, type SourceReading, type SourceRemark } from '../../../adapters/sources/files.ts'
import { UserError } from '../../errors.ts'
import { carryOut, type IndexingPlan, planIndexing } from '../../indexing.ts'
import type { IndexedArticle } from '../../ports.ts'
import { rememberSources } from '../../sources.ts'
import type { Article, Revision } from '../../types.ts'
import type { Parts } from '../parts.ts'
import { createProgress } from '../progress.ts'
import { indexedArticles, knownSources } from './facts.ts'
import { rebuildCorpus } from './rebuild.ts'

export type UpdateOptions = {
  /** To add and to remember; none: every known source is read again. */
  readonly paths?: readonly string[]
  /** Withdraws however many articles have vanished. */
  readonly confirmed?: boolean
  readonly dryRun?: boolean
  /** Embeds everything anew, with the model that is set. */
  readonly rebuild?: boolean
}

export type UpdateReport = {
  readonly plan: IndexingPlan
  /** What could not be read, and why. */
  readonly problems: readonly SourceRemark[]
  readonly notes: readonly SourceRemark[]
  /** Articles that were read. */
  readonly read: number
  /** Undefined after a dry run, or when there is nothing to index. */
  readonly revision?: Revision
}

/**
 * @throws UserError for a path that does not exist, when there is nothing to index, when too much has vanished, when the
 * index is of another model.
 */
export async function bringUpToDate(parts: Parts, options: UpdateOptions = {}): Promise<UpdateReport> {
  const { paths = [], confirmed = false, dryRun = false, rebuild = false } = options
  const given = paths.map((path) => resolve(parts.workingFolder, path))
  const known = given.length > 0 ? [] : knownSources(parts)
  const reading = await readSources(given.length > 0 ? paths : known.filter(existsSync), parts.workingFolder)
  const indexed = await indexedArticles(parts)
  const { articles, problems } = refuseTakenIds(reading, indexed, parts.workingFolder)
  refuseNothing(articles, problems, indexed, given.length > 0 ? paths : [parts.settings.seedsFolder])
  const keep =
    given.length > 0
      ? (article: IndexedArticle) => !given.some((path) => isWithin(absolutePath(article, parts), path))
      : keepUnreadable(problems, parts.workingFolder)
  const plan = parts.hasCorpus()
    ? await planIndexing((await parts.corpus()).index, articles, keep)
    : { added: articles, changed: [], described: [], withdrawn: [], unchanged: 0 }
  const report = { plan, problems, notes: reading.notes, read: articles.length }
  if (dryRun || (articles.length === 0 && indexed.length === 0)) return report
  if (articles.length > 0)
    rememberSources(
      parts.dataFolder,
      given.filter((path) => !isWithin(path, parts.seedsFolder)),
    )
  const revision = rebuild ? await rebuildCorpus(parts, articles) : await commitPlan(parts, plan, confirmed)
  return { ...report, revision }
}

/** Whether a plan leaves everything as it is. */
export function isEmptyPlan({ added, changed, described, withdrawn }: IndexingPlan): boolean {
  return added.length + changed.length + described.length + withdrawn.length === 0
}

async function commitPlan(parts: Parts, plan: IndexingPlan, confirmed: boolean): Promise<Revision> {
  const { index, writer } = await parts.corpus()
  const embedder = await parts.embedder()
  const progress = createProgress({ title: 'Indexing', unit: 'passages' })
  const onProgress = ({ done, total }: { done: number; total: number }) => progress.update(done, total)
  return await carryOut(plan, { index, writer, embedder }, { confirmed, onProgress }).finally(progress.stop)
}

/** A file must not take the place of another one's article just because the two have the same name. */
function refuseTakenIds(reading: SourceReading, indexed: readonly IndexedArticle[], workingFolder: string) {
  const holders = new Map(indexed.map((article) => [article.id, article]))
  const articles: Article[] = []
  const problems = [...reading.problems]
  const read = new Set(reading.articles.map(({ path }) => path))
  for (const article of reading.articles) {
    const holder = holders.get(article.id)
    const another = holder !== undefined && holder.path !== article.path && holder.version !== article.version
    if (another && !read.has(holder.path) && existsSync(resolve(workingFolder, holder.path))) {
      const reason = `its id "${article.id}" is already that of ${holder.path}: give one of the two another id`
      problems.push({ path: article.path, reason })
    } else articles.push(article)
  }
  return { articles, problems }
}

function refuseNothing(
  articles: readonly Article[],
  problems: readonly SourceRemark[],
  indexed: readonly IndexedArticle[],
  paths: readonly string[],
): void {
  if (articles.length > 0 || problems.length > 0 || indexed.length > 0) return
  throw new UserError(
    `there is no article in ${paths.join(', ')}: add one with "sourcier index PATH" (.txt, .md, .html)`,
  )
}

/** What cannot be read now stays as it was read before. A path may have been noted from another working folder. */
function keepUnreadable(
  problems: readonly SourceRemark[],
  workingFolder: string,
): (article: IndexedArticle) => boolean {
  const unread = problems.map(({ path }) => resolve(workingFolder, path)).filter(existsSync)
  return ({ path }) => {
    const bare = path.replace(/^(?:\.\.?\/)+/, '')
    return unread.some((file) => file === resolve(workingFolder, path) || file.endsWith(`/${bare}`))
  }
}

function absolutePath(article: IndexedArticle, { workingFolder }: Parts): string {
  return resolve(workingFolder, article.path)
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`))
}
