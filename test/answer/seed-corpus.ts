/** The five seeds in a corpus in memory, asked through the model that ships: opened once a test file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSources } from '../../adapters/sources/files.ts'
import { deepen } from '../../index/contextual/deepen.ts'
import { createContextualEncoder } from '../../index/contextual/encoder.ts'
import { createModelClient } from '../../index/contextual/model-client.ts'
import { readManifest } from '../../index/contextual/model-files.ts'
import { createPassageText } from '../../index/contextual/passage-text.ts'
import { createContextualReader } from '../../index/contextual/reader.ts'
import { createContextualRetriever } from '../../index/contextual/retriever.ts'
import { openContextualVectors } from '../../index/contextual/vector-file.ts'
import { openEmbedder } from '../../index/embedding/embedder.ts'
import { bundledModel } from '../../index/embedding/model-traits.ts'
import { createMemoryCorpus } from '../../index/memory/corpus.ts'
import { bundledWordFolders, openWordSpace } from '../../index/words/word-space.ts'
import type { AskParts } from '../../src/ask.ts'
import { findHome } from '../../src/home.ts'
import { carryOut, planIndexing } from '../../src/indexing.ts'
import type { CorpusWriter } from '../../src/ports/corpus-writer.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { makeArticle } from '../../src/reading/article.ts'
import type { Article, Language } from '../../src/types.ts'

export const home = findHome()
export const seedsFolder = join(home, 'seeds')
export const modelsFolder = join(home, 'models')

export function openBundledEmbedder(): Promise<Embedder> {
  return openEmbedder({ model: bundledModel, modelsFolder, downloadFolder: join(home, 'data', 'models') })
}

export function openBundledWords(embedder: Embedder): Promise<WordSpace> {
  return openWordSpace(bundledWordFolders(modelsFolder), embedder)
}

export type MemoryCorpus = {
  readonly parts: AskParts
  readonly writer: CorpusWriter
  /** Makes the corpus hold exactly these articles. */
  update(articles: readonly Article[]): Promise<void>
}

/** The models that ship, in a process of their own that ends with the test file. */
const manifest = await readManifest(modelsFolder)
const client = createModelClient(modelsFolder)
const encoder = createContextualEncoder(client, manifest)
export const shippedReader = createContextualReader(client, manifest)

/** An empty corpus in memory, ready to be asked. */
export function createCorpus(embedder: Embedder, space: WordSpace): MemoryCorpus {
  const { index, writer } = createMemoryCorpus(() => new Date('2026-11-21T12:00:00Z'))
  const dataFolder = mkdtempSync(join(tmpdir(), 'sourcier-corpus-'))
  const { modelId, dimensions } = encoder
  const vectors = openContextualVectors({ dataFolder, modelId, dimensions, index })
  const textOf = createPassageText(index)
  const retriever = createContextualRetriever({ index, vectors, encoder, embedder, textOf })
  process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }))
  return {
    parts: { index, space, retriever, reader: shippedReader },
    writer,
    async update(articles) {
      const plan = await planIndexing(index, articles, () => false)
      await carryOut(plan, { index, writer, embedder }, { confirmed: true })
      await deepen({ vectors, textOf, embed: (texts) => encoder.embed(texts, 'passage') })
    },
  }
}

export async function readSeeds(): Promise<readonly Article[]> {
  const { articles, problems } = await readSources([seedsFolder], home)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return articles
}

/** An article as a test writes it. */
export function articleOf(id: string, text: string, language: Language = 'en'): Article {
  return makeArticle({ id, language, path: `test/${id}.txt`, text, sha256: id })
}
