import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { UserError } from '../../src/errors.ts'
import { describeFault, type SourceFacts, writtenFacts } from './facts.ts'

export const CATALOGUE_NAME = 'articles.yaml'

/** What a maintainer knows of the files of a folder: facts by the file's absolute path. */
export type Catalogue = ReadonlyMap<string, SourceFacts>

const entrySchema = writtenFacts.extend({ file: z.string('must name a file').min(1, 'must name a file') }).strict()
const catalogueSchema = z.object({ articles: z.array(z.unknown()) }).strict()

/**
 * Reads the articles.yaml of a folder; one that is not there is empty. Throws UserError that names the file, the entry
 * and the field when it is broken: ids would change if the run went on without it, and articles be withdrawn.
 */
export async function readCatalogue(folder: string, workingFolder: string): Promise<Catalogue> {
  const file = resolve(folder, CATALOGUE_NAME)
  const shown = relative(workingFolder, file).replaceAll('\\', '/') || CATALOGUE_NAME
  const yaml = await readIfThere(file)
  if (yaml === undefined) return new Map()
  return parseCatalogue(yaml, file, shown)
}

function parseCatalogue(yaml: string, file: string, shown: string): Catalogue {
  const result = catalogueSchema.safeParse(parseYaml(yaml, shown))
  if (!result.success) throw new UserError(`${shown}: must hold a list named "articles", each entry with its "file"`)
  const facts = new Map<string, SourceFacts>()
  const ids = new Map<string, string>()
  for (const [index, raw] of result.data.articles.entries()) {
    const named = z.object({ file: z.string() }).safeParse(raw)
    const where = `${shown}: entry ${index + 1}${named.success ? ` (${named.data.file})` : ''}`
    const entry = entrySchema.safeParse(raw)
    if (!entry.success) throw new UserError(`${where}: ${describeFault(entry.error)}`)
    const { file: name, ...known } = entry.data
    const path = resolve(dirname(file), name)
    if (facts.has(path))
      throw new UserError(`${where}: field "file" names a file that an entry before it names already`)
    const holder = known.id === undefined ? undefined : ids.get(known.id)
    if (holder !== undefined)
      throw new UserError(`${where}: field "id" is "${known.id}", which is already that of ${holder}`)
    if (known.id !== undefined) ids.set(known.id, name)
    facts.set(path, known)
  }
  return facts
}

function parseYaml(yaml: string, shown: string): unknown {
  try {
    return parse(yaml, { logLevel: 'error' })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/:$/u, '') : 'unknown fault'
    throw new UserError(`${shown} is not valid YAML: ${reason}`)
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
