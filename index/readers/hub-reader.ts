/** A cross-encoder from a hub as a reader, downloaded on first use: each sentence is judged with what stands before it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../src/errors.ts'
import type { Reader, Stretch } from '../../src/ports.ts'
import { type LoadProgress, loadPairClassifier } from '../embedding/transformers.ts'

export type HubReaderOptions = {
  /** A model of the hub, `Xenova/bge-reranker-base`. */
  readonly model: string
  /** Where downloaded models are kept. */
  readonly downloadFolder: string
  readonly remoteHost?: string
  readonly onProgress?: (progress: LoadProgress) => void
}

export type HubReader = Reader & { close(): Promise<void> }

/** Pairs a call of the model; the time limit is looked at between them. */
const batchSize = 8
/** Characters of each part of a pair: such models read 512 pieces. */
const most = { question: 1_000, lead: 160, before: 300, sentence: 1_200 }

/** @throws UserError when the model cannot be had, or is no cross-encoder. */
export async function openHubReader(options: HubReaderOptions): Promise<HubReader> {
  const { model, downloadFolder, remoteHost, onProgress } = options
  const classifier = await loadPairClassifier({
    ...{ model, local: false, folder: downloadFolder },
    ...(remoteHost !== undefined && { remoteHost }),
    ...(onProgress && { onProgress }),
  }).catch((cause: unknown) => {
    throw cannotLoad(options, cause)
  })
  const readOne = async (question: string, stretch: Stretch, until: number): Promise<readonly number[] | undefined> => {
    const pairs = stretch.sentences.map((_, at): [string, string] => [
      question.slice(0, most.question),
      textOf(stretch, at),
    ])
    const found: number[] = []
    for (let start = 0; start < pairs.length; start += batchSize) {
      if (performance.now() >= until) return undefined
      found.push(...(await classifier.score(pairs.slice(start, start + batchSize))))
    }
    return found.map((odds) => 1 / (1 + Math.exp(-odds)))
  }
  return {
    modelId: model,
    async read(question, stretches, limitMs) {
      const until = performance.now() + limitMs
      const readings: ({ holds: number; sentences: readonly number[] } | undefined)[] = []
      for (const stretch of stretches) {
        const sentences = performance.now() >= until ? undefined : await readOne(question, stretch, until)
        readings.push(sentences === undefined ? undefined : { holds: Math.max(0, ...sentences), sentences })
      }
      return readings
    },
    close: () => classifier.close(),
  }
}

/** "He resigned" is judged with the sentence before it and the headline. */
function textOf({ lead = '', sentences }: Stretch, at: number): string {
  const before = sentences[at - 1] ?? ''
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
