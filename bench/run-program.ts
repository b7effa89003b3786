/** Runs the compiled program and watches what it and the processes that it starts take. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findHome } from '../src/home.ts'

export type Run = {
  readonly milliseconds: number
  /** Resident, of the program and its model process together, at their highest. */
  readonly peakMegabytes: number
  readonly output: string
}

const pollMs = 50

/** @throws Error when the program ends with another status than 0. */
export function runProgram(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Run> {
  const started = performance.now()
  const home = findHome()
  const child = spawn(process.execPath, [join(home, 'dist', 'src', 'main.js'), ...words], {
    cwd: home,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  let peakMegabytes = 0
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const poll = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, child.pid === undefined ? 0 : megabytesOfTree(child.pid))
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

/** Of a process and its descendants, now. Shared pages (the program's own code) count once for each: it is an upper bound. */
export function megabytesOfTree(root: number): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statusOf(Number(name)))
  const tree = new Set([root])
  for (let size = 0; size !== tree.size; ) {
    size = tree.size
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid)
  }
  return processes.filter(({ pid }) => tree.has(pid)).reduce((sum, { megabytes }) => sum + megabytes, 0)
}

function statusOf(pid: number) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const parent = Number(/PPid:\s+(\d+)/.exec(status)?.[1])
    return [{ pid, parent, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }]
  } catch {
    // It has ended.
    return []
  }
}

/** @param share 0.5 for the median, 0.95 for one in twenty. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
