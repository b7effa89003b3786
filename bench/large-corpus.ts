/**
 * `npx tsx bench/large-corpus.ts [ARTICLES]` (10,000 unless given; needs `npm run build`): how fast the compiled program
 * indexes a large corpus, how soon one more article is answered by a desk that runs, and what a question costs there.
 * The articles are made up of the words of the seeds, each about a town of its own. Prints a Markdown table.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk } from '../src/commands/open-desk.ts'
import { createParts } from '../src/commands/parts.ts'
import { findHome } from '../src/home.ts'
import { articleAbout, questionAbout } from './made-up-articles.ts'

const articles = Number(process.argv[2] ?? 10_000)
const questions = 40
const pollMs = 20

const home = findHome()
const folder = mkdtempSync(join(tmpdir(), 'sourcier-large-'))
const seeds = join(folder, 'seeds')
const data = join(folder, 'data')
const environment = { SOURCIER_DATA: data, SOURCIER_SEEDS: seeds, SOURCIER_LOG_LEVEL: 'error' }

try {
  writeArticles()
  const first = await index()
  const { passages } = first
  row('first indexing', `${articles} articles, ${passages} passages in ${(first.milliseconds / 1000).toFixed(1)} s`)
  row('passages a second, from start to end of the program', String(Math.round(passages / (first.milliseconds / 1000))))
  row('peak resident memory of indexing', `${Math.round(first.peakMegabytes)} MB`)
  row('indexing again, nothing changed', `${((await index()).milliseconds / 1000).toFixed(1)} s`)
  await measureDesk()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measureDesk(): Promise<void> {
  const parts = createParts({ ...process.env, ...environment })
  const desk = await openDesk(parts)
  const ask = async (text: string) => await desk.ask({ text, asker: 'bench', private: true })
  await ask(questionAbout(0))
  const took: number[] = []
  for (let at = 0; at < questions; at += 1) {
    took.push((await ask(questionAbout(Math.floor((at * articles) / questions)))).tookMs)
  }
  row('a question (median)', `${median(took).toFixed(0)} ms`)
  const found = await Promise.all([1, 2, 3].map((at) => ask(questionAbout(at))))
  row(
    'questions about one town whose own article is cited first',
    `${found.filter((answer, at) => answer.citations[0]?.article.id === `town-${at + 1}`).length} of 3`,
  )
  const delays: number[] = []
  for (let round = 0; round < 3; round += 1) delays.push(await timeOneMore(ask, round))
  row(
    'one more article, from its commit to its answer by the running desk',
    `${Math.round(Math.max(...delays))} ms (largest of 3)`,
  )
  await parts.close()
}

/** The run is committed when its revision can be read; polling sees it at most a step late. */
async function timeOneMore(
  ask: (text: string) => Promise<{ readonly citations: readonly { readonly article: { readonly id: string } }[] }>,
  round: number,
): Promise<number> {
  const town = articles + round
  writeFileSync(join(seeds, `town-${town}.txt`), articleAbout(town))
  const reader = createParts({ ...process.env, ...environment })
  const { index: stored } = await reader.corpus()
  const before = (await stored.revision())?.number ?? 0
  const indexing = index()
  while (((await stored.revision())?.number ?? 0) === before)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  const committed = performance.now()
  while ((await ask(questionAbout(town))).citations[0]?.article.id !== `town-${town}`) {
    if (performance.now() - committed > 60_000) throw new Error('the new article is never answered from')
  }
  const delay = performance.now() - committed
  await indexing
  await reader.close()
  return delay
}

function writeArticles(): void {
  mkdirSync(seeds, { recursive: true })
  for (let town = 0; town < articles; town += 1) writeFileSync(join(seeds, `town-${town}.txt`), articleAbout(town))
}

async function index(): Promise<{
  readonly milliseconds: number
  readonly peakMegabytes: number
  readonly passages: number
}> {
  const started = performance.now()
  const child = spawn(process.execPath, [join(home, 'dist', 'src', 'main.js'), 'index', '--json'], {
    cwd: home,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  let peakMegabytes = 0
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const poll = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peakMegabytes = Math.max(peakMegabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // It has ended.
    }
  }, pollMs)
  return await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      clearInterval(poll)
      if (status !== 0) reject(new Error(`sourcier index ended with ${status}`))
      const passages = Number(/"passages": (\d+)/.exec(output)?.[1] ?? 0)
      resolve({ milliseconds: performance.now() - started, peakMegabytes, passages })
    })
  })
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0
}

function row(what: string, figure: string): void {
  console.log(`| ${what} | ${figure} |`)
}
