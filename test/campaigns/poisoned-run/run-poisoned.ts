/** Indexing runs of the compiled program over many sound articles and a few that are made to stop it. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { articleAbout } from '../../../bench/made-up-articles.ts'
import { program } from '../crash/spawned.ts'
import { type Row, row } from '../table.ts'
import { leftProcesses, processesIn } from './left-processes.ts'
import { poisons } from './poisons.ts'

const preload = fileURLToPath(new URL('./preload.mjs', import.meta.url))
const reportSchema = z.object({
  added: z.array(z.string()),
  problems: z.array(z.object({ path: z.string(), reason: z.string() })),
})
type Ended = { readonly status: number | null; readonly output: string }

export async function runPoisoned({ articles, poisoned }: { readonly articles: number; readonly poisoned: number }) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sourcier-poisoned-')))
  try {
    const expected = writeArticles(join(folder, 'seeds'), articles, poisoned)
    const killed = await killWhileReading(folder)
    const { status, output } = await start(folder, ['index', '--json']).ended
    const report = reportSchema.parse(JSON.parse(output))
    const left = await leftProcesses(folder)
    const reasons = new Map(report.problems.map(({ path, reason }) => [path, reason]))
    const unnamed = expected.filter(({ path, reason }) => !reason.test(reasons.get(path) ?? ''))
    const sound = articles - poisoned
    const rows: readonly Row[] = [
      row('processes left by a run killed in the middle of a document', killed.length, killed.length === 0),
      row(`articles indexed, of ${articles}`, report.added.length, report.added.length === sound),
      row('… left out and named', report.problems.length, report.problems.length === poisoned),
      row('… of them with another reason than theirs', unnamed.length, unnamed.length === 0),
      row('exit status', String(status), status === 1),
      row('processes left', left.length, left.length === 0),
    ]
    const problems = unnamed.map(({ path, kind }) => `${kind}: ${path}: ${reasons.get(path) ?? 'not named'}`)
    return { rows, problems }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeArticles(folder: string, articles: number, poisoned: number) {
  mkdirSync(folder, { recursive: true })
  const every = Math.floor(articles / poisoned)
  const expected: { readonly path: string; readonly kind: string; readonly reason: RegExp }[] = []
  for (let number = 0; number < articles; number += 1) {
    const name = `article-${String(number).padStart(5, '0')}`
    const poison = number % every === 0 ? poisons[(number / every) % poisons.length] : undefined
    if (poison !== undefined && expected.length < poisoned) {
      poison.write(join(folder, name + poison.extension))
      expected.push({ path: `seeds/${name}${poison.extension}`, kind: poison.kind, reason: poison.reason })
    } else writeSound(join(folder, name), number)
  }
  return expected
}

/** Plain, as a page and as Markdown in turn: the last two go through the process that reads. */
function writeSound(stem: string, number: number): void {
  const text = articleAbout(number)
  const paragraphs = text.split('\n\n').map((paragraph) => `<p>${paragraph}</p>`)
  if (number % 3 === 0) writeFileSync(`${stem}.txt`, text)
  else if (number % 3 === 1) writeFileSync(`${stem}.md`, text)
  else writeFileSync(`${stem}.html`, `<html lang="en"><body><article>${paragraphs.join('')}</article></body></html>`)
}

/** The first article hangs the reader. The program alone is killed, as by the system when memory is short. */
async function killWhileReading(folder: string): Promise<readonly string[]> {
  const { child, ended } = start(folder, ['index', '--json'])
  const deadline = Date.now() + 30_000
  // The program, its reader, and what the reader started.
  while (processesIn(folder).length < 3 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50))
  child.kill('SIGKILL')
  await ended
  return await leftProcesses(folder)
}

function start(folder: string, words: readonly string[]) {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, SOURCIER_LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, ['--import', preload, program, ...words], {
    ...{ cwd: folder, env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
  })
  return { child, ended }
}
