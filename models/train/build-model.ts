import { alignWords } from './align-words.ts'
import { isPlainWord, splitWords } from './bert-text.ts'
import { countryAndMonthNames } from './common-names.ts'
import { pairKinds, type WordPair } from './pair-kinds.ts'
import { type QuantizedTable, quantizeRows } from './quantize.ts'
import type { TextPair, TrainingData } from './read-pairs.ts'
import { alignedGroups, entryGroups, tightenGroups } from './tighten-groups.ts'
import { type OnBatch, type TrainingOptions, trainTable } from './train-table.ts'
import { trainVocabulary } from './train-vocabulary.ts'
import { weighRows } from './weigh-rows.ts'
import { countWords, type WordCounts } from './word-counts.ts'
import { createTokenizer } from './word-piece.ts'

export type ModelOptions = TrainingOptions & {
  /** Size of the vocabulary: what decides the size of the model. */
  readonly pieces: number
  /** Share of the vocabulary for whole words. */
  readonly wordShare: number
  /** How far the words of a group are turned towards each other after training; 0 leaves them. */
  readonly pull: { readonly aligned: number; readonly entries: number }
  /** How much rare words gain weight after training; 0 leaves the norms as trained. */
  readonly idfPower: number
}

export type BuiltModel = {
  readonly pieces: readonly string[]
  readonly table: QuantizedTable
  readonly counts: { readonly english: WordCounts; readonly french: WordCounts }
}

/** What is going on, for people. */
export type Report = { readonly onStep: (step: string) => void; readonly onBatch: OnBatch }

const SILENT: Report = { onStep: () => {}, onBatch: () => {} }
const SURE_ALIGNMENT = 0.25

/** Defaults of the model that ships. */
export const MODEL_OPTIONS: ModelOptions = {
  pieces: 39_000,
  wordShare: 0.8,
  dimensions: 256,
  batchSize: 1024,
  batches: 2000,
  rate: 0.03,
  scale: 20,
  spread: 0.05,
  dropout: 0.1,
  threads: 2,
  seed: 1,
  pull: { aligned: 0.3, entries: 1 },
  idfPower: 0.3,
}

/** From pairs to a table of whole numbers: vocabulary, aligned words, training, tightening, rounding. */
export async function buildModel(
  data: TrainingData,
  options: ModelOptions,
  report: Report = SILENT,
): Promise<BuiltModel> {
  report.onStep('counting words')
  const counts = { english: countWords(data, 'english'), french: countWords(data, 'french') }
  report.onStep('choosing word pieces')
  const pieces = chooseVocabulary(data, counts, options)
  report.onStep('aligning words')
  const aligned = alignWords(alignableTexts(data))
  const kinds = pairKinds(data, aligned, createTokenizer(pieces))
  report.onStep(`training on ${kinds.length} kinds of pairs, ${aligned.length} of them aligned words`)
  const { values } = await trainTable(pieces.length, kinds, options, report.onBatch)
  tighten(values, pieces, data, aligned, options)
  weighRows(values, pieces, counts, options.idfPower)
  return { pieces, table: quantizeRows(values, pieces.length, options.dimensions), counts }
}

function chooseVocabulary(data: TrainingData, counts: BuiltModel['counts'], options: ModelOptions): readonly string[] {
  const seen = addUp(counts.english.seen, counts.french.seen)
  return trainVocabulary(addUp(counts.english.frequency, counts.french.frequency), seen, {
    size: options.pieces,
    wordShare: options.wordShare,
    forced: vocabularyWords(data, seen),
    minimumSeen: 3,
  })
}

function tighten(
  values: Float32Array,
  pieces: readonly string[],
  data: TrainingData,
  aligned: readonly WordPair[],
  options: ModelOptions,
): void {
  tightenGroups(values, options.dimensions, alignedGroups(aligned, pieces, SURE_ALIGNMENT), options.pull.aligned)
  tightenGroups(values, options.dimensions, entryGroups(data.news, pieces), options.pull.entries)
}

function alignableTexts(data: TrainingData): readonly TextPair[] {
  return [
    ...data.tatoeba,
    ...data.tico,
    ...data.pud,
    ...data.lawTerms,
    ...data.laws.map((law) => law.headings),
    ...data.laws,
  ]
}

/**
 * Words of our own vocabulary that also occur elsewhere, and names of countries, are one piece each, however rare.
 * Forms that nobody uses ("larguées") would take the place of words that somebody does.
 */
function vocabularyWords(data: TrainingData, seen: ReadonlyMap<string, number>): readonly string[] {
  const wordsOf = (texts: readonly string[]): readonly string[] => texts.flatMap(splitWords).filter(isPlainWord)
  const listed = new Map<string, number>()
  for (const word of wordsOf(data.news.flatMap((entry) => [...entry.english, ...entry.french]))) {
    listed.set(word, (listed.get(word) ?? 0) + 1)
  }
  const used = [...listed].filter(([word, times]) => (seen.get(word) ?? 0) >= times + 2).map(([word]) => word)
  return [...new Set([...used, ...wordsOf(countryAndMonthNames().flatMap((pair) => [pair.english, pair.french]))])]
}

function addUp(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sum = new Map(left)
  for (const [word, amount] of right) sum.set(word, (sum.get(word) ?? 0) + amount)
  return sum
}
