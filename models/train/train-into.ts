import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { type BuiltModel, buildModel, type ModelOptions } from './build-model.ts'
import { exportModel } from './export-model.ts'
import { restoreRows } from './quantize.ts'
import type { TrainingData } from './read-pairs.ts'
import { createStaticModel } from './static-model.ts'
import { calibrateWords, formatWordList, frequentWords } from './word-lists.ts'

/** Two lists of this size and the weights stay below twelve megabytes. */
const LISTED_WORDS = 20_000

/** Trains a model and writes it with its word lists. Nobody reads half a model: the folder is replaced at the end. */
export async function trainInto(
  folder: string,
  data: TrainingData,
  options: ModelOptions,
  say: (step: string) => void,
): Promise<void> {
  const bar = trainingBar(options.batches)
  const built = await buildModel(data, options, { onStep: say, onBatch: bar.onBatch })
  bar.stop()
  const temporary = join(dirname(folder), `.${basename(folder)}.tmp`)
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  exportModel(temporary, built.pieces, built.table)
  say('calibrating the word lists')
  await writeWordLists(temporary, built, options.threads)
  rmSync(folder, { recursive: true, force: true })
  renameSync(temporary, folder)
}

async function writeWordLists(folder: string, built: BuiltModel, threads: number): Promise<void> {
  const lists = await calibrateWords(
    createStaticModel(built.pieces, restoreRows(built.table)),
    frequentWords(built.counts.english, LISTED_WORDS),
    frequentWords(built.counts.french, LISTED_WORDS),
    built.counts,
    threads,
  )
  writeFileSync(join(folder, 'words.en.tsv'), formatWordList(lists.english))
  writeFileSync(join(folder, 'words.fr.tsv'), formatWordList(lists.french))
}

/** Shows the loss as a running mean: batches of different kinds are not equally hard. */
function trainingBar(batches: number): {
  readonly onBatch: (batch: number, kind: string, loss: number) => void
  readonly stop: () => void
} {
  const bar = new SingleBar({
    format: 'training {bar} {percentage}% | batch {value}/{total} | loss {loss} | {eta_formatted} left',
    stream: process.stderr,
  })
  let mean: number | undefined
  return {
    onBatch: (batch, _kind, loss) => {
      if (mean === undefined) bar.start(batches, 0, { loss: '' })
      mean = mean === undefined ? loss : 0.98 * mean + 0.02 * loss
      bar.update(batch, { loss: mean.toFixed(3) })
    },
    stop: () => bar.stop(),
  }
}
