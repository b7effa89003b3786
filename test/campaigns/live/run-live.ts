/** A desk that runs while others change the corpus: what its askers notice. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { articleAbout, questionAbout } from '../../../bench/made-up-articles.ts'
import { createParts } from '../../../src/commands/parts.ts'
import { program, runNode } from '../crash/spawned.ts'
import { type Row, row } from '../table.ts'
import { findForeignCitations, percentile, startAskers } from './askers.ts'
import { startDesk } from './desk-process.ts'
import { residentMegabytes, sizeMegabytes } from './memory.ts'

export type LiveOptions = {
  readonly askers: number
  /** Between an answer and the asker's next question, in milliseconds. */
  readonly pauseMs: number
  readonly articles: number
  readonly revisions: number
  /** From one revision to the next, at least. */
  readonly everyMs: number
  /** Before the first revision. */
  readonly idleMs: number
  /** Asked before anything is measured, so that what the desk keeps in memory is full by then. */
  readonly warmUpQuestions: number
  /** Articles that come, and that go, with each revision. */
  readonly articlesARevision: number
  readonly note: (text: string) => void
}

/** One in so many revisions is made by the desk itself (`/admin index`), the others by another process. */
const ownEvery = 10
const pollMs = 10
const visibleWithinMs = 1_500
const tolerated = { latency: 1.5, memory: 2.2 }

export async function runLive(
  options: LiveOptions,
): Promise<{ readonly rows: readonly Row[]; readonly problems: readonly string[] }> {
  const { articles, revisions, everyMs, note } = options
  const folder = mkdtempSync(join(tmpdir(), 'sourcier-live-'))
  const seeds = join(folder, 'seeds')
  mkdirSync(seeds)
  const write = (town: number) => writeFileSync(join(seeds, `town-${town}.txt`), articleAbout(town))
  for (let town = 0; town < articles; town += 1) write(town)
  const data = join(folder, 'data')
  const variables = { SOURCIER_DATA: data, SOURCIER_SEEDS: seeds, SOURCIER_LOG_LEVEL: 'error' }
  await index(variables)
  const desk = await startDesk(variables)
  const watcher = createParts({ ...process.env, ...variables })
  let peak = 0
  const memory = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(desk.pid))
  }, 250)
  try {
    const { index: stored } = await watcher.corpus()
    // Warmed up: it has done once whatever it does later.
    await desk.ask({ text: questionAbout(0), asker: 'first' })
    await desk.reindex()
    await desk.settle()
    for (let at = 0; at < options.warmUpQuestions; at += options.askers) {
      const texts = Array.from({ length: options.askers }, (_, asker) => questionAbout(((at + asker) * 7) % articles))
      await Promise.all(texts.map((text) => desk.ask({ text, asker: 'first' })))
    }
    let towns = articles
    const ask = { ...options, towns: () => towns }
    note(`${articles} articles, ${options.askers} askers: ${Math.round(options.idleMs / 1_000)} s without a revision …`)
    const idling = startAskers(desk, ask)
    await wait(options.idleMs)
    const idle = await idling.stop()
    const base = residentMegabytes(desk.pid)
    peak = base

    const asking = startAskers(desk, ask)
    const delays: number[] = []
    const late: string[] = []
    for (let round = 0; round < revisions; round += 1) {
      const started = performance.now()
      const before = (await stored.revision())?.number ?? 0
      for (let at = 0; at < options.articlesARevision; at += 1) {
        write(towns + at)
        rmSync(join(seeds, `town-${round * options.articlesARevision + at}.txt`), { force: true })
      }
      const indexing = round % ownEvery === ownEvery - 1 ? desk.reindex() : index(variables)
      while (((await stored.revision())?.number ?? 0) === before) await wait(pollMs)
      const committed = performance.now()
      for (;;) {
        const answer = await desk.ask({ text: questionAbout(towns), asker: 'watcher' })
        const isFound = answer.found.includes(`town-${towns}`)
        if (answer.corpus.revision > before && isFound) break
        if (performance.now() - committed > 30_000) late.push(`revision ${before + 1} is never answered from`)
        if (late.length > 0) break
      }
      delays.push(performance.now() - committed)
      await indexing
      towns += options.articlesARevision
      note(`revision ${before + 1} after ${Math.round(delays.at(-1) ?? 0)} ms`)
      await wait(Math.max(0, everyMs - (performance.now() - started)))
    }
    const live = await asking.stop()
    const foreign = await findForeignCitations([...idle.answers, ...live.answers], stored)
    // Two vector indexes stay on the disk, one is in use.
    const size = sizeMegabytes(data) - sizeMegabytes(join(data, 'vectors')) / 2
    const [idleP99, liveP99] = [percentile(idle.took, 0.99), percentile(live.took, 0.99)]
    const slowest = Math.max(...delays)
    const errors = [...idle.errors, ...live.errors]
    const used = new Set(live.answers.map(({ corpus }) => corpus.revision)).size
    return {
      rows: [
        row('revisions, askers', `${revisions}, ${options.askers}`),
        row('questions without and with revisions', `${idle.took.length}, ${live.took.length}`),
        row('… errors', errors.length, errors.length === 0),
        row('… revisions that answered somebody', used, used > 1),
        row('… answers whose citations are not in the revision they carry', foreign.length, foreign.length === 0),
        row(
          'slowest revision, from its commit to its first answer',
          `${Math.round(slowest)} ms`,
          slowest <= visibleWithinMs,
        ),
        row(
          'median without and with revisions',
          `${ms(percentile(idle.took, 0.5))}, ${ms(percentile(live.took, 0.5))}`,
        ),
        row('p99 without and with revisions', `${ms(idleP99)}, ${ms(liveP99)}`, liveP99 <= tolerated.latency * idleP99),
        row(
          'memory of the process that answers and its vector workers before, most, and the index on the disk',
          `${Math.round(base)} MB, ${Math.round(peak)} MB, ${Math.round(size)} MB`,
          peak <= base + tolerated.memory * size,
        ),
      ],
      problems: [...errors, ...late, ...foreign],
    }
  } finally {
    clearInterval(memory)
    await desk.close()
    await watcher.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const ms = (milliseconds: number) => `${Math.round(milliseconds)} ms`

/** In the same working folder as the desk: articles are known by where they are from there. */
async function index(variables: Readonly<Record<string, string>>): Promise<void> {
  const { status, errors } = await runNode(process.cwd(), [program, 'index', '--yes'], { variables })
  if (status !== 0) throw new Error(`sourcier index ended with ${status}: ${errors}`)
}
