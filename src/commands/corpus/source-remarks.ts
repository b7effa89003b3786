/** What a maintainer is told of sources as a whole. */
import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import type { SourceRemark } from '../../../adapters/sources/files.ts'
import { listFiles } from '../../../adapters/sources/listing.ts'
import type { Parts } from '../parts.ts'
import { isWithin } from './vanished-files.ts'

/** @param sources absolute. */
export function describeGone(sources: readonly string[], workingFolder: string): readonly SourceRemark[] {
  const reason = 'it is not there any more: put it back, or "sourcier remove" it'
  return sources.map((source) => ({ path: relative(workingFolder, source), reason }))
}

/** Of a first run. Whoever begins with a folder of their own may not know of the seeds, or may count on them. */
export async function noteSeedsLeftOut(
  { seedsFolder, workingFolder }: Pick<Parts, 'seedsFolder' | 'workingFolder'>,
  given: readonly string[],
): Promise<readonly SourceRemark[]> {
  if (!existsSync(seedsFolder) || given.some((path) => isWithin(seedsFolder, path) || isWithin(path, seedsFolder)))
    return []
  if ((await listFiles(seedsFolder, workingFolder)).length === 0) return []
  const reason = 'these articles are left out, since others were named: "sourcier index" takes them in, too'
  return [{ path: relative(workingFolder, seedsFolder), reason }]
}
