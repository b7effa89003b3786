/**
 * Malformed inputs through real indexing runs of the compiled program: afterwards the corpus is sound, holds exactly what
 * the readers make of the inputs, or what it held before, and answers.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { readSources } from '../../../adapters/sources/files.ts'
import { openCorpus } from '../../../index/open.ts'
import { openDatabase } from '../../../index/sqlite/database.ts'
import { findDamage } from '../../../index/sqlite/find-damage.ts'
import { corpusSchema } from '../../../index/sqlite/schema.ts'
import { randomFrom } from '../../contracts/corpus-samples.ts'
import { newArticle, type Scenario } from '../crash/crash-folders.ts'
import { fingerprint } from '../crash/fingerprint.ts'
import { createJudge, dataOf } from '../crash/judge.ts'
import { program, runNode, wrongEnd } from '../crash/spawned.ts'
import { type Row, row } from '../table.ts'
import { generators, type InputFormat, page } from './inputs.ts'

export type IndexInputsOptions = {
  /** Each with inputs of its own. */
  readonly runs: number
  /** Inputs of each kind and run. */
  readonly each: number
  /** Of each run, at random moments. */
  readonly kills: number
}

const extensions: Readonly<Partial<Record<InputFormat, string>>> = {
  text: 'txt',
  html: 'html',
  markdown: 'md',
  pdf: 'pdf',
}
const oldArticle = `The harbour of Karlomi is closed

The harbour of Karlomi was closed on Friday because of the storm, the harbour master said.`

type Counts = { inputs: number; articles: number; killed: number; before: number; after: number; feeds: number }

export async function indexInputs({ runs, each, kills }: IndexInputsOptions): Promise<{
  readonly rows: readonly Row[]
  readonly problems: readonly string[]
}> {
  const root = mkdtempSync(join(tmpdir(), 'sourcier-malformed-'))
  const base = join(root, 'base')
  mkdirSync(join(base, 'seeds'), { recursive: true })
  writeFileSync(join(base, 'seeds', 'harbour.txt'), oldArticle)
  await runNode(base, [program, 'index'])
  const judge = await createJudge(dataOf(base))
  const counts: Counts = { inputs: 0, articles: 0, killed: 0, before: 0, after: 0, feeds: 0 }
  const problems: string[] = []
  const random = randomFrom(9)
  try {
    for (let run = 1; run <= runs; run += 1) {
      const template = join(root, `run-${run}`)
      cpSync(base, template, { recursive: true })
      counts.inputs += writeInputs(join(template, 'more'), each, run)
      const reference = join(root, `run-${run}-whole`)
      cpSync(template, reference, { recursive: true })
      const started = performance.now()
      const ended = await runNode(reference, [program, 'index', 'more'])
      const wholeMs = performance.now() - started
      const wrong = wrongEnd(ended) ?? (await compare(reference))
      if (wrong !== undefined) problems.push(`run ${run}: ${wrong}`)
      const words = ['index', 'more']
      const before = fingerprint(dataOf(template))
      const scenario: Scenario = { name: `run ${run}`, words, template, before, after: fingerprint(dataOf(reference)) }
      for (let kill = 0; kill <= kills; kill += 1) {
        const folder = kill === 0 ? reference : join(root, `run-${run}-killed-${kill}`)
        if (kill > 0) {
          cpSync(template, folder, { recursive: true })
          await runNode(folder, [program, ...words], { killAfterMs: random() * wholeMs })
          counts.killed += 1
        }
        const { state, problem } = await judge.judge(scenario, dataOf(folder))
        if (state !== 'mixture') counts[state] += 1
        if (problem !== undefined) problems.push(`run ${run}, ${kill === 0 ? 'whole' : `killed ${kill}`}: ${problem}`)
      }
      counts.articles += await countArticles(dataOf(reference))
      const { served, wrong: wrongFeed } = await indexFeeds(reference, Math.ceil(each / 10), run)
      counts.feeds += served
      if (wrongFeed !== undefined) problems.push(`run ${run}, feeds: ${wrongFeed}`)
    }
  } finally {
    await judge.close()
    rmSync(root, { recursive: true, force: true })
  }
  const { inputs, articles, killed, before, after, feeds } = counts
  const all = runs + killed
  return {
    rows: [
      row('malformed files in indexing runs', `${inputs} in ${runs} runs, ${articles} articles made of them`),
      row(
        '… and the same runs killed at random moments',
        `${killed}: of all ${all} runs ${before} hold the old revision, ${after} the new one, ${all - before - after} anything else`,
        all === before + after,
      ),
      row('malformed feeds and sitemaps in indexing runs', feeds),
      row('… runs that left anything but a sound corpus that answers', problems.length, problems.length === 0),
    ],
    problems,
  }
}

