import type { Language } from '../types.ts'

/** What is known of single words in both languages: comes with the model that ships, whatever embeds the passages. */
export interface WordSpace {
  /** Unit vectors of folded words, by word; a word without a vector is left out. */
  vectors(words: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>
  /** Natural logarithm of texts / texts with the word, in general language; the highest known when the word is rare. */
  rarity(word: string, language: Language): number
  /** Whether the word is among the frequent words of a language. */
  isFrequent(word: string, language: Language): boolean
  /** The best cosine that a word in `language` reaches with this one; what a perfect translation would get. 0 to 1. */
  ceiling(word: string, language: Language): number
  /** Whether both words are listed as saying the same thing: forms and synonyms of one language, or translations. */
  shareConcept(left: string, leftLanguage: Language, right: string, rightLanguage: Language): boolean
}
