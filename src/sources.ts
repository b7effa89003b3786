/** What maintainers have said of the corpus beside the articles themselves: kept in `sources.json`, apart from the seeds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from './errors.ts'
import { makeFolder } from './make-folder.ts'
import { replaceFile } from './replace-file.ts'

const editSchema = z.object({
  title: z.string().optional(),
  label: z.string().optional(),
  author: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
})

const knownSchema = z.object({
  /** Files and folders, absolute, in the order in which they were added. */
  paths: z.array(z.string()),
  /** Web addresses of pages, feeds and sitemaps. */
  addresses: z.array(z.string()).default([]),
  /** Ids of articles taken out by hand: they stay out although their source still has them. */
  withdrawn: z.array(z.string()).default([]),
  /** What a maintainer says of an article, by id: goes before what its source says. */
  edits: z.record(z.string(), editSchema).default({}),
})

/** What a maintainer says; a field that is absent is left to the article's source. */
export type ArticleEdit = Readonly<{
  title?: string
  label?: string
  author?: string
  outlet?: string
  url?: string
  published?: string
  updated?: string
}>
type LooseEdit = Readonly<z.infer<typeof editSchema>>
export type KnownSources = {
  readonly paths: readonly string[]
  readonly addresses: readonly string[]
  readonly withdrawn: readonly string[]
  readonly edits: Readonly<Record<string, LooseEdit>>
}

const fileName = 'sources.json'
const nothingKnown: KnownSources = { paths: [], addresses: [], withdrawn: [], edits: {} }

/** @throws UserError when the file is damaged: its articles would be withdrawn if the run went on without it. */
export function readKnownSources(dataFolder: string): KnownSources {
  const file = join(dataFolder, fileName)
  const json = readIfThere(file)
  if (json === undefined) return nothingKnown
  const parsed = knownSchema.safeParse(parseJson(json))
  if (parsed.success) return parsed.data
  throw new UserError(`${file} is damaged: correct it to {"paths": […]}, or delete it and add the paths again`)
}

/** Replaces the file whole or not at all; nothing is written when nothing changes. */
export function changeKnownSources(dataFolder: string, change: (known: KnownSources) => KnownSources): void {
  const before = readKnownSources(dataFolder)
  const after = change(before)
  if (JSON.stringify(after) === JSON.stringify(before)) return
  makeFolder(dataFolder)
  replaceFile(join(dataFolder, fileName), `${JSON.stringify(after, undefined, 2)}\n`)
}

/** Without the fields that are there but undefined: over an article, those would take away what is known of it. */
export function presentFields({ title, label, author, outlet, url, published, updated }: LooseEdit): ArticleEdit {
  return {
    ...(title !== undefined && { title }),
    ...(label !== undefined && { label }),
    ...(author !== undefined && { author }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
  }
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
