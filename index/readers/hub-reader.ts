/** A cross-encoder from a hub as a reader, downloaded on first use: each sentence is judged with what stands before it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as giveWay } from 'node:timers/promises'
import { UserError } from '../../src/errors.ts'
import type { Reader, Stretch, StretchReading } from '../../src/ports/reader.ts'
import { createReader, type Readings } from '../../src/readers/create-reader.ts'
import { type LoadProgress, loadPairClassifier, type PairClassifier } from '../embedding/transformers.ts'

export type HubReaderOptions = {
  /** A model of the hub, `Xenova/bge-reranker-base`. */
  readonly model: string
  /** Where downloaded models are kept. */
  readonly downloadFolder: string
  readonly remoteHost?: string
  readonly onProgress?: (progress: LoadProgress) => void
}

/** Pairs a call of the model; the time limit is looked at between them. */
const batchSize = 8
/** Characters of each part of a pair: such models read 512 pieces. */
const most = { question: 1_000, lead: 160, before: 300, sentence: 1_200 }

/** Log-odds by which a sentence read together with the one before it must outdo that one, to be taken to answer itself. */
const leastGain = 1

/** @throws UserError when the model cannot be had, or is no cross-encoder. */
export async function openHubReader(options: HubReaderOptions): Promise<Reader> {
  const classifier = await loadTried(options).catch((cause: unknown) => {
    throw cannotLoad(options, cause)
  })
  /** Log-odds, one a text; undefined when they were not finished in time. */
  const scoreAll = async (question: string, texts: readonly string[], isOver: () => boolean) => {
    const odds: number[] = []
    for (let start = 0; start < texts.length; start += batchSize) {
      // The runtime computes on this thread: whoever else waits for it has a turn between two batches.
      await giveWay()
      if (isOver()) return undefined
      const batch = texts.slice(start, start + batchSize)
      odds.push(...(await classifier.score(batch.map((text): [string, string] => [question, text]))))
    }
    return odds
  }
  const readOne = async (
    question: string,
    stretch: Stretch,
    isOver: () => boolean,
  ): Promise<StretchReading | undefined> => {
    const places = [...stretch.sentences.keys()]
    const together = await scoreAll(
      question,
      places.map((at) => textOf(stretch, at, true)),
      isOver,
    )
    // Where the sentence before does as well by itself, what was found may be all its own.
    const doubtful = places.filter((at) => {
      const [own = 0, before = 0] = [together?.[at], together?.[at - 1]]
      return own > 0 && before > own - leastGain
    })
    const alone = await scoreAll(
      question,
      doubtful.map((at) => textOf(stretch, at, false)),
      isOver,
    )
    if (together === undefined || alone === undefined) return undefined
    const odds = new Map(doubtful.map((at, position) => [at, alone[position] ?? 0]))
    const sentences = together.map((value, at) => 1 / (1 + Math.exp(-Math.min(value, odds.get(at) ?? value))))
    return { holds: Math.max(0, ...sentences), sentences }
  }
  const readAll = async (question: string, stretches: readonly Stretch[], isOver: () => boolean): Promise<Readings> => {
    const asked = question.slice(0, most.question).trim() || '?'
    const readings: (StretchReading | undefined)[] = []
    for (const stretch of stretches) readings.push(isOver() ? undefined : await readOne(asked, stretch, isOver))
    return readings
  }
  const underWay = new Set<Promise<Readings>>()
  return createReader({
    modelId: options.model,
    async read(question, stretches, limitMs, signal) {
      const until = performance.now() + limitMs
      const reading = readAll(question, stretches, () => signal.aborted || performance.now() >= until)
      underWay.add(reading)
      return await reading.finally(() => underWay.delete(reading))
    },
    async close() {
      // A model is not taken away from under a batch.
      await Promise.allSettled(underWay)
      await classifier.close()
    },
  })
}

/** Pairs of unlike length, as they are read. */
const trial: readonly [string, string][] = [
  ['Who?', 'Somebody.'],
  ['Who was it?', 'It was somebody else, and later.'],
]

/** A model of another kind loads as well: whether it gives a number a pair is seen by asking for some. */
async function loadTried({ model, downloadFolder, remoteHost, onProgress }: HubReaderOptions): Promise<PairClassifier> {
  const classifier = await loadPairClassifier({
    ...{ model, local: false, folder: downloadFolder },
    ...(remoteHost !== undefined && { remoteHost }),
    ...(onProgress && { onProgress }),
  })
  try {
    const odds = await classifier.score(trial)
    if (!odds.every(Number.isFinite)) throw new Error(`the model ${model} gives no numbers`)
    return classifier
  } catch (error) {
    await classifier.close()
    throw error
  }
}

/** "He resigned" is judged with the headline, and with the sentence before it. */
function textOf({ lead = '', sentences }: Stretch, at: number, withBefore: boolean): string {
  const before = withBefore ? (sentences[at - 1] ?? '') : ''
  const parts = [lead.slice(0, most.lead), before.slice(-most.before), (sentences[at] ?? '').slice(0, most.sentence)]
  return parts.filter((part) => part.trim() !== '').join(' ') || '.'
}

function cannotLoad({ model, downloadFolder }: HubReaderOptions, cause: unknown): UserError {
  const kept = join(downloadFolder, model)
  const problem = existsSync(kept)
    ? `the reader ${model} could not be read from ${kept}: delete that folder to download it again, check the network`
    : `the reader ${model} is not on this machine and could not be downloaded: check the name and the network`
  return new UserError(`${problem}, or leave SOURCIER_READER_MODEL out to use the one that ships`, { cause })
}
