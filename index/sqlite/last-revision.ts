/**
 * What tells a corpus that was lost from one that never was: `last-revision.json` beside it. Without it an emptied or
 * deleted corpus.db would be built again from the seeds in silence, without its history and what came from the web.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { FileError } from '../../src/errors.ts'
import { replaceFile } from '../../src/replace-file.ts'
import type { Revision } from '../../src/types.ts'

const noteName = 'last-revision.json'
/** Other files that are only written once something was indexed. */
const otherTraces = ['web.json']
const noteSchema = z.object({ number: z.number(), articles: z.number() })

/** Called after each commit. Replaces the file whole or not at all; throws what the disk throws. */
export function noteRevision(dataFolder: string, { number, builtAt, articles }: Revision): void {
  replaceFile(join(dataFolder, noteName), `${JSON.stringify({ number, builtAt, articles })}\n`)
}

/** Whether `corpus.db` is there and not empty. */
export function isCorpusThere(dataFolder: string): boolean {
  const file = statSync(join(dataFolder, 'corpus.db'), { throwIfNoEntry: false })
  return file !== undefined && file.size > 0
}

/** Whether `corpus.db` is gone or empty although it held something. */
export function isCorpusLost(dataFolder: string): boolean {
  return lostTraces().some((name) => existsSync(join(dataFolder, name))) && !isCorpusThere(dataFolder)
}

/** Names of the files in the data folder that say that there was a corpus. */
export function lostTraces(): readonly string[] {
  return [noteName, ...otherTraces]
}

/** @throws FileError that says what was lost and how to bring it back. */
export function refuseLostCorpus(dataFolder: string): void {
  if (!isCorpusLost(dataFolder)) return
  const file = join(dataFolder, 'corpus.db')
  throw lost(dataFolder, existsSync(file) ? 'is empty' : 'is gone')
}

/** Whether a revision was noted: a corpus that says it has none has lost them. */
export function wasCommitted(dataFolder: string): boolean {
  return existsSync(join(dataFolder, noteName))
}

/** @throws FileError for a corpus in which no revision is left though one was noted. */
export function refuseForgottenRevisions(dataFolder: string): void {
  if (!wasCommitted(dataFolder)) return
  throw lost(dataFolder, 'holds no revision')
}

function lost(dataFolder: string, what: string): FileError {
  return new FileError(
    join(dataFolder, 'corpus.db'),
    `${what}, though ${describeLast(join(dataFolder, noteName))}: bring it back with "sourcier restore BACKUP", or build it anew from its sources with "sourcier index --anew"`,
  )
}

function describeLast(file: string): string {
  try {
    const { number, articles } = noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return `it held revision ${number} with ${articles} ${articles === 1 ? 'article' : 'articles'}`
  } catch {
    return 'articles were indexed before'
  }
}
