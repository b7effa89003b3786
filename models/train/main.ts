import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { z } from 'zod'
import { UserError } from '../../src/errors.ts'
import { isPlainWord } from './bert-text.ts'
import { MODEL_OPTIONS } from './build-model.ts'
import { type Measure, measureSentences, measureTranslation, measureWords } from './evaluate.ts'
import { measureQuestions } from './evaluate-questions.ts'
import { type HeldOut, holdOut } from './held-out.ts'
import { readModel, readWordList } from './read-model.ts'
import { type Entry, readTrainingData, toTextPairs } from './read-pairs.ts'
import { trainInto } from './train-into.ts'

const VOCABULARY = join(import.meta.dirname, 'vocabulary')

const Flags = z.object({
  pairs: z.string(),
  out: z.string(),
  seed: z.coerce.number().int(),
  batches: z.coerce.number().int().positive(),
  limit: z.coerce.number().int().positive().optional(),
  evaluateOnly: z.boolean().default(false),
  questions: z.string(),
  articles: z.string(),
  sentences: z.string().optional(),
})
type Flags = z.infer<typeof Flags>

async function main(): Promise<void> {
  const flags = readFlags()
  const started = performance.now()
  say(`reading ${flags.pairs}`)
  const { training, heldOut } = holdOut(readTrainingData(flags.pairs, VOCABULARY, flags.limit))
  if (!flags.evaluateOnly) {
    await trainInto(flags.out, training, { ...MODEL_OPTIONS, seed: flags.seed, batches: flags.batches }, say)
    say(`trained in ${Math.round((performance.now() - started) / 1000)} s`)
  }
  for (const measure of await measureAll(flags, heldOut, training.news)) {
    process.stdout.write(`${formatMeasure(measure)}\n`)
  }
}

function readFlags(): Flags {
  const command = new Command('train')
    .requiredOption('--pairs <folder>', 'folder of the pair files')
    .option('--out <folder>', 'where the model goes', 'models/bilingual')
    .option('--seed <number>', 'same seed, same weights on the same machine', String(MODEL_OPTIONS.seed))
    .option('--batches <number>', 'batches to train', String(MODEL_OPTIONS.batches))
    .option('--limit <records>', 'read so many records of each file')
    .option('--evaluate-only', 'measure the model in the --out folder')
    .option('--questions <file>', 'questions to measure with', '../shared/golden/dev.jsonl')
    .option('--articles <folder>', 'articles they are asked about', 'seeds')
    .option('--sentences <file>', 'more sentences to measure with: English, tab, French')
    .parse()
  const flags = Flags.safeParse(command.opts())
  if (flags.success) return flags.data
  throw new UserError(
    `--${flags.error.issues[0]?.path.join('.')} must be a whole number: see "npm run train -- --help"`,
  )
}

async function measureAll(flags: Flags, heldOut: HeldOut, news: readonly Entry[]): Promise<readonly Measure[]> {
  const model = await readModel(flags.out)
  const frenchWords = readWordList(flags.out, 'fr')
  const threads = MODEL_OPTIONS.threads
  const listed = news.map((entry) => ({ english: entry.english.find(isPlainWord) ?? '', french: entry.french }))
  const extra = flags.sentences === undefined ? [] : toTextPairs(readFileSync(flags.sentences, 'utf8'))
  return [
    ...(await measureTranslation(model, heldOut, frenchWords, threads)),
    await measureWords(model, 'own vocabulary (trained on)', listed, frenchWords, threads),
    ...(extra.length > 0 ? [await measureSentences(model, 'sentences given', extra, threads)] : []),
    ...measureQuestions(model, flags.questions, flags.articles),
  ]
}

function formatMeasure(measure: Measure): string {
  const figures = Object.entries(measure.figures).map(([name, value]) => `${name} ${value.toFixed(3)}`)
  return `${measure.what.padEnd(32)} n=${String(measure.count).padEnd(5)} ${figures.join('  ')}`
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  say(error.message)
  process.exitCode = 2
}
