/** The ways in which an indexing run is broken. Each round breaks one run and has what is left judged. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from '../../contracts/corpus-samples.ts'
import { runAll } from '../table.ts'
import type { CrashFolders, Scenario } from './crash-folders.ts'
import { dataOf, type Judge } from './judge.ts'
import { countCalls, type Ended, program, runNode, straceWords, writeCalls, wrongEnd } from './spawned.ts'

/** What became of many broken runs. */
export type Tally = {
  runs: number
  /** Runs that the injection reached: killed, or told of an error. */
  hit: number
  before: number
  after: number
  readonly problems: string[]
}

export type RoundParts = {
  readonly folders: CrashFolders
  readonly judge: Judge
  /** Runs at the same time. */
  readonly atOnce: number
}

/** Every so many-th call only, for a short form. */
export type Thinning = { readonly every: number }

const emptyTally = (): Tally => ({ runs: 0, hit: 0, before: 0, after: 0, problems: [] })

async function tell(tally: Tally, { judge }: RoundParts, scenario: Scenario, folder: string, name: string) {
  const { state, problem } = await judge.judge(scenario, dataOf(folder))
  tally.runs += 1
  if (state !== 'mixture') tally[state] += 1
  if (problem !== undefined) tally.problems.push(`${scenario.name}, ${name}: ${problem}`)
}

/** `kill -9` at the first, second, third … call that changes the disk, until a run comes to its end. */
export async function killAtEachCall(parts: RoundParts, scenario: Scenario, { every }: Thinning): Promise<Tally> {
  const tally = emptyTally()
  const calls = countCalls(parts.folders.copy(scenario), [program, ...scenario.words], writeCalls)
  const numbers = Array.from({ length: Math.ceil(calls / every) + 1 }, (_, at) => 1 + at * every)
  await runAll(numbers, parts.atOnce, async (when) => {
    const folder = parts.folders.copy(scenario)
    const strace = straceWords({ calls: writeCalls, deed: 'signal=KILL', when })
    const ended = await runNode(folder, [program, ...scenario.words], { strace })
    if (wasKilled(ended)) tally.hit += 1
    else pushWrong(tally, ended, `call ${when}`)
    await tell(tally, parts, scenario, folder, `killed at call ${when}`)
    rmSync(folder, { recursive: true, force: true })
  })
  return tally
}

/** An error of the disk at the first, second … of one kind of call. */
export async function failEachCall(
  parts: RoundParts,
  scenario: Scenario,
  { call, error }: { readonly call: string; readonly error: string },
  { every }: Thinning,
): Promise<Tally> {
  const tally = emptyTally()
  const count = countCalls(parts.folders.copy(scenario), [program, ...scenario.words], [call])
  const numbers = Array.from({ length: Math.ceil(count / every) }, (_, at) => 1 + at * every)
  await runAll(numbers, parts.atOnce, async (when) => {
    const folder = parts.folders.copy(scenario)
    const strace = straceWords({ calls: [call], deed: `error=${error}`, when })
    const ended = await runNode(folder, [program, ...scenario.words], { strace })
    if (ended.status !== 0) tally.hit += 1
    pushWrong(tally, ended, `${error} at ${call} ${when}`)
    await tell(tally, parts, scenario, folder, `${error} at ${call} ${when}`)
    rmSync(folder, { recursive: true, force: true })
  })
  return tally
}

/** What Node writes itself, with `write`, beside what SQLite writes with `pwrite64`; PID is the program's number. */
const plainFiles = ['index.lock.holder', 'sources.json.PID.tmp', 'last-revision.json.PID.tmp']

