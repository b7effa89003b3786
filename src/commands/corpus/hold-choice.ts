import type { SourceRemark } from '../../../adapters/sources/files.ts'
import type { RefusedArticle } from '../../embed-articles.ts'
import type { Parts } from '../parts.ts'
import type { UpdateOptions, UpdateReport } from './bring-up-to-date.ts'
import { rebuildCorpus } from './rebuild.ts'
import { withRunLock } from './run-lock.ts'
import { heldChoice, noteAfter } from './set-back.ts'

/** What all sources would change stays undone after a rollback, until it is confirmed. */
export async function holdChoice(parts: Parts, options: UpdateOptions): Promise<UpdateReport | undefined> {
  const isGiven = (options.paths ?? []).length + (options.addresses ?? []).length > 0
  if (isGiven || options.confirmed === true || !parts.hasCorpus()) return undefined
  const revision = await (await parts.corpus()).index.revision()
  const held = heldChoice(revision)
  if (revision === undefined || held === undefined) return undefined
  const plan = { added: [], changed: [], described: [], withdrawn: [], unchanged: revision.articles }
  const report = { plan, notes: [], read: revision.articles, answered: 0, held }
  if (options.rebuild !== true || options.dryRun === true) return { ...report, problems: [], revision }
  // What the corpus holds is embedded anew; the sources are not asked.
  const problems: SourceRemark[] = []
  const onRefused = ({ article: { path }, reason }: RefusedArticle) => void problems.push({ path, reason })
  const rebuild = { onRefused, note: noteAfter(revision, 'rebuild') }
  const rebuilt = await withRunLock(parts, 'index', () => rebuildCorpus(parts, [], rebuild))
  return { ...report, problems, revision: rebuilt }
}
