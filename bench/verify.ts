/**
 * `npx tsx bench/verify.ts [ARTICLES]` (1,000 unless given; needs `npm run build`): how long `sourcier verify` takes for a
 * paragraph of 5,000 characters with 20 quotes, right ones, altered ones and ones of nobody: inside one process, and as a
 * whole command from its start to its end. Prints a Markdown table.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createParts } from '../src/commands/parts.ts'
import { findHome } from '../src/home.ts'
import { verifyAgainst } from '../src/verify/verify-against.ts'
import { articleAbout } from './made-up-articles.ts'
import { quantile, runProgram } from './run-program.ts'

const articles = Number(process.argv[2] ?? 1_000)
const runs = 25
const quotes = 20
const paragraphLength = 5_000
const pollMs = 250

const folder = mkdtempSync(join(tmpdir(), 'sourcier-verify-'))
const seeds = join(folder, 'seeds')
const environment = { SOURCIER_DATA: join(folder, 'data'), SOURCIER_SEEDS: seeds, SOURCIER_LOG_LEVEL: 'error' }

try {
  mkdirSync(seeds, { recursive: true })
  for (let town = 0; town < articles; town += 1) writeFileSync(join(seeds, `town-${town}.txt`), articleWithQuote(town))
  await indexUntilSearchable()
  row('', 'median', 'one in twenty')
  row('---', '---', '---')
  await measure('inside one process', insideOneProcess)
  await measure('the whole command', theWholeCommand)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Vectors take minutes and verification does not ask for them: the program is ended as soon as all articles can be found. */
async function indexUntilSearchable(): Promise<void> {
  const child = spawn(process.execPath, [join(findHome(), 'dist', 'src', 'main.js'), 'index'], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  while (child.exitCode === null && (await searchable()) < articles) await pause(pollMs)
  child.kill('SIGINT')
  await ended
  if ((await searchable()) < articles) throw new Error('the articles were not indexed')
}

async function searchable(): Promise<number> {
  const parts = createParts({ ...process.env, ...environment })
  try {
    return parts.hasCorpus() ? (await (await parts.corpus()).index.articles()).length : 0
  } finally {
    await parts.close()
  }
}

async function measure(name: string, run: (texts: readonly string[]) => Promise<readonly number[]>): Promise<void> {
  const took = await run(Array.from({ length: runs }, (_, round) => paragraphOf(round)))
  row(`${name} (${runs} runs)`, ...[0.5, 0.95].map((share) => `${quantile(took, share).toFixed(0)} ms`))
}

async function insideOneProcess(texts: readonly string[]): Promise<readonly number[]> {
  const parts = createParts({ ...process.env, ...environment })
  try {
    const { index } = await parts.corpus()
    const took: number[] = []
    const worked = process.cpuUsage()
    for (const text of texts) {
      const started = performance.now()
      const { quotes: judged } = await verifyAgainst(index, text)
      took.push(performance.now() - started)
      if (judged?.length !== quotes) throw new Error(`${judged?.length} of ${quotes} quotes were judged`)
    }
    const { user, system } = process.cpuUsage(worked)
    row('processor time of each', `${Math.round((user + system) / 1000 / texts.length)} ms`, '')
    return took
  } finally {
    await parts.close()
  }
}

async function theWholeCommand(texts: readonly string[]): Promise<readonly number[]> {
  const took: number[] = []
  for (const text of texts) took.push((await runProgram(['verify', '--json', text], environment)).milliseconds)
  return took
}

/** A made-up article with somebody's words in it. */
function articleWithQuote(town: number): string {
  const text = articleAbout(town)
  return `${text}\n\n"${saidIn(text)}," said ${speakerOf(town)}, the harbour master.`
}

/** The second sentence of the article, without its full stop. */
function saidIn(text: string): string {
  return (text.split('\n\n')[1] ?? '').split('. ')[0] ?? ''
}

function speakerOf(town: number): string {
  const syllables = ['Ba', 'Co', 'Di', 'Fe', 'Ga', 'Ho', 'Ja', 'Ke', 'Lu', 'Mo']
  const name = String(town).padStart(4, '0')
  const spell = (digits: string) => [...digits].map((digit) => syllables[Number(digit)]?.toLowerCase()).join('')
  const large = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`
  return `${large(spell(name.slice(0, 2)))}n ${large(spell(name.slice(2)))}rd`
}

/** Every fourth quote altered, every fifth nobody's, every seventh given to another. */
function paragraphOf(round: number): string {
  const sentences = Array.from({ length: quotes }, (_, at) => {
    const town = (round * quotes + at * 37) % articles
    const said = saidIn(articleWithQuote(town))
    const words =
      at % 4 === 3
        ? said.replace(/ \S+ \S+$/u, ' nothing else')
        : at % 5 === 4
          ? said.split(' ').toReversed().join(' ')
          : said
    return `${speakerOf(at % 7 === 6 ? town + 1 : town)}, the harbour master, said: "${words}."`
  })
  const length = sentences.join(' ').length
  const filler =
    ' The council of the region met again and spoke of the ships of the spring, of the quays and of the weather.'
  const padded = sentences.map((sentence) => `${sentence}${filler.repeat(3)}`)
  const each = Math.floor((paragraphLength - length) / quotes) - 1
  return padded.map((sentence, at) => sentence.slice(0, (sentences[at]?.length ?? 0) + Math.max(0, each))).join(' ')
}

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}
