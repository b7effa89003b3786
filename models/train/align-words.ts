import { isPlainWord, splitWords } from './bert-text.ts'
import type { WordPair } from './pair-kinds.ts'
import { PairNumbers } from './pair-numbers.ts'
import type { TextPair } from './read-pairs.ts'

/**
 * Finds which words translate which, from translated texts (IBM's model 1, in both directions). So the words of the
 * sentences, with their inflections ("arrested", "arrêtés"), become training pairs as dictionaries hold only "arrest".
 */
export type AlignmentOptions = {
  /** Longer texts say too little about which word goes with which. */
  readonly longestText: number
  readonly iterations: number
  /** Geometric mean of both translation probabilities, at least. */
  readonly minimumShare: number
  /** Times the two are expected to stand for each other, at least. */
  readonly minimumTimes: number
}

export const ALIGNMENT: AlignmentOptions = { longestText: 32, iterations: 6, minimumShare: 0.12, minimumTimes: 1.5 }

const NOTHING = ''

/** Word pairs, the surest first. */
export function alignWords(texts: readonly TextPair[], options: AlignmentOptions = ALIGNMENT): readonly WordPair[] {
  const english = createWordIds()
  const french = createWordIds()
  const pairs = new PairNumbers()
  // Each text pair as a block of pair numbers: one row a target word, one column a source word.
  const blocks: { readonly rows: number; readonly columns: number; readonly cells: Int32Array }[] = []
  for (const text of texts) {
    const sources = [NOTHING, ...splitWords(text.english).filter(isPlainWord)].map(english.idOf)
    const targets = [NOTHING, ...splitWords(text.french).filter(isPlainWord)].map(french.idOf)
    if (Math.max(sources.length, targets.length) > options.longestText || Math.min(sources.length, targets.length) < 2)
      continue
    const cells = Int32Array.from(targets.flatMap((target) => sources.map((source) => pairs.numberOf(source, target))))
    blocks.push({ rows: targets.length, columns: sources.length, cells })
  }
  const toFrench = estimate(blocks, pairs, 'rows', options.iterations)
  const toEnglish = estimate(blocks, pairs, 'columns', options.iterations)
  const found: WordPair[] = []
  for (let pair = 0; pair < pairs.size; pair++) {
    const share = Math.sqrt((toFrench.probability[pair] ?? 0) * (toEnglish.probability[pair] ?? 0))
    const times = Math.min(toFrench.times[pair] ?? 0, toEnglish.times[pair] ?? 0)
    if (share < options.minimumShare || times < options.minimumTimes) continue
    const words = { english: english.wordOf(pairs.leftOf(pair)), french: french.wordOf(pairs.rightOf(pair)) }
    if (words.english !== NOTHING && words.french !== NOTHING) found.push({ ...words, share })
  }
  return found.sort((left, right) => right.share - left.share || (left.english < right.english ? -1 : 1))
}

type Block = { readonly rows: number; readonly columns: number; readonly cells: Int32Array }
type Estimate = { readonly probability: Float64Array; readonly times: Float64Array }

/** `rows`: each target word is explained by the source words; `columns`: the other way round. */
function estimate(blocks: readonly Block[], pairs: PairNumbers, by: 'rows' | 'columns', iterations: number): Estimate {
  let probability = new Float64Array(pairs.size).fill(1)
  let times = new Float64Array(pairs.size)
  for (let iteration = 0; iteration < iterations; iteration++) {
    times = new Float64Array(pairs.size)
    for (const block of blocks) spreadTimes(block, by, probability, times)
    const totals = new Float64Array(1 + pairs.largestId)
    const givenOf = (pair: number): number => (by === 'rows' ? pairs.leftOf(pair) : pairs.rightOf(pair))
    for (let pair = 0; pair < pairs.size; pair++)
      totals[givenOf(pair)] = (totals[givenOf(pair)] ?? 0) + (times[pair] ?? 0)
    probability = times.map((value, pair) => value / Math.max(totals[givenOf(pair)] ?? 0, 1e-12))
  }
  return { probability, times }
}

function spreadTimes(block: Block, by: 'rows' | 'columns', probability: Float64Array, times: Float64Array): void {
  const [outer, inner] = by === 'rows' ? [block.rows, block.columns] : [block.columns, block.rows]
  const [outerStep, innerStep] = by === 'rows' ? [block.columns, 1] : [1, block.columns]
  // The first word of each side is "nothing": it explains words that have no translation and is itself not explained.
  for (let one = 1; one < outer; one++) {
    let total = 0
    for (let other = 0; other < inner; other++)
      total += probability[block.cells[one * outerStep + other * innerStep] ?? 0] ?? 0
    for (let other = 0; other < inner; other++) {
      const cell = block.cells[one * outerStep + other * innerStep] ?? 0
      times[cell] = (times[cell] ?? 0) + (probability[cell] ?? 0) / total
    }
  }
}

function createWordIds(): { readonly idOf: (word: string) => number; readonly wordOf: (id: number) => string } {
  const ids = new Map<string, number>()
  const words: string[] = []
  return {
    idOf: (word) => {
      const known = ids.get(word)
      if (known !== undefined) return known
      ids.set(word, words.length)
      words.push(word)
      return words.length - 1
    },
    wordOf: (id) => words[id] ?? '',
  }
}
