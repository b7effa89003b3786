/**
 * `npm run bench`: how fast the compiled program is on this machine, with the articles in seeds/ and a data folder of its
 * own. Prints one line a figure. Compare figures of one run with each other: machines are noisy.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findHome } from '../src/home.ts'

type Run = { readonly milliseconds: number; readonly peakMegabytes: number; readonly output: string }

const home = findHome()
const program = join(home, 'dist', 'src', 'main.js')
const questions = join(home, 'test', 'golden', 'seeds.jsonl')
const repetitions = 5
const pollMs = 20

const data = await mkdtemp(join(tmpdir(), 'sourcier-bench-'))
try {
  const indexing = await time(['index'])
  say('indexing the seeds', `${Math.round(indexing.milliseconds)} ms from start to end`)
  const starts: number[] = []
  for (let round = 0; round < repetitions; round += 1) {
    starts.push((await time(['ask', 'How many computers and smartphones were seized?', '--private'])).milliseconds)
  }
  say('one question, from start to answer', `${Math.round(median(starts))} ms (median of ${repetitions})`)
  const batch = await time(['ask', '--batch', questions])
  const took = batch.output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => tookMs(JSON.parse(line)))
  say('a further question', `${median(took.slice(1)).toFixed(1)} ms (median of ${took.length - 1})`)
  say('peak resident memory of that batch', `${Math.round(batch.peakMegabytes)} MB`)
} finally {
  await rm(data, { recursive: true, force: true })
}

function time(words: readonly string[]): Promise<Run> {
  const started = performance.now()
  const child = spawn(process.execPath, [program, ...words], {
    cwd: home,
    env: { ...process.env, SOURCIER_DATA: data },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  let peakMegabytes = 0
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const poll = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0)
    peakMegabytes = Math.max(peakMegabytes, kilobytes / 1024)
  }, pollMs)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      clearInterval(poll)
      if (status !== 0) reject(new Error(`sourcier ${words.join(' ')} ended with ${status}`))
      else resolve({ milliseconds: performance.now() - started, peakMegabytes, output })
    })
  })
}

function tookMs(line: unknown): number {
  if (typeof line !== 'object' || line === null || !('answer' in line)) return Number.NaN
  const { answer } = line
  if (typeof answer !== 'object' || answer === null || !('tookMs' in answer)) return Number.NaN
  return Number(answer.tookMs)
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`)
}
