/** What an indexing run did, in words and as JSON. */
import { toPrintableLine } from '../../../adapters/terminal/printable.ts'
import { countOf } from '../count.ts'
import type { Parts } from '../parts.ts'
import { isEmptyPlan, type UpdateReport } from './bring-up-to-date.ts'
import { describeChoice } from './set-back.ts'

/** More changes than this are counted, not listed. */
const listedAtMost = 30

/** Says on standard error what changed, if anything did, and what could not be read. */
export function reportUpdate(parts: Parts, report: UpdateReport): void {
  if (!isEmptyPlan(report.plan)) parts.output.note(summarise(report))
  reportProblems(parts, report)
}

export function reportProblems(parts: Parts, { problems, notes, held }: UpdateReport): void {
  if (held !== undefined) parts.output.note(describeChoice(held))
  for (const { path, reason } of notes) parts.output.note(toPrintableLine(`note: ${path}: ${reason}`))
  for (const { path, reason } of problems) parts.output.note(toPrintableLine(`not read: ${path}: ${reason}`))
}

/** "5 added, 1 changed: revision 3 holds 6 articles in 70 passages." */
export function summarise({ plan, revision }: UpdateReport): string {
  const counts = [
    [plan.added.length, 'added'],
    [plan.changed.length, 'changed'],
    [plan.described.length, 'described anew'],
    [plan.withdrawn.length, 'withdrawn'],
    [plan.unchanged, 'unchanged'],
  ] as const
  const said = counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ')
  if (revision === undefined) return `${said === '' ? 'nothing to do' : said}.`
  const held = `${countOf(revision.articles, 'article')} in ${countOf(revision.passages, 'passage')}`
  // A corpus without articles has nothing to count.
  return `${said === '' ? 'nothing to do' : said}: revision ${revision.number} holds ${held}.`
}

/** One line for each change: `+ id  path`. */
export function listChanges({ plan }: UpdateReport): readonly string[] {
  const lines = [
    ...plan.added.map(({ id, path }) => `+ ${id}  ${path}`),
    ...plan.changed.map(({ id, path }) => `~ ${id}  ${path}`),
    ...plan.described.map(({ id, path }) => `= ${id}  ${path}`),
    ...plan.withdrawn.map(({ id, path }) => `- ${id}  ${path}`),
  ].map(toPrintableLine)
  const more = lines.length - listedAtMost
  return more > 0 ? [...lines.slice(0, listedAtMost), `… and ${more} more`] : lines
}

export function toUpdateJson({ plan, problems, notes, revision, held }: UpdateReport, dryRun: boolean) {
  const ids = (articles: readonly { readonly id: string }[]) => articles.map(({ id }) => id)
  return {
    dryRun,
    added: ids(plan.added),
    changed: ids(plan.changed),
    described: ids(plan.described),
    withdrawn: ids(plan.withdrawn),
    unchanged: plan.unchanged,
    problems,
    notes,
    ...(revision !== undefined && { revision }),
    ...(held !== undefined && { held }),
  }
}
