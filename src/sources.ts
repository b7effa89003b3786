/** The files and folders that a person added to the corpus: remembered beside it, apart from the seeds folder. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from './errors.ts'
import { makeFolder } from './make-folder.ts'

const rememberedSchema = z.object({ paths: z.array(z.string()) })
const fileName = 'sources.json'

/**
 * The remembered paths, absolute, in the order in which they were added.
 * @throws UserError when the file is damaged: its articles would be withdrawn if the run went on without it.
 */
export function readRememberedSources(dataFolder: string): readonly string[] {
  const file = join(dataFolder, fileName)
  const json = readIfThere(file)
  if (json === undefined) return []
  const parsed = rememberedSchema.safeParse(parseJson(json))
  if (parsed.success) return parsed.data.paths
  throw new UserError(`${file} is damaged: correct it to {"paths": […]}, or delete it and add the paths again`)
}

/** Remembers paths (absolute) beside those that are there; each once. The file is replaced whole or not at all. */
export function rememberSources(dataFolder: string, paths: readonly string[]): void {
  const known = readRememberedSources(dataFolder)
  const all = [...new Set([...known, ...paths])]
  if (all.length === known.length) return
  makeFolder(dataFolder)
  const file = join(dataFolder, fileName)
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, `${JSON.stringify({ paths: all }, undefined, 2)}\n`, { flush: true })
  renameSync(aside, file)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new UserError(`${file} cannot be read: check its permissions`, { cause: error })
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
