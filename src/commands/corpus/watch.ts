/** `index --watch`: a run whenever a file changes, and one now and then for the web addresses. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { watch as watchFiles } from 'chokidar'
import { toPrintableLine } from '../../../adapters/terminal/printable.ts'
import { UserError } from '../../errors.ts'
import { readKnownSources } from '../../sources.ts'
import { countOf } from '../count.ts'
import { finishBeforeLeaving } from '../leave.ts'
import type { Parts } from '../parts.ts'
import { bringUpToDate, isEmptyPlan } from './bring-up-to-date.ts'
import { deepenWithProgress } from './deepen.ts'
import { knownSources } from './facts.ts'
import { tellNews } from './index-articles.ts'
import { reportProblems, summarise, toUpdateJson } from './report-update.ts'

export type WatchFlags = { readonly json?: boolean; readonly yes?: boolean; readonly every?: number }

const defaultMinutes = 15
/** After the last change: an editor saves in several steps, a copy brings many files. In milliseconds. */
const quietMs = 300
const stableMs = 300

/** Runs until the program is told to end. @returns the exit status. */
export async function watchSources(parts: Parts, { json = false, yes = false, every = defaultMinutes }: WatchFlags) {
  const aborting = new AbortController()
  const wanted = { files: false, web: false }
  let running: Promise<void> | undefined
  let quiet: NodeJS.Timeout | undefined

  const report = async (web: boolean): Promise<void> => {
    try {
      const update = await bringUpToDate(parts, { web, confirmed: yes, signal: aborting.signal })
      if (update.revision !== undefined) await (await parts.corpus()).index.settle()
      if (json) return await parts.output.print(JSON.stringify(toUpdateJson(update, false)))
      const what = isEmptyPlan(update.plan) ? 'nothing new.' : summarise(update)
      await parts.output.print(`${new Date().toISOString().slice(11, 19)}  ${what}`)
      reportProblems(parts, update)
      if (!isEmptyPlan(update.plan)) await tellNews(parts)
      if (update.revision !== undefined) await deepenWithProgress(parts)
    } catch (error) {
      if (aborting.signal.aborted) return
      // The next change may put it right.
      if (!(error instanceof UserError)) parts.log.error({ err: error }, 'the run failed')
      const message = error instanceof Error ? error.message : String(error)
      parts.output.note(toPrintableLine(parts.redact(`not brought up to date: ${message}`)))
    }
  }
  const run = () => {
    if (running !== undefined || aborting.signal.aborted || !(wanted.files || wanted.web)) return
    const { web } = wanted
    wanted.files = false
    wanted.web = false
    running = report(web).finally(() => {
      running = undefined
      run()
    })
  }

  const paths = knownSources(parts).filter(existsSync)
  const watcher = watchFiles([...paths], {
    ignored: (path) => /^(?:\..+|node_modules)$/u.test(basename(path)) && !paths.includes(path),
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: stableMs, pollInterval: 50 },
  })
  watcher.on('all', () => {
    wanted.files = true
    clearTimeout(quiet)
    quiet = setTimeout(run, quietMs)
  })
  watcher.on('error', (error) => parts.log.warn({ err: error }, 'a folder cannot be watched'))
  const visits = setInterval(() => {
    wanted.web = true
    run()
  }, every * 60_000)
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  const { addresses } = readKnownSources(parts.dataFolder)
  const visited =
    addresses.length === 0
      ? ''
      : ` and ${addresses.length} web ${addresses.length === 1 ? 'address' : 'addresses'} every ${countOf(every, 'minute')}`
  parts.output.note(
    `Watching ${paths.length === 1 ? '1 file or folder' : `${paths.length} files and folders`}${visited}. Ctrl-C ends it.`,
  )

  await new Promise<void>((resolve) => finishBeforeLeaving(resolve))
  clearInterval(visits)
  clearTimeout(quiet)
  aborting.abort()
  await watcher.close()
  if (running !== undefined) parts.output.note('Finishing the run that is under way; Ctrl-C again ends at once.')
  await running
  return 0
}
