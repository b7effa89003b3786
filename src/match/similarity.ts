/**
 * How alike two words are, 0 to 1, within one language or across two. Words, not word pieces: a shared stem counts for
 * much, a number is the same number or another one, and the rest is the cosine of the word vectors, calibrated.
 */
import type { WordSpace } from '../ports/word-space.ts'
import { stem } from '../text/stems.ts'
import type { Language } from '../types.ts'
import { editDistance } from './edit-distance.ts'

/** The likeness of one question's word to a text's word (folded), 0 to 1. */
export type Likeness = (textWord: string) => number

export type WordMatcher = {
  /** For a question's word (folded), the likeness to the words of a language; each pair is compared once. */
  likenessOf(questionWord: string, textLanguage: Language): Likeness
}

/** Below this cosine two words have nothing to do with each other (measured on unrelated pairs). */
const unrelatedCosine = 0.12
/** No ceiling is taken to be lower: a word without any good translation must not match whatever is least bad. */
const lowestCeiling = 0.38
const sharedStem = 0.97
/** Words that the vocabulary lists as one concept: a translation says the same, a synonym nearly. */
const sharedConcept = { translation: 0.95, synonym: 0.88 }

/**
 * Prepares the comparison of a question's words with the words of the texts at hand.
 * A true translation pair reaches a cosine of only 0.4 to 0.8 and the same word 1.0, so that raw cosines prefer articles
 * in the question's language; each question word's cosine is therefore measured against the best that it could reach in
 * the language of the text.
 */
export async function prepareMatcher(
  words: WordSpace,
  questionLanguage: Language,
  questionWords: readonly string[],
  textWords: Iterable<string>,
): Promise<WordMatcher> {
  const vectors = await words.vectors([...questionWords, ...textWords])
  const rows: Readonly<Record<Language, Map<string, Likeness>>> = { en: new Map(), fr: new Map() }

  const prepare = (questionWord: string, textLanguage: Language): Likeness => {
    const spelling = prepareSpelling(questionWord, questionLanguage, textLanguage, words)
    const vector = vectors.get(questionWord)
    const ceiling = Math.max(lowestCeiling, words.ceiling(questionWord, textLanguage))
    const concept = questionLanguage === textLanguage ? sharedConcept.synonym : sharedConcept.translation
    const isNumber = hasDigit(questionWord)
    const compare = (textWord: string): number => {
      if (questionWord === textWord) return 1
      if (isNumber || hasDigit(textWord)) return 0
      const spelled = spelling(textWord)
      if (spelled >= sharedStem) return spelled
      if (words.shareConcept(questionWord, questionLanguage, textWord, textLanguage)) return concept
      const other = vectors.get(textWord)
      if (vector === undefined || other === undefined) return spelled
      const meaning = (dot(vector, other) - unrelatedCosine) / (ceiling - unrelatedCosine)
      return Math.max(spelled, Math.min(1, Math.max(0, meaning)))
    }
    return remember(compare)
  }

  return {
    likenessOf(questionWord, textLanguage) {
      const known = rows[textLanguage].get(questionWord)
      if (known !== undefined) return known
      const row = prepare(questionWord, textLanguage)
      rows[textLanguage].set(questionWord, row)
      return row
    },
  }
}

function remember(compare: Likeness): Likeness {
  const known = new Map<string, number>()
  return (textWord) => {
    const remembered = known.get(textWord)
    if (remembered !== undefined) return remembered
    const found = compare(textWord)
    known.set(textWord, found)
    return found
  }
}

function prepareSpelling(word: string, language: Language, textLanguage: Language, words: WordSpace): Likeness {
  const stems = new Set([stem(word, language), stem(word, textLanguage)])
  const isWord = words.isFrequent(word, 'en') || words.isFrequent(word, 'fr')
  const allowed = word.length >= 8 ? 2 : 1
  return (textWord) => {
    if (word.length < 3 || textWord.length < 3) return 0
    if (stems.has(stem(textWord, textLanguage))) return sharedStem
    // A misspelling: near in letters to the text's word, and one of the two no word. Short words and acronyms differ.
    if (word.length < 5 || textWord.length < 5 || Math.abs(word.length - textWord.length) > allowed) return 0
    if (isWord && words.isFrequent(textWord, textLanguage)) return 0
    const distance = editDistance(word, textWord, allowed)
    if (distance > allowed) return 0
    return isWord ? 0.6 - 0.1 * (distance - 1) : 0.95 - 0.05 * (distance - 1)
  }
}

function hasDigit(word: string): boolean {
  return /\d/.test(word)
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i += 1) sum += (left[i] ?? 0) * (right[i] ?? 0)
  return sum
}