/** An error of the disk at each `write` to a file of the data folder: threads wake each other with that call, too. */
export async function failEachWrite(parts: RoundParts, scenario: Scenario, errors: readonly string[]): Promise<Tally> {
  const tally = emptyTally()
  const rounds = plainFiles.flatMap((file) => errors.map((error) => ({ file, error })))
  await runAll(rounds, parts.atOnce, async ({ file, error }) => {
    const name = `${error} at write to ${file}`
    const folder = parts.folders.copy(scenario)
    const log = join(folder, 'calls.txt')
    const ended = await runNode(folder, [program, ...scenario.words], {
      tracedFile: {
        path: join(dataOf(folder), file),
        words: ['-e', 'trace=write', '-e', `inject=write:error=${error}`],
        log,
      },
    })
    if (readFileSync(log, 'utf8').includes('INJECTED')) tally.hit += 1
    pushWrong(tally, ended, name)
    await tell(tally, parts, scenario, folder, name)
    const litter = readdirSync(dataOf(folder)).filter((left) => left.endsWith('.tmp'))
    if (litter.length > 0) tally.problems.push(`${name}: leaves ${litter.join()}`)
    rmSync(folder, { recursive: true, force: true })
  })
  return tally
}

/** `kill -9` of the program and all it started, at a random moment between its start and its end. */
export async function killAtRandomMoments(
  parts: RoundParts,
  scenario: Scenario,
  { kills, seed }: { readonly kills: number; readonly seed: number },
): Promise<Tally> {
  const tally = emptyTally()
  const random = randomFrom(seed)
  const started = performance.now()
  await runNode(parts.folders.copy(scenario), [program, ...scenario.words])
  const wholeMs = performance.now() - started
  const untilAllHit = function* () {
    while (tally.hit < kills) yield random() * wholeMs
  }
  await runAll(untilAllHit(), parts.atOnce, async (killAfterMs) => {
    const folder = parts.folders.copy(scenario)
    const ended = await runNode(folder, [program, ...scenario.words], { killAfterMs })
    if (wasKilled(ended)) tally.hit += 1
    else pushWrong(tally, ended, `after ${killAfterMs} ms`)
    await tell(tally, parts, scenario, folder, `killed after ${Math.round(killAfterMs)} ms`)
    rmSync(folder, { recursive: true, force: true })
  })
  return tally
}

/** A disk that is full after so many more kilobytes, until a run has room enough. The state is judged when there is room again. */
export async function fillDisk(
  parts: RoundParts,
  scenario: Scenario,
  { stepKilobytes }: { readonly stepKilobytes: number },
): Promise<Tally> {
  const tally = emptyTally()
  for (let room = 0, succeeded = 0; succeeded < 2; room += stepKilobytes) {
    const folder = parts.folders.copy(scenario)
    const data = dataOf(folder)
    mkdirSync(data, { recursive: true })
    const aside = `${data}.aside`
    spawnSync('cp', ['-a', data, aside])
    const size = 4 + sizeKilobytes(aside) + room
    mount(data, `size=${size}k`)
    try {
      spawnSync('cp', ['-a', `${aside}/.`, data])
      const ended = await runNode(folder, [program, ...scenario.words])
      if (ended.status === 0) succeeded += 1
      else tally.hit += 1
      pushWrong(tally, ended, `${room} kB left`)
      const asked = await runNode(folder, [program, 'ask', 'What happened?', '--json'])
      pushWrong(tally, asked, `asked with ${room} kB left`)
      mount(data, 'remount,size=64m')
      await tell(tally, parts, scenario, folder, `disk full after ${room} kB`)
    } finally {
      spawnSync('umount', ['-l', data])
    }
    rmSync(folder, { recursive: true, force: true })
  }
  return tally
}

export function wasKilled({ status, signal }: Ended): boolean {
  return signal === 'SIGKILL' || status === 137
}

function pushWrong(tally: Tally, ended: Ended, name: string): void {
  const wrong = wrongEnd(ended)
  if (wrong !== undefined) tally.problems.push(`${name}: ${wrong}`)
}

function mount(folder: string, options: string): void {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`no tmpfs: ${stderr}`)
}

/** In whole pages, as a tmpfs counts. */
function sizeKilobytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => Math.ceil(statSync(join(folder, name)).size / 4_096) * 4)
    .reduce((sum, size) => sum + size, 0)
}
