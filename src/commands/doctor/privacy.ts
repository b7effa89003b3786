/** Whether others on this machine could read what people asked. */
import { lstatSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Parts } from '../parts.ts'
import { Fault } from './fault.ts'

/** Rights of the group and of everybody. */
const othersRights = 0o077
/** What was downloaded holds nothing of anybody. */
const notLookedInto = 'models'

/** The data folder and all in it, questions among it: databases and their logs, the inbox, what is kept of sources. */
export async function checkPrivacy({ dataFolder }: Pick<Parts, 'dataFolder'>): Promise<string> {
  if (process.platform === 'win32') return 'not looked at: this system keeps rights in its own way'
  const open = readableByOthers(dataFolder)
  const [first] = open
  if (first === undefined) return 'the data folder is for its owner alone'
  const name = relative(dataFolder, first) || dataFolder
  const more = open.length > 1 ? ` and ${open.length - 1} more` : ''
  throw new Fault(`others on this machine may read ${name}${more}`, `run "chmod -R go= ${dataFolder}"`)
}

function readableByOthers(path: string): readonly string[] {
  const kind = lstatSync(path, { throwIfNoEntry: false })
  if (kind === undefined || kind.isSymbolicLink()) return []
  const own = (kind.mode & othersRights) === 0 ? [] : [path]
  if (!kind.isDirectory()) return own
  const names = readdirSync(path).filter((name) => name !== notLookedInto)
  return [...own, ...names.flatMap((name) => readableByOthers(join(path, name)))]
}
