import { splitWords } from './bert-text.ts'
import type { TrainingData } from './read-pairs.ts'

/**
 * How often words occur, balanced: each source counts for its share however long it is, or statutes would crowd out
 * everything else. Shares of a language sum to 1.
 */
export type WordCounts = {
  /** Share of the running words. */
  readonly frequency: ReadonlyMap<string, number>
  /** Share of the texts that hold the word. */
  readonly textShare: ReadonlyMap<string, number>
  /** Times seen, over all sources. */
  readonly seen: ReadonlyMap<string, number>
}

type Source = { readonly share: number; readonly texts: readonly string[] }

export type LanguageSide = 'english' | 'french'

/** Counts folded words and punctuation marks of one language. */
export function countWords(data: TrainingData, side: LanguageSide): WordCounts {
  const sources = textSources(data, side).filter((source) => source.texts.length > 0)
  const total = sources.reduce((sum, source) => sum + source.share, 0)
  const frequency = new Map<string, number>()
  const textShare = new Map<string, number>()
  const seen = new Map<string, number>()
  for (const source of sources) {
    const counted = countSource(source.texts)
    for (const [word, { times, texts }] of counted.words) {
      add(frequency, word, (times / counted.times) * (source.share / total))
      add(textShare, word, (texts / source.texts.length) * (source.share / total))
      add(seen, word, times)
    }
  }
  return { frequency, textShare, seen }
}

function textSources(data: TrainingData, side: LanguageSide): readonly Source[] {
  const general: readonly Source[] = [
    { share: 0.2, texts: data.laws.map((law) => `${law.headings[side]} ${law[side]}`) },
    { share: 0.04, texts: data.lawTerms.map((term) => term[side]) },
    { share: 0.22, texts: data.tatoeba.map((pair) => pair[side]) },
    { share: 0.16, texts: data.tico.map((pair) => pair[side]) },
    { share: 0.16, texts: data.pud.map((pair) => pair[side]) },
    { share: 0.06, texts: data.lexicon.map((entry) => entry[side].join(' ')) },
    { share: 0.1, texts: data.news.map((entry) => entry[side].join(' ')) },
  ]
  if (side === 'french') return general
  return [...general, { share: 0.16, texts: data.glosses.map((entry) => `${entry.gloss} ${entry.examples.join(' ')}`) }]
}

function countSource(texts: readonly string[]): {
  readonly times: number
  readonly words: ReadonlyMap<string, { times: number; texts: number }>
} {
  const words = new Map<string, { times: number; texts: number }>()
  let times = 0
  for (const text of texts) {
    const running = splitWords(text)
    times += running.length
    const fresh = new Set<string>()
    for (const word of running) {
      const count = words.get(word) ?? { times: 0, texts: 0 }
      count.times++
      if (!fresh.has(word)) count.texts++
      fresh.add(word)
      words.set(word, count)
    }
  }
  return { times, words }
}

function add(counts: Map<string, number>, word: string, amount: number): void {
  counts.set(word, (counts.get(word) ?? 0) + amount)
}
