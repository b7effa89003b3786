/**
 * `npx tsx bench/large-corpus.ts [ARTICLES]` (10,000 unless given; needs `npm run build`): how fast the compiled program
 * indexes a large corpus, how soon one more article is answered by a desk that runs, and what a question costs there.
 * The articles are made up of the words of the seeds, each about a town of its own. Prints a Markdown table.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk } from '../src/commands/open-desk.ts'
import { createParts } from '../src/commands/parts.ts'
import { articleAbout, questionAbout } from './made-up-articles.ts'
import { quantile, type Run, runProgram } from './run-program.ts'

const articles = Number(process.argv[2] ?? 10_000)
const questions = 40
const pollMs = 20

const folder = mkdtempSync(join(tmpdir(), 'sourcier-large-'))
const seeds = join(folder, 'seeds')
const data = join(folder, 'data')
const environment = { SOURCIER_DATA: data, SOURCIER_SEEDS: seeds, SOURCIER_LOG_LEVEL: 'error' }

try {
  writeArticles()
  const started = performance.now()
  const indexing = index()
  const searchableMs = (await committed(0)) - started
  const first = await indexing
  const { passages } = first
  row('searchable after', `${(searchableMs / 1000).toFixed(1)} s`)
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
  row(
    'a question: median, one in twenty',
    [0.5, 0.95].map((share) => `${quantile(took, share).toFixed(0)} ms`).join(', '),
  )
  const found = await Promise.all([1, 2, 3].map((at) => ask(questionAbout(at))))
  row(
    'questions about one town whose own article is cited first',
    `${found.filter((answer, at) => answer.citations[0]?.article.id === `town-${at + 1}`).length} of 3`,
  )
  const delays: number[] = []
  for (let round = 0; round < 3; round += 1) delays.push(await timeOneMore(ask, round))
  row(
    'one more article, from its commit until the running desk finds it',
    `${Math.round(Math.max(...delays))} ms (largest of 3)`,
  )
  await parts.close()
}

/** The run is committed when its revision can be read; polling sees it at most a step late. */
async function timeOneMore(
  ask: (text: string) => Promise<{ readonly evidence: readonly { readonly article: { readonly id: string } }[] }>,
  round: number,
): Promise<number> {
  const town = articles + round
  writeFileSync(join(seeds, `town-${town}.txt`), articleAbout(town))
  const before = await revision()
  const indexing = index()
  const since = await committed(before)
  const isFound = async () =>
    (await ask(questionAbout(town))).evidence.some(({ article }) => article.id === `town-${town}`)
  while (!(await isFound())) {
    if (performance.now() - since > 60_000) throw new Error('the new article is never found')
  }
  const delay = performance.now() - since
  await indexing
  return delay
}

/** When a revision after this one can be read. */
async function committed(before: number): Promise<number> {
  while ((await revision()) === before) await new Promise((resolve) => setTimeout(resolve, pollMs))
  return performance.now()
}

/** 0 before the first. */
async function revision(): Promise<number> {
  const parts = createParts({ ...process.env, ...environment })
  try {
    return parts.hasCorpus() ? ((await (await parts.corpus()).index.revision())?.number ?? 0) : 0
  } finally {
    await parts.close()
  }
}

function writeArticles(): void {
  mkdirSync(seeds, { recursive: true })
  for (let town = 0; town < articles; town += 1) writeFileSync(join(seeds, `town-${town}.txt`), articleAbout(town))
}

async function index(): Promise<Run & { readonly passages: number }> {
  const run = await runProgram(['index', '--json'], environment)
  return { ...run, passages: Number(/"passages": (\d+)/.exec(run.output)?.[1] ?? 0) }
}

function row(what: string, figure: string): void {
  console.log(`| ${what} | ${figure} |`)
}
