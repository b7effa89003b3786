/**
 * `npm run bench`: how fast the compiled program is on this machine, with the articles in seeds/ and a data folder of its
 * own. Prints one line a figure. Compare figures of one run with each other: machines are noisy.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findHome } from '../src/home.ts'
import { quantile, runProgram } from './run-program.ts'

const questions = join(findHome(), 'test', 'golden', 'seeds.jsonl')
const repetitions = 5

const data = await mkdtemp(join(tmpdir(), 'sourcier-bench-'))
const run = (...words: string[]) => runProgram(words, { SOURCIER_DATA: data })
try {
  const indexing = await run('index')
  say('indexing the seeds, with their contextual vectors', `${Math.round(indexing.milliseconds)} ms`)
  const starts: number[] = []
  for (let round = 0; round < repetitions; round += 1) {
    starts.push((await run('ask', 'How many computers and smartphones were seized?', '--private')).milliseconds)
  }
  say('one question, from start to answer', `${Math.round(quantile(starts, 0.5))} ms (median of ${repetitions})`)
  const batch = await run('ask', '--batch', questions)
  const took = batch.output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => tookMs(JSON.parse(line)))
    .slice(1)
  const [median, high] = [0.5, 0.95].map((share) => `${quantile(took, share).toFixed(0)} ms`)
  say('a further question', `${median} (median of ${took.length}), ${high} (one in twenty)`)
  say('peak resident memory of that batch, both processes', `${Math.round(batch.peakMegabytes)} MB`)
} finally {
  await rm(data, { recursive: true, force: true })
}

function tookMs(line: unknown): number {
  if (typeof line !== 'object' || line === null || !('answer' in line)) return Number.NaN
  const { answer } = line
  if (typeof answer !== 'object' || answer === null || !('tookMs' in answer)) return Number.NaN
  return Number(answer.tookMs)
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`)
}
