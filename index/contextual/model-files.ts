/** The files of the models that read, checked before they are believed. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { FileError } from '../../src/errors.ts'
import type { Vocabulary } from './word-pieces.ts'

/** The folder in `models/` that holds them. */
export const contextualFolder = 'contextual'

const fileSchema = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().positive() })
const manifestSchema = z.object({
  /** Names the training run; vectors of another are made again. */
  version: z.string().regex(/^[\w.-]{1,40}$/),
  dimensions: z.number().int().positive(),
  /** Log-odds are divided by the temperature and moved by the bias, so that 0.8 is right four times in five. */
  calibration: z.object({
    sentence: z.object({ scale: z.number(), bias: z.number() }),
    stretch: z.object({ scale: z.number(), bias: z.number() }),
  }),
  files: z.record(z.string(), fileSchema),
})

export type Manifest = z.output<typeof manifestSchema>

const remedy = 'restore it from the repository ("git checkout models/contextual")'

/** Whether the models are there at all; a checkout may leave them out. */
export function hasContextualModels(modelsFolder: string): boolean {
  return existsSync(join(modelsFolder, contextualFolder, 'manifest.json'))
}

/** @throws FileError when it is missing or damaged. */
export async function readManifest(modelsFolder: string): Promise<Manifest> {
  const path = join(modelsFolder, contextualFolder, 'manifest.json')
  try {
    return manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new FileError(path, `is missing or damaged: ${remedy}`, { cause })
  }
}

/** @throws FileError when the file is missing, or its bytes are not those that were trained. */
export async function readModelFile(modelsFolder: string, manifest: Manifest, name: string): Promise<Buffer> {
  const path = join(modelsFolder, contextualFolder, name)
  const expected = manifest.files[name]
  if (expected === undefined) throw new FileError(path, `is not in the manifest: ${remedy}`)
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new FileError(path, `is missing: ${remedy}`, { cause })
  })
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== expected.sha256) {
    const sums = `its SHA-256 begins ${found.slice(0, 12)}, not ${expected.sha256.slice(0, 12)}`
    throw new FileError(path, `is damaged (${sums}): ${remedy}`)
  }
  return bytes
}

/** A line a piece, each with its score after a tab. */
export function parseVocabulary(bytes: Buffer): Vocabulary {
  const lines = bytes.toString('utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  const pieces: string[] = []
  const scores = new Float32Array(lines.length)
  for (const [number, line] of lines.entries()) {
    const tab = line.lastIndexOf('\t')
    pieces.push(line.slice(0, tab))
    scores[number] = Number(line.slice(tab + 1))
  }
  return { pieces, scores }
}
