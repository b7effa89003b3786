import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Which vectors a base is made of. Revision numbers begin anew in another corpus, and after a restored backup. */
export type BaseIdentity = {
  readonly corpus: string
  readonly revision: number
  /** When the revision was committed, ISO. */
  readonly builtAt: string
  readonly modelId: string
  readonly dimensions: number
  /** How many vectors. */
  readonly count: number
}

const manifestSchema = z.object({
  format: z.literal(1),
  corpus: z.string(),
  revision: z.number().int().positive(),
  builtAt: z.string(),
  modelId: z.string(),
  dimensions: z.number().int().positive(),
  count: z.number().int().positive(),
  metric: z.literal('ip'),
  connections: z.number().int(),
  efConstruction: z.number().int(),
  /** Of the index file, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  created: z.string(),
})

/** Says what an index file must be before anybody loads it. */
export type Manifest = z.infer<typeof manifestSchema>

/** How many bases stay on the disk: the one in use and the one before. */
const KEPT_BASES = 2
/** What an interrupted build left is removed after this long, in milliseconds. */
const STALE_MS = 60 * 60 * 1000

export function indexFile(folder: string, revision: number): string {
  return join(folder, `${revision}.hnsw`)
}

function manifestFile(folder: string, revision: number): string {
  return join(folder, `${revision}.json`)
}

/** The revisions that have a manifest, newest first; none while there is no folder. */
export async function listBases(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .flatMap((name) => /^(\d{1,15})\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => other - one)
}

/** Throws when the manifest is not there or says nothing that can be used. */
export async function readManifest(folder: string, revision: number): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(manifestFile(folder, revision), 'utf8')))
}

/** Puts a finished index file and its manifest in place, the manifest last: no manifest, no base. */
export async function publish(folder: string, written: string, manifest: Manifest): Promise<void> {
  const aside = `${written}.json`
  await writeFile(aside, `${JSON.stringify(manifest, undefined, 2)}\n`, { flush: true })
  await rename(written, indexFile(folder, manifest.revision))
  await rename(aside, manifestFile(folder, manifest.revision))
  await prune(folder)
}

export async function removeBase(folder: string, revision: number): Promise<void> {
  await rm(manifestFile(folder, revision), { force: true })
  await rm(indexFile(folder, revision), { force: true })
}

/** An empty file to write to before a base is in place. Throws before a long build when there is no writing here. */
export async function makeAside(folder: string, revision: number): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${revision}.${process.pid}.${Date.now()}.tmp`)
  await writeFile(file, '')
  return file
}

async function prune(folder: string): Promise<void> {
  for (const revision of (await listBases(folder)).slice(KEPT_BASES)) await removeBase(folder, revision)
  for (const name of await readdir(folder)) {
    if (!/\.tmp(\.json)?$/.test(name)) continue
    const file = join(folder, name)
    const found = await stat(file).catch(() => undefined)
    if (found !== undefined && Date.now() - found.mtimeMs > STALE_MS) await rm(file, { force: true })
  }
}

/** The first thing in which a manifest differs from what is wanted, if any. */
export function mismatch(manifest: Manifest, wanted: BaseIdentity): string | undefined {
  const names = ['corpus', 'revision', 'builtAt', 'modelId', 'dimensions', 'count'] as const
  return names.find((name) => manifest[name] !== wanted[name])
}
