/** Brings the corpus up to date with its sources: reads them, plans the difference, embeds it, commits it. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SourceReading, SourceRemark } from '../../../adapters/sources/files.ts'
import { lookAt } from '../../../adapters/sources/listing.ts'
import { isWebAddress } from '../../../adapters/sources/web/canonical.ts'
import { writeWebMemory } from '../../../adapters/sources/web/memory.ts'
import type { AddressReading } from '../../../adapters/sources/web/read-addresses.ts'
import type { RefusedArticle } from '../../embed-articles.ts'
import { UserError } from '../../errors.ts'
import { carryOut, type IndexingPlan, planIndexing } from '../../indexing.ts'
import type { IndexedArticle } from '../../ports/passage-index.ts'
import { changeKnownSources, type KnownSources, presentFields, readKnownSources } from '../../sources.ts'
import type { Article, Revision } from '../../types.ts'
import type { Parts } from '../parts.ts'
import { createProgress } from '../progress.ts'
import { indexedArticles, knownSources } from './facts.ts'
import { holdChoice } from './hold-choice.ts'
import { readFiles } from './read-files.ts'
import { noAddresses, readWeb } from './read-web.ts'
import { rebuildCorpus } from './rebuild.ts'
import { withRunLock } from './run-lock.ts'
import { noteAfter } from './set-back.ts'
import { describeGone, noteSeedsLeftOut } from './source-remarks.ts'
import { isWithin, vanishedSources } from './vanished-files.ts'

export type UpdateOptions = {
  /** Files and folders to add and to remember; neither these nor addresses: every known source is read again. */
  readonly paths?: readonly string[]
  /** Web addresses to add and to remember, in their one writing. */
  readonly addresses?: readonly string[]
  /** Whether the remembered addresses are asked too, which may take minutes: who only starts does not wait for that. */
  readonly web?: boolean
  /** Ends the asking early; the corpus stays as it was. */
  readonly signal?: AbortSignal | undefined
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
  /** Addresses that could be read, whether or not there was something new. */
  readonly answered: number
  /** Undefined after a dry run, or when there is nothing to index. */
  readonly revision?: Revision
  /** The maintainer's choice that was left as it is: "rollback to 3". */
  readonly held?: string
}

/**
 * @throws UserError for a path that does not exist, when there is nothing to index, when too much has vanished, when the
 * index is of another model.
 */
export async function bringUpToDate(parts: Parts, options: UpdateOptions = {}): Promise<UpdateReport> {
  const { paths = [], addresses = [], web = false } = options
  const held = await holdChoice(parts, options)
  if (held !== undefined) return held
  // A mistake leaves nothing behind, not even a lock.
  for (const path of paths) await lookAt(path, parts.workingFolder)
  const isGiven = paths.length + addresses.length > 0
  const asked = isGiven ? addresses : web ? readKnownSources(parts.dataFolder).addresses : []
  // Servers may be slow: nobody else is kept waiting for them.
  const pages = await readWeb(parts, asked, options.signal)
  if (options.signal?.aborted === true) throw new UserError('the run was ended before anything was changed')
  // A dry run changes nothing, so it waits for nobody.
  if (options.dryRun === true) return await update(parts, options, pages)
  return await withRunLock(parts, 'index', () => update(parts, options, pages))
}

async function update(parts: Parts, options: UpdateOptions, pages: AddressReading): Promise<UpdateReport> {
  const { paths = [], addresses = [], confirmed = false, dryRun = false, rebuild = false } = options
  const given = paths.map((path) => resolve(parts.workingFolder, path))
  const isGiven = paths.length + addresses.length > 0
  const known = isGiven ? [] : knownSources(parts)
  const read = readFiles(parts, isGiven ? paths : known.filter(existsSync), dryRun)
  const files = await read.reading
  const places = { workingFolder: parts.workingFolder, sources: known }
  const indexed = await indexedArticles(parts)
  const told = readKnownSources(parts.dataFolder)
  const taken = refuseTakenIds(joinReadings(files, pages), indexed, parts.workingFolder)
  // What is named is wanted again, though it was taken out before.
  const articles = applyTold(taken.articles, isGiven ? { ...told, withdrawn: [] } : told)
  const problems = [...taken.problems, ...describeGone(vanishedSources(places, indexed), parts.workingFolder)]
  refuseNothing(articles, problems, indexed, isGiven ? [...paths, ...addresses] : [parts.settings.seedsFolder])
  const keepFile = isGiven
    ? (article: IndexedArticle) => !given.some((path) => isWithin(absolutePath(article, parts), path))
    : keepUnreadable(problems, parts.workingFolder)
  // A page stays when it falls out of its feed, and when nobody asked for it: only its publisher takes it away.
  const keep = (article: IndexedArticle) =>
    isWebAddress(article.path) ? !pages.gone.includes(article.id) : keepFile(article)
  const plan = parts.hasCorpus()
    ? withKeptPages(await planIndexing((await parts.corpus()).index, articles, keep), indexed, articles)
    : { added: articles, changed: [], described: [], withdrawn: [], unchanged: 0 }
  const notes = [
    ...joinReadings(files, pages).notes,
    ...(isGiven && indexed.length === 0 ? await noteSeedsLeftOut(parts, given) : []),
  ]
  const report = { plan, problems, notes, read: articles.length, answered: pages.answered.length }
  if (dryRun) return report
  if (isGiven) rememberGiven(parts, given, pages, articles)
  if (articles.length === 0 && indexed.length === 0) return report
  const refused: RefusedArticle[] = []
  const onRefused = (one: RefusedArticle) => void refused.push(one)
  const revision = rebuild
    ? await rebuildCorpus(parts, articles, { onRefused })
    : await commitPlan(parts, plan, { confirmed, onRefused })
  read.forget()
  if (pages !== noAddresses) keepMemory(parts, pages)
  return { ...withoutRefused(report, refused), revision }
}

