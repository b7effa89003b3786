/** `index`: adds articles, or brings all of them up to date; once, or whenever a source changes. */
import { isOfOtherFormat } from '../../../adapters/sources/files.ts'
import { isWebAddress, normalAddress } from '../../../adapters/sources/web/canonical.ts'
import { UserError } from '../../errors.ts'
import type { Parts } from '../parts.ts'
import { bringUpToDate, type UpdateReport } from './bring-up-to-date.ts'
import { deepenWithProgress } from './deepen.ts'
import { listChanges, reportProblems, summarise, toUpdateJson } from './report-update.ts'

export type IndexFlags = {
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly yes?: boolean
  readonly rebuild?: boolean
  /** Sets the corpus aside and builds it again from all sources. */
  readonly anew?: boolean
  readonly watch?: boolean
  /** Minutes between two visits to the web addresses. */
  readonly every?: number
}

/** @returns the exit status: 1 when an article was left out, or nothing of what was named could be read. */
export async function runIndex(parts: Parts, named: readonly string[], flags: IndexFlags): Promise<number> {
  const { dryRun = false, yes: confirmed = false, rebuild = false, watch = false } = flags
  if (watch && (dryRun || rebuild)) throw new UserError('--watch goes with neither --dry-run nor --rebuild')
  if (flags.every !== undefined && !watch) throw new UserError('--every goes with --watch')
  const { paths, addresses } = sortNamed(named)
  if (flags.anew === true) {
    if (dryRun || named.length > 0)
      throw new UserError('--anew builds from all sources: it goes with no PATH and no --dry-run')
    await (await import('./start-anew.ts')).startAnew(parts, confirmed)
  }
  const report = await bringUpToDate(parts, { paths, addresses, web: true, dryRun, confirmed, rebuild })
  // The next process finds the vector cache ready.
  if (report.revision !== undefined) await (await parts.corpus()).index.settle()
  const { print } = parts.output
  if (flags.json === true) await print(JSON.stringify(toUpdateJson(report, dryRun), undefined, watch ? 0 : 2))
  else {
    for (const line of listChanges(report)) await print(line)
    await print(dryRun ? `Dry run, nothing was changed: ${summarise(report)}` : summarise(report))
    reportProblems(parts, report)
    if (!dryRun) await tellNews(parts)
  }
  if (!dryRun && report.revision !== undefined) await deepenWithProgress(parts)
  if (!watch) return statusOf(report, named.length > 0)
  const { watchSources } = await import('./watch.ts')
  return await watchSources(parts, flags)
}

/** What is followed on standard output; that it cannot be told does not make the run a failure. */
export async function tellNews(parts: Parts): Promise<void> {
  try {
    await (await import('../follow-news.ts')).printNews(parts)
  } catch (error) {
    parts.log.warn({ err: error }, 'the followed questions were not looked at')
  }
}

/**
 * An article left out is a failure, though the others went in; a server that fails now is asked again by the next run.
 * Nothing read of all sources is none when they hold nothing at all.
 */
function statusOf({ read, answered, problems }: UpdateReport, isNamed: boolean): number {
  if (problems.some((problem) => !isWebAddress(problem.path) && !isOfOtherFormat(problem))) return 1
  if (read + answered > 0) return 0
  return isNamed || problems.length > 0 ? 1 : 0
}

function sortNamed(named: readonly string[]): { readonly paths: string[]; readonly addresses: string[] } {
  const addresses = named.filter(isWebAddress).map((address) => {
    const normal = normalAddress(address)
    if (normal === undefined) throw new UserError(`"${address}" is no web address: check it`)
    return normal
  })
  const paths = named.filter((name) => !isWebAddress(name))
  const other = paths.find((path) => /^[a-z][a-z\d+.-]*:\/\//iu.test(path))
  if (other !== undefined) throw new UserError(`"${other}": only http and https addresses are fetched`)
  return { paths, addresses }
}
