import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MODEL_OPTIONS, type ModelOptions } from '../../models/train/build-model.ts'
import type { TextPair, TrainingData } from '../../models/train/read-pairs.ts'

const NOTHING: TrainingData = {
  laws: [],
  lawTerms: [],
  lexicon: [],
  glosses: [],
  tatoeba: [],
  tico: [],
  pud: [],
  news: [],
}

/** Some hundred plain sentences and their translations, written for these tests. */
export const everydayPairs: readonly TextPair[] = readFileSync(
  join(import.meta.dirname, 'fixtures', 'everyday.en-fr.tsv'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => {
    const [english = '', french = ''] = line.split('\t')
    return { english, french }
  })

export const trainedPairs = everydayPairs.slice(0, 340)
export const unseenPairs = everydayPairs.slice(340)

export function smallData(pairs: readonly TextPair[] = trainedPairs): TrainingData {
  return { ...NOTHING, tatoeba: pairs }
}

/** Trains in a second or two. */
export const smallOptions: ModelOptions = {
  ...MODEL_OPTIONS,
  pieces: 400,
  dimensions: 64,
  batchSize: 64,
  batches: 80,
  threads: 1,
}
