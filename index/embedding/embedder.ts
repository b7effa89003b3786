/** The embedder: a transformers.js model behind the core's port, with pooling, normalising and batching in one place. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmptyTextError, UserError } from '../../src/errors.ts'
import type { Embedder, EmbeddingRole, TokenVectors } from '../../src/ports/embedder.ts'
import { bundledModel, modelTraits } from './model-traits.ts'
import { type LoadProgress, loadTransformersModel, type TokenBatch, type TransformersModel } from './transformers.ts'
import { createWordPieces } from './word-pieces.ts'

export type EmbedderOptions = {
  /** The bundled model's name, or a model of the hub. */
  readonly model: string
  /** Holds the bundled model's folder. */
  readonly modelsFolder: string
  /** Where downloaded models are kept. */
  readonly downloadFolder: string
  readonly remoteHost?: string
  readonly onProgress?: (progress: LoadProgress) => void
}

/** Texts a call of the model: more waste padding, fewer waste calls. */
const batchSize = 32

/**
 * Opens the model that ships, or another one, downloaded on first use.
 * @throws UserError when the model cannot be had, with what to do.
 */
export async function openEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const traits = modelTraits(options.model)
  const local = options.model === bundledModel
  const model = await loadTransformersModel({
    model: options.model,
    local,
    folder: local ? options.modelsFolder : options.downloadFolder,
    ...(options.remoteHost !== undefined && { remoteHost: options.remoteHost }),
    // What ships is read, not downloaded.
    ...(options.onProgress && !local && { onProgress: options.onProgress }),
  }).catch((cause: unknown) => {
    throw cannotLoad(options, local, cause)
  })
  const specialTokens = !traits.lateInteraction
  const prefixes = { query: traits.queryPrefix, passage: traits.passagePrefix }
  const probe = await model.run(['a'], specialTokens)

  const runBatches = async <T>(texts: readonly string[], role: EmbeddingRole, read: (batch: TokenBatch) => T[]) => {
    refuseBlank(texts)
    const results: T[] = []
    for (let start = 0; start < texts.length; start += batchSize) {
      const batch = texts.slice(start, start + batchSize).map((text) => prefixes[role] + text)
      results.push(...read(await model.run(batch, specialTokens)))
    }
    return results
  }

  const embedder: Embedder = {
    modelId: local ? `${bundledModel}@${await fingerprint(options)}` : options.model,
    dimensions: probe.dimensions,
    embed: (texts, role) => runBatches(texts, role, traits.pooling === 'cls' ? firstTokens : meanVectors),
    close: () => closeModel(model),
  }
  if (!traits.lateInteraction) return embedder
  const pieces = createWordPieces(model)
  return {
    ...embedder,
    embedTokens: (texts, role) => runBatches(texts, role, tokenVectors),
    pieces: {
      ...pieces,
      async numbersOf(texts, role) {
        refuseBlank(texts)
        return await pieces.numbersOf(texts.map((text) => prefixes[role] + text))
      },
    },
  }
}

async function closeModel(model: TransformersModel): Promise<void> {
  await model.close()
}

/** The weights' own hash is the bundled model's version, so that retrained weights are never mixed with old vectors. */
async function fingerprint(options: EmbedderOptions): Promise<string> {
  const weights = await readFile(join(options.modelsFolder, bundledModel, 'onnx', 'model_quantized.onnx'))
  return createHash('sha256').update(weights).digest('hex').slice(0, 8)
}

function refuseBlank(texts: readonly string[]): void {
  const position = texts.findIndex((text) => text.trim() === '')
  if (position >= 0) throw new EmptyTextError(position)
}

function cannotLoad(options: EmbedderOptions, local: boolean, cause: unknown): UserError {
  if (local) {
    const message = `the model that ships cannot be read (models/${bundledModel}): restore the folder from the repository`
    return new UserError(message, { cause })
  }
  const kept = join(options.downloadFolder, options.model)
  const problem = existsSync(kept)
    ? `the model ${options.model} could not be read from ${kept}: delete that folder to download it again, check the network`
    : `the model ${options.model} is not on this machine and could not be downloaded: check the name and the network`
  return new UserError(`${problem}, or leave SOURCIER_EMBEDDING_MODEL out to use the model that ships`, { cause })
}

function rowsOf(batch: TokenBatch, text: number): Float32Array[] {
  const rows: Float32Array[] = []
  for (let token = 0; token < batch.tokens; token += 1) {
    const position = text * batch.tokens + token
    if (batch.mask[position] !== true) continue
    rows.push(batch.data.slice(position * batch.dimensions, (position + 1) * batch.dimensions))
  }
  return rows
}

function meanVectors(batch: TokenBatch): Float32Array[] {
  return Array.from({ length: batch.texts }, (_, text) => {
    const { tokens, dimensions, mask, data } = batch
    const sum = new Float32Array(dimensions)
    // The innermost loop of indexing: no copies, no calls.
    for (let position = text * tokens; position < (text + 1) * tokens; position += 1) {
      if (mask[position] !== true) continue
      const offset = position * dimensions
      for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (data[offset + at] ?? 0)
    }
    return normalise(sum)
  })
}

function firstTokens(batch: TokenBatch): Float32Array[] {
  return Array.from({ length: batch.texts }, (_, text) =>
    normalise(rowsOf(batch, text)[0] ?? new Float32Array(batch.dimensions)),
  )
}

function tokenVectors(batch: TokenBatch): TokenVectors[] {
  return Array.from({ length: batch.texts }, (_, text) => {
    const vectors = rowsOf(batch, text)
    return { vectors, weights: vectors.map(squaredNorm) }
  })
}

function squaredNorm(vector: Float32Array): number {
  let sum = 0
  for (const value of vector) sum += value * value
  return sum
}

/** A vector of zeros (a text of unknown characters alone) stays zero: near to nothing, and never NaN. */
function normalise(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(squaredNorm(vector))
  return norm === 0 ? vector : vector.map((value) => value / norm)
}
