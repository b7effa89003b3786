/** `index`: adds articles, or brings all of them up to date. */
import { UserError } from '../../errors.ts'
import type { Parts } from '../parts.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { listChanges, reportProblems, summarise, toUpdateJson } from './report-update.ts'

export type IndexFlags = {
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly yes?: boolean
  readonly rebuild?: boolean
}

/** @returns the exit status: 1 when nothing could be read. */
export async function runIndex(parts: Parts, paths: readonly string[], flags: IndexFlags): Promise<number> {
  const address = paths.find((path) => /^https?:\/\//i.test(path))
  if (address !== undefined) {
    throw new UserError(`${address}: web addresses come in a later version; save the page as .html and give its path`)
  }
  const { dryRun = false, yes: confirmed = false, rebuild = false } = flags
  const report = await bringUpToDate(parts, { paths, dryRun, confirmed, rebuild })
  // The next process finds the vector cache ready.
  if (report.revision !== undefined) await (await parts.corpus()).index.settle()
  const { print } = parts.output
  if (flags.json === true) await print(JSON.stringify(toUpdateJson(report, dryRun), undefined, 2))
  else {
    for (const line of listChanges(report)) await print(line)
    await print(dryRun ? `Dry run, nothing was changed: ${summarise(report)}` : summarise(report))
    reportProblems(parts, report)
  }
  return report.read === 0 && report.problems.length > 0 ? 1 : 0
}
