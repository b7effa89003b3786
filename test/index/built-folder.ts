import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { BaseIdentity } from '../../index/hnsw/manifest.ts'
import type { Log } from '../../index/log.ts'
import { type Corpus, openCorpus } from '../../index/open.ts'
import type { EmbeddedArticle } from '../../src/ports/corpus-writer.ts'
import { change, manySamples, model } from '../contracts/corpus-samples.ts'

export const articles = manySamples(50)

export function open(dataFolder: string): Corpus & { readonly messages: string[] } {
  const messages: string[] = []
  const keep: Log['info'] = (fields, message) => {
    messages.push(`${message} ${JSON.stringify(fields)}`)
  }
  return { ...openCorpus({ dataFolder, hnswFrom: 1, log: { info: keep, warn: keep } }), messages }
}

export async function commit(
  corpus: Corpus,
  add: readonly EmbeddedArticle[],
  remove: readonly string[] = [],
): Promise<void> {
  await corpus.writer.commit(change({ add, remove }), model)
  await corpus.index.settle()
}

/** Each passage's own vector finds it first. */
export async function expectRight(corpus: Corpus, of: readonly EmbeddedArticle[] = articles): Promise<void> {
  for (const { passages, vectors } of of.slice(0, 10)) {
    const hits = await corpus.index.nearest(vectors[1] ?? new Float32Array(), 5)
    expect(hits).toHaveLength(5)
    expect(hits[0]?.passageId).toBe(passages[1]?.id)
  }
}

export const filesIn = (dataFolder: string) => readdirSync(join(dataFolder, 'vectors')).sort()

/** Gives folders with a corpus of one revision and its vector index: copies of one that is built once. */
export function builtFolders(newFolder: () => string): () => Promise<string> {
  let built: string | undefined
  return async () => {
    if (built === undefined) {
      built = newFolder()
      const corpus = open(built)
      await commit(corpus, articles)
      expect(corpus.messages.join()).toMatch(/index built.*index loaded/)
      await corpus.close()
    }
    const dataFolder = newFolder()
    cpSync(built, dataFolder, { recursive: true })
    return dataFolder
  }
}

export function editManifest(folder: string, parts: Record<string, unknown>): void {
  const file = join(folder, '1.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...parts }))
}

export function identityIn(folder: string): BaseIdentity {
  const { corpus, revision, builtAt, modelId, dimensions, count } = JSON.parse(
    readFileSync(join(folder, '1.json'), 'utf8'),
  )
  return { corpus, revision, builtAt, modelId, dimensions, count }
}
