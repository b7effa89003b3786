/**
 * The vector cache under the same treatment: its worker, and the program that puts its files in place, are killed and
 * told of errors at each call. Afterwards every search is right, and the cache is there again.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCorpus } from '../../../index/open.ts'
import { change, manySamples, model } from '../../contracts/corpus-samples.ts'
import { type Row, row, runAll } from '../table.ts'
import type { CampaignOptions } from './break-runs.ts'
import { wasKilled } from './rounds.ts'
import {
  canMount,
  countCalls,
  hasStrace,
  type Injection,
  runNode,
  straceWords,
  writeCalls,
  wrongEnd,
} from './spawned.ts'

/** Opens the corpus in the folder, waits for its vector cache, compares its answers with an exact search. */
const settle = fileURLToPath(new URL('./settle.mjs', import.meta.url))

/** What hnswlib writes with; in the worker nothing else matters that uses it. */
const workerCalls = [...writeCalls, 'write', 'writev', 'openat']
const mainCalls = ['fsync', 'rename', 'unlink', 'mkdir', 'ftruncate']

export async function breakVectorCache(
  root: string,
  { isShort, atOnce, note }: CampaignOptions,
): Promise<{ readonly rows: readonly Row[]; readonly problems: readonly string[] }> {
  if (!hasStrace()) {
    note('SKIPPED: the vector cache under kill -9 and EIO: strace is not there')
    return { rows: [row('the vector cache under kill -9 and EIO', 'SKIPPED: strace is not there')], problems: [] }
  }
  const template = join(root, 'template')
  mkdirSync(template, { recursive: true })
  const corpus = openCorpus({ dataFolder: template, hnswFrom: Number.POSITIVE_INFINITY })
  await corpus.writer.commit(change({ add: manySamples(150) }), model)
  await corpus.close()
  const rows: Row[] = []
  const problems: string[] = []
  let copies = 0
  const copy = () => {
    copies += 1
    const folder = join(root, `copy-${copies}`)
    cpSync(template, folder, { recursive: true })
    return folder
  }
  const every = isShort ? 30 : 1

  const round = async (what: string, injections: readonly Injection[], inWorker: boolean) => {
    let hit = 0
    const wrong: string[] = []
    await runAll(injections, atOnce, async (injection) => {
      const name = `${what} ${injection.calls.length === 1 ? injection.calls[0] : 'call'} ${injection.when}`
      const folder = copy()
      const strace = straceWords(injection)
      const ended = await runNode(folder, [settle], {
        variables: { UV_THREADPOOL_SIZE: '1', ...(inWorker && { STRACE_WORKER: wrapper(folder, strace) }) },
        ...(!inWorker && { strace }),
      })
      if (wasKilled(ended) || !ended.errors.includes('as planned')) hit += 1
      const end = wasKilled(ended) ? undefined : wrongEnd(ended)
      if (end !== undefined) wrong.push(`${name}: ${end}`)
      const again = await runNode(folder, [settle])
      if (again.status !== 0) wrong.push(`${name}, opened again: ${again.errors.slice(0, 300)}`)
      const left = readdirSync(join(folder, 'vectors')).filter((file) => !file.includes('.tmp'))
      if (left.join() !== '1.hnsw,1.json') wrong.push(`${name}: vectors/ holds ${left.join()}`)
      rmSync(folder, { recursive: true, force: true })
    })
    rows.push(row(what, `${injections.length} runs, ${hit} of them broken: ${wrong.length} wrong`, wrong.length === 0))
    problems.push(...wrong)
    note(`${what}: ${injections.length} runs, ${hit} broken, ${wrong.length} wrong`)
  }
  const numbers = (count: number) => Array.from({ length: Math.ceil(count / every) }, (_, at) => 1 + at * every)

  const workerCount = countWorkerCalls(copy())
  await round(
    'vector cache: kill -9 of the worker at each call',
    numbers(workerCount).map((when) => ({ calls: workerCalls, deed: 'signal=KILL', when })),
    true,
  )
  if (!isShort) {
    await round(
      'vector cache: EIO for the worker at each call',
      numbers(workerCount).map((when) => ({ calls: workerCalls, deed: 'error=EIO', when })),
      true,
    )
  }
  const inMain = (isShort ? ['rename'] : mainCalls).flatMap((call) =>
    numbers(countCalls(copy(), [settle], [call])).map((when) => ({ calls: [call], when })),
  )
  await round(
    'vector cache: kill -9 of the program while it puts the files in place',
    inMain.map((one) => ({ ...one, deed: 'signal=KILL' })),
    false,
  )
  await round(
    'vector cache: EIO while the files are put in place',
    inMain.map((one) => ({ ...one, deed: 'error=EIO' })),
    false,
  )
  if (canMount()) {
    const { figure, wrong } = await fillVectorDisk(copy, isShort ? 80 : 4)
    rows.push(row('vector cache: a full disk, step by step', figure, wrong.length === 0))
    problems.push(...wrong)
    note(`vector cache: a full disk: ${figure}`)
  }
  return { rows, problems }
}

async function fillVectorDisk(copy: () => string, stepKilobytes: number) {
  const wrong: string[] = []
  let [runs, full] = [0, 0]
  for (let room = 4, succeeded = 0; succeeded < 2; room += stepKilobytes) {
    const folder = copy()
    const vectors = join(folder, 'vectors')
    mkdirSync(vectors)
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${room}k`, 'tmpfs', vectors])
    try {
      const ended = await runNode(folder, [settle])
      runs += 1
      if (ended.errors.includes('as planned')) succeeded += 1
      else full += 1
      if (ended.status !== 0) wrong.push(`${room} kB for the vector cache: ${ended.errors.slice(0, 300)}`)
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'remount,size=64m', 'tmpfs', vectors])
      const again = await runNode(folder, [settle])
      if (!again.errors.includes('as planned')) wrong.push(`${room} kB, room again: ${again.errors.slice(0, 300)}`)
    } finally {
      spawnSync('umount', ['-l', vectors])
    }
    rmSync(folder, { recursive: true, force: true })
  }
  return { figure: `${runs} runs, ${full} without room: ${wrong.length} wrong`, wrong }
}

/** A program that starts Node under strace: in place of Node, for whoever starts a worker. */
function wrapper(folder: string, strace: readonly string[]): string {
  const file = join(folder, 'traced-node.sh')
  const words = strace.map((word) => `'${word}'`).join(' ')
  writeFileSync(file, `#!/bin/sh\nexec strace -D ${words} '${process.execPath}' "$@"\n`, { mode: 0o755 })
  return file
}

function countWorkerCalls(folder: string): number {
  const log = join(folder, 'calls.txt')
  const set = workerCalls.join(',')
  const file = wrapper(folder, ['-f', '-qq', '-o', log, '-e', `trace=${set}`, '-e', 'signal=none'])
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, UV_THREADPOOL_SIZE: '1', STRACE_WORKER: file }
  spawnSync(process.execPath, [settle], { cwd: dirname(file), env })
  const { stdout } = spawnSync('cut', ['-d', ' ', '-f', '1', log], { encoding: 'utf8' })
  const counts = new Map<string, number>()
  for (const thread of stdout.split('\n').filter(Boolean)) counts.set(thread, (counts.get(thread) ?? 0) + 1)
  return Math.max(1, ...counts.values())
}
