/** Opens what fitting and measuring share: the bundled model, and all collections with questions that are at hand. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbedder } from '../../index/embedding/embedder.ts'
import { bundledWordFolders, openWordSpace } from '../../index/words/word-space.ts'
import type { Embedder, WordSpace } from '../../src/ports.ts'
import type { Language } from '../../src/types.ts'
import { type Collection, indexCollection, readCollections, readQuestions } from './collections.ts'

export type Laboratory = {
  readonly embedder: Embedder
  readonly space: WordSpace
  readonly collections: readonly Collection[]
  /** Written by people who knew nothing of the program; no rule and no weight was made with them. */
  readonly unseen: readonly Collection[]
}

/** Languages of the seeds in the order of their names. */
const seedLanguages: readonly Language[] = ['fr', 'fr', 'fr', 'en', 'en']

/** @param questionFiles files in the golden format over the seeds, each a collection of its own. */
export async function openLaboratory(home: string, questionFiles: readonly string[]): Promise<Laboratory> {
  const embedder = await openEmbedder({
    model: 'bilingual',
    modelsFolder: join(home, 'models'),
    downloadFolder: join(home, 'data', 'models'),
  })
  const space = await openWordSpace(bundledWordFolders(join(home, 'models')), embedder)
  const collections = [...(await readCollections(join(home, 'test', 'collections'), embedder))]
  const names = (await readdir(join(home, 'seeds'))).filter((name) => name.endsWith('.txt')).sort()
  const files = names.map((name, position) => ({
    path: join(home, 'seeds', name),
    language: seedLanguages[position] ?? 'en',
  }))
  for (const path of questionFiles.filter((file) => existsSync(file))) {
    const questions = await readQuestions(path)
    collections.push(await indexCollection(`seeds:${path.split('/').at(-1)}`, files, questions, embedder))
  }
  return { embedder, space, collections, unseen: await readCollections(join(home, 'test', 'held-out'), embedder) }
}
