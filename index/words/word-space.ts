/** What the bundled model knows of single words: their vectors, how rare they are, how well they translate. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { UserError } from '../../src/errors.ts'
import type { Embedder } from '../../src/ports/embedder.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import type { Language } from '../../src/types.ts'
import { bundledModel } from '../embedding/model-traits.ts'
import { readConcepts } from './concepts.ts'

type WordFacts = { readonly rarity: number; readonly ceiling: number }
type WordList = ReadonlyMap<string, WordFacts>

/** 256 dimensions of 4 bytes each: 40,000 words take 41 MB. */
const rememberedWords = 40_000
/** What a word outside the lists is taken to reach in the other language: the middle of what the lists hold. */
const unknownCeiling = 0.55

export type WordSpaceFolders = {
  /** The bundled model's folder, which holds the word lists. */
  readonly model: string
  /** Hold the bilingual vocabulary: one concept a line, English forms, a tab, French forms. */
  readonly vocabulary: readonly string[]
}

/** The folders of the model that ships. */
export function bundledWordFolders(modelsFolder: string): WordSpaceFolders {
  return {
    model: join(modelsFolder, bundledModel),
    vocabulary: [join(modelsFolder, 'train', 'vocabulary')],
  }
}

/**
 * Opens the word lists beside the bundled model.
 * @param embedder the bundled model: its raw token vectors add up to a word's vector.
 */
export async function openWordSpace(folders: WordSpaceFolders, embedder: Embedder): Promise<WordSpace> {
  const { embedTokens } = embedder
  if (embedTokens === undefined) throw new Error(`${embedder.modelId} gives no token vectors`)
  const lists: Readonly<Record<Language, WordList>> = {
    en: await readWordList(join(folders.model, 'words.en.tsv')),
    fr: await readWordList(join(folders.model, 'words.fr.tsv')),
  }
  const concepts = await readConcepts(folders.vocabulary)
  const rarest: Readonly<Record<Language, number>> = { en: highestRarity(lists.en), fr: highestRarity(lists.fr) }
  const remembered = new LRUCache<string, Float32Array>({ max: rememberedWords })
  const other = (language: Language): Language => (language === 'en' ? 'fr' : 'en')

  return {
    async vectors(words) {
      const vectors = new Map<string, Float32Array>()
      const unknown = new Set<string>()
      for (const word of words) {
        const vector = vectors.get(word) ?? remembered.get(word)
        if (vector !== undefined) vectors.set(word, vector)
        else if (word.trim() !== '') unknown.add(word)
      }
      const missing = [...unknown]
      const found = missing.length === 0 ? [] : await embedTokens(missing, 'query')
      missing.forEach((word, position) => {
        const vector = sumToUnit(found[position]?.vectors ?? [])
        if (vector !== undefined) {
          remembered.set(word, vector)
          vectors.set(word, vector)
        }
      })
      return vectors
    },
    rarity: (word, language) => lists[language].get(word)?.rarity ?? rarest[language],
    isFrequent: (word, language) => lists[language].has(word),
    ceiling: (word, language) =>
      lists[language].has(word) ? 1 : (lists[other(language)].get(word)?.ceiling ?? unknownCeiling),
    shareConcept: concepts.share,
  }
}

async function readWordList(path: string): Promise<WordList> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UserError(`the word list ${path} cannot be read: restore models/ from the repository`, { cause })
  })
  const entries = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): [string, WordFacts] => {
      const [word = '', rarity = '', ceiling = ''] = line.split('\t')
      return [word, { rarity: Number(rarity), ceiling: Number(ceiling) }]
    })
  return new Map(entries)
}

function highestRarity(list: WordList): number {
  let highest = 0
  for (const { rarity } of list.values()) if (rarity > highest) highest = rarity
  return highest
}

function sumToUnit(vectors: readonly Float32Array[]): Float32Array | undefined {
  const [first, ...rest] = vectors
  if (first === undefined) return undefined
  const sum = Float32Array.from(first)
  for (const vector of rest) for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0)
  let squares = 0
  for (const value of sum) squares += value * value
  if (squares === 0) return undefined
  const norm = Math.sqrt(squares)
  return sum.map((value) => value / norm)
}
