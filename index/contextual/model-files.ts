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

/** Wide of whatever a calibration gives: a byte that changed often leaves a number, but another one. */
const lineSchema = z.object({ scale: z.number().positive().max(10), bias: z.number().min(-20).max(20) })
const fileSchema = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().int().positive() })
const manifestSchema = z.strictObject({
  /** Names the training run; vectors of another are made again. */
  version: z.string().regex(/^[\w.-]{1,40}$/),
  dimensions: z.number().int().positive(),
  /** Log-odds are multiplied by the scale and moved by the bias, so that 0.8 is right four times in five. */
  calibration: z.object({ sentence: lineSchema, stretch: lineSchema }),
  files: z.record(z.string(), fileSchema),
  /** SHA-256 of the manifest's own text with this left empty; the first models came without. */
  sum: z.string().optional(),
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
    const text = await readFile(path, 'utf8')
    const manifest = manifestSchema.parse(JSON.parse(text))
    const { sum } = manifest
    if (sum !== undefined && sum !== sha256(text.replace(`"sum": "${sum}"`, '"sum": ""'))) {
      throw new Error('its sum is another')
    }
    return manifest
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
  const found = sha256(bytes)
  if (found !== expected.sha256) {
    const sums = `its SHA-256 begins ${found.slice(0, 12)}, not ${expected.sha256.slice(0, 12)}`
    throw new FileError(path, `is damaged (${sums}): ${remedy}`)
  }
  return bytes
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
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
