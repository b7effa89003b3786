import { join } from 'node:path'
import { type Row, row } from '../table.ts'
import { type CrashFolders, makeCrashFolders, type Scenario } from './crash-folders.ts'
import { createJudge, dataOf } from './judge.ts'
import {
  failEachCall,
  failEachWrite,
  fillDisk,
  killAtEachCall,
  killAtRandomMoments,
  type RoundParts,
  type Tally,
} from './rounds.ts'
import { canMount, hasStrace } from './spawned.ts'
import { breakVectorCache } from './vector-rounds.ts'

export type CampaignOptions = {
  /** Every twentieth call instead of every one. */
  readonly isShort: boolean
  readonly atOnce: number
  readonly note: (text: string) => void
}

const randomKills = { long: 300, short: 2 }
/** The calls by which an indexing run changes the disk, and what the disk may answer. */
const failing = [
  { call: 'pwrite64', error: 'EIO' },
  { call: 'pwrite64', error: 'ENOSPC' },
  ...['fsync', 'ftruncate', 'rename', 'unlink'].map((call) => ({ call, error: 'EIO' })),
]

/** Breaks indexing runs in every way; the short form does each way a few times. */
export async function breakRuns({ isShort, atOnce, note }: CampaignOptions): Promise<{
  readonly rows: readonly Row[]
  readonly problems: readonly string[]
}> {
  const folders = await makeCrashFolders()
  const judge = await createJudge(dataOf(folders.update.template))
  const parts: RoundParts = { folders, judge, atOnce }
  const rows: Row[] = []
  const problems: string[] = []
  const tell = (what: string, tally: Tally, isEnough = tally.hit > 0) => {
    const { runs, hit, before, after } = tally
    const figure = `${runs} runs, ${hit} of them broken: ${before} hold the old revision, ${after} the new one, ${runs - before - after} anything else`
    rows.push(row(what, figure, tally.problems.length === 0 && before + after === runs && isEnough))
    problems.push(...tally.problems)
    note(`${what}: ${figure}${tally.problems.length > 0 ? ` (${tally.problems.length} problems)` : ''}`)
  }
  const skip = (what: string, why: string) => {
    rows.push(row(what, `SKIPPED: ${why}`))
    note(`SKIPPED: ${what}: ${why}`)
  }
  try {
    if (hasStrace()) {
      for (const scenario of scenarios(folders, isShort)) {
        const every = isShort ? 70 : 1
        tell(`kill -9 at every call that writes, ${scenario.name}`, await killAtEachCall(parts, scenario, { every }))
      }
      for (const one of isShort ? failing.slice(0, 1) : failing) {
        const tally = await failEachCall(parts, folders.update, one, { every: isShort ? 70 : 1 })
        tell(`${one.error} at each ${one.call}`, tally, true)
      }
      const errors = isShort ? ['ENOSPC'] : ['EIO', 'ENOSPC']
      tell(`${errors.join(' and ')} at each write to another file`, await failEachWrite(parts, folders.named, errors))
    } else skip('kill -9 and EIO at every call that writes', 'strace is not there')
    const kills = isShort ? randomKills.short : randomKills.long
    tell('kill -9 at random moments', await killAtRandomMoments(parts, folders.update, { kills, seed: 6 }))
    if (canMount()) {
      for (const scenario of scenarios(folders, isShort)) {
        const stepKilobytes = isShort ? 600 : 8
        tell(`a full disk, step by step, ${scenario.name}`, await fillDisk(parts, scenario, { stepKilobytes }))
      }
    } else skip('a full disk', 'only root can mount a tmpfs')
    const vectors = await breakVectorCache(join(folders.root, 'vectors'), { isShort, atOnce, note })
    return { rows: [...rows, ...vectors.rows], problems: [...problems, ...vectors.problems] }
  } finally {
    await judge.close()
    folders.remove()
  }
}

function scenarios({ update, first }: CrashFolders, isShort: boolean): readonly Scenario[] {
  return isShort ? [update] : [update, first]
}
