/** The word pieces of a static model, whose vectors depend on nothing around them: each word is taken apart once. */
import { LRUCache } from 'lru-cache'
import type { WordPieces } from '../../src/ports/embedder.ts'
import type { TransformersModel } from './transformers.ts'

/** Words of the texts, with the marks that stand at them: about 100 bytes each. */
const rememberedWords = 50_000
/** Vectors looked up at a time, 256 × 4 bytes each. */
const batchSize = 4_096

export function createWordPieces(
  model: Pick<TransformersModel, 'encode' | 'lookUp'>,
): Omit<WordPieces, 'numbersOf'> & { numbersOf(texts: readonly string[]): Promise<readonly (readonly number[])[]> } {
  const remembered = new LRUCache<string, readonly number[]>({ max: rememberedWords })
  return {
    async numbersOf(texts) {
      const split = texts.map(wordsOf)
      const words = new Map<string, readonly number[] | undefined>()
      for (const word of split.flat()) if (!words.has(word)) words.set(word, remembered.get(word))
      const unknown = [...words].flatMap(([word, numbers]) => (numbers === undefined ? [word] : []))
      const encoded = unknown.length === 0 ? [] : await model.encode(unknown)
      unknown.forEach((word, position) => {
        const numbers = encoded[position] ?? []
        words.set(word, numbers)
        remembered.set(word, numbers)
      })
      return split.map((text) => text.flatMap((word) => words.get(word) ?? []))
    },
    async vectorsOf(numbers) {
      const vectors: Float32Array[] = []
      for (let start = 0; start < numbers.length; start += batchSize) {
        vectors.push(...(await model.lookUp(numbers.slice(start, start + batchSize))))
      }
      return vectors
    },
  }
}

/** No piece reaches over white space, and nothing that the tokenizer does to a letter looks across it. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[ \n]+/).filter((word) => word !== '')
}