/** What could be read but not indexed is no change, and is named like what could not be read. */
function withoutRefused<Report extends Omit<UpdateReport, 'revision'>>(
  report: Report,
  refused: readonly RefusedArticle[],
): Report {
  const isIn = ({ id }: Article) => !refused.some(({ article }) => article.id === id)
  const plan = { ...report.plan, added: report.plan.added.filter(isIn), changed: report.plan.changed.filter(isIn) }
  const problems = [...report.problems, ...refused.map(({ article, reason }) => ({ path: article.path, reason }))]
  return { ...report, plan, problems, read: report.read - refused.length }
}

/** The articles are committed: what is lost here only costs the next run more. */
function keepMemory({ dataFolder, log }: Parts, { memory }: AddressReading): void {
  try {
    writeWebMemory(dataFolder, memory)
  } catch (error) {
    log.warn({ err: error }, 'what was learnt of the web sources was not kept')
  }
}

/** Files go first: a page does not take the place of one that has the same id. */
function joinReadings(files: SourceReading, pages: AddressReading): SourceReading {
  const held = new Set(files.articles.map(({ id }) => id))
  return {
    articles: [...files.articles, ...pages.articles.filter(({ id }) => !held.has(id))],
    problems: [...files.problems, ...pages.problems],
    notes: [...files.notes, ...pages.notes],
  }
}

/** Pages that were not asked for count among those that stay, so that one that is gone is not "all of them". */
function withKeptPages(plan: IndexingPlan, indexed: readonly IndexedArticle[], read: readonly Article[]): IndexingPlan {
  const seen = new Set([...read, ...plan.withdrawn].map(({ id }) => id))
  const kept = indexed.filter(({ id, path }) => isWebAddress(path) && !seen.has(id))
  return { ...plan, unchanged: plan.unchanged + kept.length }
}

/** Leaves out what was withdrawn by hand, and lets what a maintainer says go before what the source says. */
function applyTold(articles: readonly Article[], { withdrawn, edits }: KnownSources): readonly Article[] {
  return articles
    .filter(({ id }) => !withdrawn.includes(id))
    .map((article) => {
      const edit = Object.hasOwn(edits, article.id) ? edits[article.id] : undefined
      return { ...article, ...presentFields(edit ?? {}) }
    })
}

/** Only what could be read is remembered: a misspelt address would be complained of for ever. */
function rememberGiven(
  parts: Parts,
  given: readonly string[],
  pages: AddressReading,
  articles: readonly Article[],
): void {
  const ids = new Set(articles.map(({ id }) => id))
  const holdsArticles = (path: string) =>
    articles.some(
      (article) => !isWebAddress(article.path) && isWithin(resolve(parts.workingFolder, article.path), path),
    )
  const paths = given.filter((path) => !isWithin(path, parts.seedsFolder) && holdsArticles(path))
  if (paths.length + pages.answered.length + ids.size === 0) return
  changeKnownSources(parts.dataFolder, (known) => ({
    ...known,
    paths: [...new Set([...known.paths, ...paths])],
    addresses: [...new Set([...known.addresses, ...pages.answered])],
    withdrawn: known.withdrawn.filter((id) => !ids.has(id)),
  }))
}

/** Whether a plan leaves everything as it is. */
export function isEmptyPlan({ added, changed, described, withdrawn }: IndexingPlan): boolean {
  return added.length + changed.length + described.length + withdrawn.length === 0
}

async function commitPlan(
  parts: Parts,
  plan: IndexingPlan,
  options: { readonly confirmed: boolean; readonly onRefused: (refused: RefusedArticle) => void },
): Promise<Revision> {
  const { index, writer } = await parts.corpus()
  const embedder = await parts.embedder()
  const progress = createProgress({ title: 'Indexing', unit: 'passages' })
  const onProgress = ({ done, total }: { done: number; total: number }) => progress.update(done, total)
  // Without a confirmation only what was named comes here: an earlier choice goes on.
  const note = options.confirmed ? 'index' : noteAfter(await index.revision(), 'index')
  return await carryOut(plan, { index, writer, embedder }, { ...options, note, onProgress }).finally(progress.stop)
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
    if (another && !read.has(holder.path) && isStillThere(holder, article, workingFolder)) {
      const reason = `its id "${article.id}" is already that of ${holder.path}: give one of the two another id`
      problems.push({ path: article.path, reason })
    } else articles.push(article)
  }
  return { articles, problems }
}

/** Of two addresses with one canonical address the later is the article anew; a file and a page are two articles. */
function isStillThere(holder: IndexedArticle, article: Article, workingFolder: string): boolean {
  if (isWebAddress(holder.path)) return !isWebAddress(article.path)
  return existsSync(resolve(workingFolder, holder.path))
}

function refuseNothing(
  articles: readonly Article[],
  problems: readonly SourceRemark[],
  indexed: readonly IndexedArticle[],
  paths: readonly string[],
): void {
  if (articles.length > 0 || problems.length > 0 || indexed.length > 0) return
  throw new UserError(
    `there is no article in ${paths.join(', ')}: add one with "sourcier index PATH" (.txt, .md, .html, .pdf) or a web address`,
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
