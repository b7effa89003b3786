import { foldText } from './bert-text.ts'
import type { Entry, TextPair, TrainingData } from './read-pairs.ts'

/** What is never trained on: measured instead. */
export type HeldOut = {
  readonly tatoeba: readonly TextPair[]
  readonly tico: readonly TextPair[]
  readonly pud: readonly TextPair[]
  /** English words that no lexicon entry was trained with, each with all its French words. */
  readonly words: readonly { readonly english: string; readonly french: readonly string[] }[]
}

const SENTENCES = { tatoeba: 1000, tico: 500, pud: 300 } as const
const WORDS = 500

/** The last sentences of each source, and `WORDS` English words spread over the lexicon with every entry they are in. */
export function holdOut(data: TrainingData): { readonly training: TrainingData; readonly heldOut: HeldOut } {
  const words = heldOutWords(data.lexicon)
  const isHeldOut = (word: string): boolean => words.has(foldText(word))
  const sentences = {
    tatoeba: data.tatoeba.slice(cutOf(data.tatoeba, SENTENCES.tatoeba)),
    tico: data.tico.slice(cutOf(data.tico, SENTENCES.tico)),
    pud: data.pud.slice(cutOf(data.pud, SENTENCES.pud)),
  }
  const seen = new Set(
    Object.values(sentences).flatMap((pairs) => pairs.flatMap((pair) => [pair.english, pair.french])),
  )
  const isNew = (pair: TextPair): boolean => !seen.has(pair.english) && !seen.has(pair.french)
  return {
    training: {
      ...data,
      lexicon: data.lexicon
        .map((entry) => ({ ...entry, english: entry.english.filter((word) => !isHeldOut(word)) }))
        .filter((entry) => entry.english.length > 0),
      tatoeba: data.tatoeba.slice(0, cutOf(data.tatoeba, SENTENCES.tatoeba)).filter(isNew),
      tico: data.tico.slice(0, cutOf(data.tico, SENTENCES.tico)).filter(isNew),
      pud: data.pud.slice(0, cutOf(data.pud, SENTENCES.pud)).filter(isNew),
    },
    heldOut: { ...sentences, words: [...words].map(([english, french]) => ({ english, french: [...french] })) },
  }
}

/** Small files give a third, so that a trial run has something to train on. */
function cutOf(pairs: readonly TextPair[], wanted: number): number {
  return pairs.length - Math.min(wanted, Math.floor(pairs.length / 3))
}

/** Single words of at least four letters that have a single French word spelt otherwise, evenly spread. */
function heldOutWords(lexicon: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const translations = new Map<string, Set<string>>()
  for (const entry of lexicon) {
    for (const word of entry.english.map(foldText).filter(isSingleWord)) {
      const known = translations.get(word) ?? new Set<string>()
      for (const french of entry.french.map(foldText).filter(isSingleWord)) known.add(french)
      translations.set(word, known)
    }
  }
  const candidates = [...translations].filter(([word, french]) => french.size > 0 && !french.has(word))
  const wanted = Math.min(WORDS, Math.floor(candidates.length / 20))
  const step = candidates.length / Math.max(1, wanted)
  return new Map(
    Array.from({ length: wanted }, (_, index) => candidates[Math.floor(index * step)]).filter(
      (item) => item !== undefined,
    ),
  )
}

function isSingleWord(word: string): boolean {
  return /^[a-z]{4,}$/.test(word)
}
