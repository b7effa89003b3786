/** The models that read, joined with the corpus: retrieval by contextual vectors, and the making of those vectors. */

import { deepen } from '../../index/contextual/deepen.ts'
import { createContextualEncoder } from '../../index/contextual/encoder.ts'
import { createModelClient } from '../../index/contextual/model-client.ts'
import { hasContextualModels, readManifest } from '../../index/contextual/model-files.ts'
import { createPassageText } from '../../index/contextual/passage-text.ts'
import { createContextualReader } from '../../index/contextual/reader.ts'
import { createContextualRetriever } from '../../index/contextual/retriever.ts'
import { openContextualVectors } from '../../index/contextual/vector-file.ts'
import { bundledModel } from '../../index/embedding/model-traits.ts'
import type { Log } from '../log.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { Reader } from '../ports/reader.ts'
import type { Retriever } from '../ports/retriever.ts'
import type { Settings } from '../settings.ts'

export type DeepenProgress = { readonly done: number; readonly total: number }

export type Contextual = {
  readonly modelId: string
  readonly reader: Reader
  /** Whether passages are found by these vectors: not where the maintainer has set another embedding model. */
  readonly searches: boolean
  retriever(embedder: Embedder): Retriever
  progress(): Promise<DeepenProgress>
  /** Makes the vectors that are missing; what was made stays when it is ended. One run at a time. */
  deepen(options?: {
    readonly onProgress?: (progress: DeepenProgress) => void
    readonly signal?: AbortSignal
  }): Promise<void>
  close(): Promise<void>
}

export type ContextualOptions = {
  readonly settings: Pick<Settings, 'embeddingModel'>
  readonly dataFolder: string
  readonly modelsFolder: string
  readonly log: Log
  readonly index: PassageIndex
}

/** Undefined where the models are not in the checkout. Throws FileError when a file is damaged. */
export async function openContextual(options: ContextualOptions): Promise<Contextual | undefined> {
  const { settings, dataFolder, modelsFolder, log, index } = options
  if (!hasContextualModels(modelsFolder)) return undefined
  const manifest = await readManifest(modelsFolder)
  const client = createModelClient(modelsFolder)
  const encoder = createContextualEncoder(client, manifest)
  const reader = createContextualReader(client, manifest)
  const { modelId, dimensions } = encoder
  const vectors = openContextualVectors({ dataFolder, log, modelId, dimensions, index })
  const textOf = createPassageText(index)
  let running: Promise<void> = Promise.resolve()

  const run: Contextual['deepen'] = async ({ onProgress, signal } = {}) => {
    const skipped = await deepen({
      vectors,
      textOf,
      embed: (texts) => encoder.embed(texts, 'passage', false),
      ...(onProgress !== undefined && { onProgress }),
      ...(signal !== undefined && { signal }),
    })
    if (skipped.skipped > 0)
      log.warn({ passages: skipped.skipped }, 'some passages have no words that the encoder knows')
  }
  return {
    modelId,
    reader,
    searches: settings.embeddingModel === bundledModel,
    retriever: (embedder) => createContextualRetriever({ index, vectors, encoder, embedder, textOf }),
    progress: () => vectors.progress(),
    deepen: (deepening) => {
      running = running.catch(() => undefined).then(() => run(deepening))
      return running
    },
    async close() {
      await reader.close()
      await client.close()
      await vectors.close()
    },
  }
}
