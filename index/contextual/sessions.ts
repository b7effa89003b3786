/** The two models as functions from numbers to numbers, on onnxruntime, with the one table of word pieces before both. */
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import type { Tensor as RuntimeTensor, InferenceSession as Session } from 'onnxruntime-node'
import { once } from '../../src/once.ts'
import type { Logits } from './messages.ts'
import { type Manifest, parseVocabulary, readManifest, readModelFile } from './model-files.ts'
import { createPieceTable, type PieceTable } from './piece-table.ts'
import { type ReadSequence, type Sequence, sequenceToEmbed, sequenceToRead } from './sequences.ts'
import { type CutIntoPieces, createWordPieces } from './word-pieces.ts'

// A CommonJS module whose named exports Node does not see.
const { InferenceSession, Tensor } = createRequire(import.meta.url)('onnxruntime-node') as {
  readonly InferenceSession: typeof Session
  readonly Tensor: typeof RuntimeTensor
}

const padding = 1

export type Models = {
  readonly cut: CutIntoPieces
  /** Unit vectors, one a sequence. */
  embed(sequences: readonly Sequence[]): Promise<Float32Array[]>
  /** One a sequence. */
  read(sequences: readonly ReadSequence[]): Promise<Logits[]>
}

export { sequenceToEmbed, sequenceToRead }

/** Opens the models; the reader's weights are read at the first question. Throws FileError when a file is damaged. */
export async function openModels(modelsFolder: string): Promise<Models> {
  const manifest = await readManifest(modelsFolder)
  const [vocabulary, rows] = await Promise.all([
    readModelFile(modelsFolder, manifest, 'pieces.tsv'),
    readModelFile(modelsFolder, manifest, 'pieces.q4'),
  ])
  const table = createPieceTable(rows, manifest.dimensions)
  const encoder = once(() => openSession(modelsFolder, manifest, 'encoder.onnx'))
  const reader = once(() => openSession(modelsFolder, manifest, 'reader.onnx'))
  const { dimensions } = manifest
  return {
    cut: createWordPieces(parseVocabulary(vocabulary)),
    async embed(sequences) {
      const { feeds, tokens } = batchOf(sequences, table)
      const { hidden } = await (await encoder()).run(feeds)
      const states = floats(hidden)
      return sequences.map(({ pieces }, index) => meanVector(states, index * tokens, pieces.length, dimensions))
    },
    async read(sequences) {
      const { feeds, tokens } = batchOf(sequences, table)
      const count = Math.max(1, ...sequences.map(({ sentences }) => sentences.length))
      const outputs = await (await reader()).run({ ...feeds, pool: poolOf(sequences, count, tokens) })
      const [ofSentences, ofStretches] = [floats(outputs['sentences']), floats(outputs['stretch'])]
      return sequences.map(({ sentences }, index) => ({
        stretch: ofStretches[index] ?? Number.NaN,
        // A sentence that was cut off was not seen.
        sentences: sentences.map(({ from, to }, at) =>
          to > from ? (ofSentences[index * count + at] ?? Number.NaN) : Number.NEGATIVE_INFINITY,
        ),
      }))
    },
  }
}

async function openSession(modelsFolder: string, manifest: Manifest, name: string): Promise<Session> {
  const bytes = await readModelFile(modelsFolder, manifest, name)
  return await InferenceSession.create(bytes, {
    intraOpNumThreads: Math.max(1, Math.min(2, cpus().length)),
    interOpNumThreads: 1,
    // The arena keeps the largest batch ever seen for good.
    enableCpuMemArena: false,
    enableMemPattern: false,
  })
}

function batchOf(sequences: readonly Sequence[], table: PieceTable) {
  const tokens = Math.max(1, ...sequences.map(({ pieces }) => pieces.length))
  const { dimensions } = table
  const embeds = new Float32Array(sequences.length * tokens * dimensions)
  const mask = new Int32Array(sequences.length * tokens)
  for (const [index, { pieces }] of sequences.entries()) {
    for (let place = 0; place < tokens; place += 1) {
      const piece = pieces[place]
      table.write(piece ?? padding, embeds, (index * tokens + place) * dimensions)
      if (piece !== undefined) mask[index * tokens + place] = 1
    }
  }
  const shape = [sequences.length, tokens]
  const feeds = {
    embeds: new Tensor('float32', embeds, [...shape, dimensions]),
    mask: new Tensor('int32', mask, shape),
  }
  return { feeds, tokens }
}

/** For each sentence the mean over its places, as a matrix to multiply with. */
function poolOf(sequences: readonly ReadSequence[], count: number, tokens: number): RuntimeTensor {
  const pool = new Float32Array(sequences.length * count * tokens)
  for (const [index, { sentences }] of sequences.entries()) {
    for (const [at, { from, to }] of sentences.entries()) {
      const row = (index * count + at) * tokens
      pool.fill(1 / (to - from), row + from, row + to)
    }
  }
  return new Tensor('float32', pool, [sequences.length, count, tokens])
}

function meanVector(states: Float32Array, first: number, tokens: number, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions)
  for (let token = first; token < first + tokens; token += 1) {
    const offset = token * dimensions
    for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (states[offset + at] ?? 0)
  }
  let square = 0
  for (const value of sum) square += value * value
  const norm = Math.sqrt(square) || 1
  return sum.map((value) => value / norm)
}

function floats(tensor: RuntimeTensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('the model returned no numbers')
  return tensor.data
}
