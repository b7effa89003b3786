/** Folders in which an indexing run is about to happen, and what the corpus holds before and after it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findHome } from '../../../src/home.ts'
import { fingerprint, nothing } from './fingerprint.ts'
import { program, runNode } from './spawned.ts'

/** One indexing run that may be broken: what is there before, and the only two states that may be there after. */
export type Scenario = {
  readonly name: string
  /** The words of the command line. */
  readonly words: readonly string[]
  /** Holds `seeds/`, and `data/` as it is before. */
  readonly template: string
  readonly before: string
  readonly after: string
}

/** Answers `questionForAfter`. */
export const newArticle = `The lighthouse of Karlomi will shine again

The lighthouse of Karlomi, dark since the storm of 2019, was repaired for 12 million euros, the mayor said on Monday.

"We waited five years for this evening," she told the people who had come to the harbour. About 3,000 of them stayed.`

export const questionForAfter = 'How much did the repair of the lighthouse of Karlomi cost?'

export type CrashFolders = {
  /** Everything is below. */
  readonly root: string
  /** A corpus is there, and one article has been added. */
  readonly update: Scenario
  /** Nothing was ever indexed. */
  readonly first: Scenario
  /** A corpus is there, and a folder with one article is named: it is remembered, too. */
  readonly named: Scenario
  /** A copy that may be broken. */
  copy(scenario: Scenario): string
  remove(): void
}

export async function makeCrashFolders(): Promise<CrashFolders> {
  const root = mkdtempSync(join(tmpdir(), 'sourcier-crash-'))
  const folderOf = (name: string) => join(root, name)
  const index = async (folder: string, ...named: readonly string[]) => {
    const { status, errors } = await runNode(folder, [program, 'index', ...named])
    if (status !== 0) throw new Error(`the reference run failed: ${errors}`)
    return fingerprint(join(folder, 'data'))
  }
  const seeds = join(findHome(), 'seeds')
  mkdirSync(join(folderOf('update'), 'seeds'), { recursive: true })
  for (const name of readdirSync(seeds).slice(0, 3)) cpSync(join(seeds, name), join(folderOf('update'), 'seeds', name))
  const before = await index(folderOf('update'))
  cpSync(folderOf('update'), folderOf('named'), { recursive: true })
  mkdirSync(join(folderOf('named'), 'more'))
  writeFileSync(join(folderOf('named'), 'more', 'lighthouse.txt'), newArticle)
  cpSync(folderOf('named'), folderOf('remembered'), { recursive: true })
  writeFileSync(join(folderOf('update'), 'seeds', 'lighthouse.txt'), newArticle)
  cpSync(folderOf('update'), folderOf('updated'), { recursive: true })
  cpSync(join(folderOf('update'), 'seeds'), join(folderOf('first'), 'seeds'), { recursive: true })
  cpSync(folderOf('first'), folderOf('indexed'), { recursive: true })
  const after = await index(folderOf('updated'))
  const indexed = await index(folderOf('indexed'))
  const remembered = await index(folderOf('remembered'), 'more')
  const words = ['index']
  let copies = 0
  return {
    root,
    update: { name: 'one article more', words, template: folderOf('update'), before, after },
    first: { name: 'the first run', words, template: folderOf('first'), before: nothing, after: indexed },
    named: {
      ...{ name: 'one folder more', words: ['index', 'more'], template: folderOf('named'), before },
      after: remembered,
    },
    copy({ template }) {
      copies += 1
      const folder = folderOf(`copy-${copies}`)
      cpSync(template, folder, { recursive: true })
      return folder
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