/** One folder of damaged and jumbled files, a sound one among them. @returns how many. */
function writeInputs(folder: string, each: number, seed: number): number {
  mkdirSync(folder, { recursive: true })
  const names: string[] = []
  for (const [kind, { bytes, format }] of generators.entries()) {
    const extension = extensions[format]
    if (extension === undefined) continue
    for (const [at, input] of fc.sample(bytes, { numRuns: each, seed }).entries()) {
      const name = `input-${kind}-${at}.${extension}`
      writeFileSync(join(folder, name), input)
      names.push(name)
    }
  }
  writeFileSync(join(folder, 'lighthouse.txt'), newArticle)
  // Of most the language could not be told, and nothing would come of them.
  const entries = names.map((name) => `  - { file: ${name}, language: en }`)
  writeFileSync(join(folder, 'articles.yaml'), `articles:\n${entries.join('\n')}\n`)
  return names.length
}

/** What is wrong with the corpus after a run that came to its end. */
async function compare(folder: string): Promise<string | undefined> {
  const read = await readSources(['seeds', 'more'], folder)
  const expected = read.articles.map(({ id, version }) => `${id}@${version}`).toSorted()
  const corpus = openCorpus({ dataFolder: dataOf(folder) })
  try {
    const held = (await corpus.index.articles()).map(({ id, version }) => `${id}@${version}`).toSorted()
    if (held.join() !== expected.join()) return `holds ${held.length} articles, ${expected.length} can be read`
  } finally {
    await corpus.close()
  }
  return findAnyDamage(folder)
}

function findAnyDamage(folder: string): string | undefined {
  const file = join(dataOf(folder), 'corpus.db')
  const database = openDatabase({ file, schema: corpusSchema, busyTimeoutMs: 1_000 })
  try {
    return findDamage(database)
  } finally {
    database.close()
  }
}

async function countArticles(dataFolder: string): Promise<number> {
  const { index, close } = openCorpus({ dataFolder })
  return await index
    .articles()
    .then(({ length }) => length - 2)
    .finally(close)
}

/** Feeds and sitemaps that list one sound page, if they list anything. */
async function indexFeeds(folder: string, each: number, seed: number) {
  const lists = generators
    .filter(({ format }) => format === 'feed' || format === 'sitemap')
    .flatMap(({ bytes }) => fc.sample(bytes, { numRuns: each, seed }))
    .map((bytes) => Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('https://e.example/', '/'), 'latin1'))
  const server = createServer((request, response) => {
    const list = lists[Number(/^\/list-(\d+)$/u.exec(request.url ?? '')?.[1] ?? Number.NaN)]
    if (list !== undefined) response.writeHead(200, { 'content-type': 'text/xml' }).end(list)
    else if (request.url === '/a') response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const addresses = lists.map((_, at) => `http://127.0.0.1:${port}/list-${at}`)
  const before = await countArticles(dataOf(folder))
  const ended = await runNode(folder, [program, 'index', ...addresses], {
    variables: { SOURCIER_FETCH_PRIVATE: 'true' },
  })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  // What none of them can be read for is said, and is no success.
  const end = ended.status === 1 ? undefined : wrongEnd(ended)
  const added = (await countArticles(dataOf(folder))) - before
  const wrong = end ?? findAnyDamage(folder) ?? (added > 1 ? `brought ${added} articles of one page` : undefined)
  return { served: lists.length, wrong }
}
