/** `backup`, `restore`, `compact`: copies of the corpus and its care, while bots run. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { readBackupNotes, writeBackup } from '../../../index/sqlite/backup.ts'
import { lookAtCorpus, placeBackup } from '../../../index/sqlite/replace-corpus.ts'
import { UserError } from '../../errors.ts'
import { replaceFile } from '../../replace-file.ts'
import { countOf } from '../count.ts'
import type { Parts } from '../parts.ts'
import { createProgress } from '../progress.ts'
import { withRunLock } from './run-lock.ts'

type JsonFlag = { readonly json?: boolean }

const notesName = 'sources.json'

/** @throws UserError when there is no corpus, or the file is there already or cannot be written. */
export async function runBackup(parts: Parts, path: string, { json = false }: JsonFlag): Promise<void> {
  refuseWithoutCorpus(parts)
  const file = resolve(parts.workingFolder, path)
  const notes = join(parts.dataFolder, notesName)
  const progress = createProgress({ title: 'Copying', unit: 'pages' })
  await writeBackup(
    parts.dataFolder,
    file,
    existsSync(notes) ? { [notesName]: readFileSync(notes, 'utf8') } : {},
    ({ done, total }) => progress.update(done, total),
  ).finally(progress.stop)
  const bytes = statSync(file).size
  await parts.output.print(
    json
      ? JSON.stringify({ file, bytes })
      : `${path}: ${inMegabytes(bytes)}, the articles with all their revisions. What people asked is not in it.`,
  )
}

/**
 * A new revision of a corpus that is there; where it is lost or damaged, the backup takes its place with all its revisions.
 * @throws UserError when the file is no sound backup; then nothing is changed.
 */
export async function runRestore(parts: Parts, path: string, { json = false }: JsonFlag): Promise<void> {
  const file = resolve(parts.workingFolder, path)
  const notes = readBackupNotes(file)
  const { revision, isWhole, kept } = await withRunLock(parts, 'restore', async () => {
    const isWhole = lookAtCorpus(parts.dataFolder) !== 'sound'
    const kept = isWhole ? await placeBackup(parts.dataFolder, file, new Date()) : undefined
    const { index, writer } = await parts.corpus()
    const revision = await writer.restore(file, `restore of ${basename(file)}`)
    await index.settle()
    const told = notes.get(notesName)
    const here = join(parts.dataFolder, notesName)
    // Paths of another machine do not replace those that are remembered here.
    if (told !== undefined && !existsSync(here)) replaceFile(here, told)
    return { revision, isWhole, kept }
  })
  const { number, articles, passages } = revision
  const history = isWhole && number > 1 ? ', with the revisions before it' : ''
  const aside =
    kept === undefined
      ? ''
      : ` The file that could not be used is now ${kept} in the data folder; restart bots that run.`
  await parts.output.print(
    json
      ? JSON.stringify(revision, undefined, 2)
      : `Revision ${number} holds what the backup held${history}: ${countOf(articles, 'article')} in ${countOf(passages, 'passage')}.${aside} ` +
          '"sourcier index" brings the sources up to date again.',
  )
}

export async function runCompact(parts: Parts, { json = false }: JsonFlag): Promise<void> {
  refuseWithoutCorpus(parts)
  const before = sizeOf(parts)
  await withRunLock(parts, 'compact', async () => (await parts.corpus()).writer.compact())
  const after = sizeOf(parts)
  await parts.output.print(
    json ? JSON.stringify({ before, after }) : `corpus.db: ${inMegabytes(before)} → ${inMegabytes(after)}`,
  )
}

function refuseWithoutCorpus(parts: Parts): void {
  if (!parts.hasCorpus()) throw new UserError('there is no corpus yet: run "sourcier index"')
}

function sizeOf(parts: Parts): number {
  return statSync(join(parts.dataFolder, 'corpus.db')).size
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
