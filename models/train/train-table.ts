import { createTable, type EmbeddingTable, poolTexts, spreadGradient, updateRows } from './embedding-table.ts'
import { createLossFunction, type LossFunction } from './loss-graph.ts'
import type { PairKind } from './pair-kinds.ts'
import { type Random, seededRandom, shuffledIndexes } from './random.ts'
import type { EncodedText } from './word-piece.ts'

export type TrainingOptions = {
  readonly dimensions: number
  readonly batchSize: number
  readonly batches: number
  /** Adam's rate at the start; it falls to 0 in a straight line. */
  readonly rate: number
  /** Factor on the cosines: how sharply the right pair must stand out. */
  readonly scale: number
  /** Standard deviation of the untrained rows. */
  readonly spread: number
  /** Share of the tokens left out of texts of more than four, anew each time. */
  readonly dropout: number
  readonly threads: number
  readonly seed: number
}

/** Called after each batch, numbered from 1. */
export type OnBatch = (batch: number, kind: string, loss: number) => void

/** Trains one row a piece so that the mean vectors of a pair are near each other and far from all others of the batch. */
export async function trainTable(
  pieces: number,
  kinds: readonly PairKind[],
  options: TrainingOptions,
  onBatch: OnBatch = () => {},
): Promise<EmbeddingTable> {
  const random = seededRandom(options.seed)
  const table = createTable(pieces, options.dimensions, options.spread, random)
  const lossFunction = await createLossFunction(options.dimensions, options.scale, options.threads)
  const feeds = new Map(kinds.map((kind) => [kind, createFeed(kind, options, random)]))
  const order = batchOrder(kinds, options.batches, random)
  for (const [index, kind] of order.entries()) {
    const batch = feeds.get(kind)?.() ?? []
    if (batch.length < 2) continue
    const rate = options.rate * (1 - index / order.length)
    onBatch(index + 1, kind.name, await trainBatch(table, batch, lossFunction, rate, index + 1))
  }
  await lossFunction.close()
  return table
}

type Batch = readonly (readonly [EncodedText, EncodedText])[]

async function trainBatch(
  table: EmbeddingTable,
  batch: Batch,
  lossFunction: LossFunction,
  rate: number,
  step: number,
): Promise<number> {
  const firsts = batch.map(([first]) => first)
  const seconds = batch.map(([, second]) => second)
  const firstPooled = new Float32Array(batch.length * table.dimensions)
  const secondPooled = new Float32Array(batch.length * table.dimensions)
  poolTexts(table, firsts, firstPooled)
  poolTexts(table, seconds, secondPooled)
  const { loss, firstGradient, secondGradient } = await lossFunction.run(firstPooled, secondPooled, batch.length)
  const touched = new Set<number>()
  spreadGradient(table, firsts, firstGradient, touched)
  spreadGradient(table, seconds, secondGradient, touched)
  updateRows(table, touched, rate, step)
  return loss
}

/** Each kind as often as its share says, in random order. */
function batchOrder(kinds: readonly PairKind[], batches: number, random: Random): readonly PairKind[] {
  const total = kinds.reduce((sum, kind) => sum + kind.share, 0)
  const order = kinds.flatMap((kind) =>
    Array<PairKind>(Math.max(1, Math.round((batches * kind.share) / total))).fill(kind),
  )
  return [...shuffledIndexes(random, order.length)].flatMap((index) => order[index] ?? [])
}

/** Walks through the records of a kind in random order, again and again; no text stands twice on a side of a batch. */
function createFeed(kind: PairKind, options: TrainingOptions, random: Random): () => Batch {
  let order = shuffledIndexes(random, kind.size)
  let next = 0
  return () => {
    const batch: (readonly [EncodedText, EncodedText])[] = []
    const firsts = new Set<string>()
    const seconds = new Set<string>()
    const tries = Math.min(kind.size, options.batchSize * 2)
    for (let tried = 0; tried < tries && batch.length < options.batchSize; tried++) {
      if (next >= order.length) {
        order = shuffledIndexes(random, kind.size)
        next = 0
      }
      const [first, second] = kind.pair(order[next++] ?? 0, random)
      const [firstKey, secondKey] = [keyOf(first), keyOf(second)]
      // The same text twice would be its own wrong answer; so would a word on the other side of another pair.
      if (firsts.has(firstKey) || seconds.has(secondKey)) continue
      firsts.add(firstKey)
      seconds.add(secondKey)
      batch.push([dropTokens(first, options.dropout, random), dropTokens(second, options.dropout, random)])
    }
    return batch
  }
}

function keyOf(text: EncodedText): string {
  return String.fromCharCode(...text.subarray(0, 24))
}

function dropTokens(text: EncodedText, share: number, random: Random): EncodedText {
  if (share === 0 || text.length <= 4) return text
  const kept = text.filter(() => random() >= share)
  return kept.length > 0 ? kept : text
}
