/** Runs the compiled program under strace, until it ends or is killed. */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findHome } from '../../../src/home.ts'

export const program = join(findHome(), 'dist', 'src', 'main.js')

export type Ended = { readonly status: number | null; readonly signal: string | null; readonly errors: string }

/** Every call by which a program changes a disk, but `write`: threads wake each other with it all the time. */
export const writeCalls = [
  ...['pwrite64', 'pwritev', 'fsync', 'fdatasync', 'rename', 'renameat2', 'unlink', 'unlinkat'],
  ...['ftruncate', 'fallocate', 'mkdir'],
]

/** What strace does to a call: `signal=KILL`, `error=EIO`. */
export type Injection = { readonly calls: readonly string[]; readonly deed: string; readonly when: number }

/** The words that start a program under an injection; the counter is one a thread. */
export function straceWords({ calls, deed, when }: Injection): readonly string[] {
  const set = calls.join(',')
  return ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${set}`, '-e', `inject=${set}:${deed}:when=${when}`]
}

export function hasStrace(): boolean {
  return spawnSync('strace', ['-qq', '-e', 'trace=fsync', 'true'], { stdio: 'ignore' }).status === 0
}

export function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

/**
 * @param killAfterMs kills the program and all it started with SIGKILL after so long.
 */
export function runNode(
  folder: string,
  words: readonly string[],
  options: {
    readonly strace?: readonly string[]
    /** Only calls that concern this file are traced, and told in `log`; PID in the path is the program's number. */
    readonly tracedFile?: { readonly path: string; readonly words: readonly string[]; readonly log: string }
    readonly killAfterMs?: number
    readonly variables?: Readonly<Record<string, string>>
  } = {},
): Promise<Ended> {
  const { strace, tracedFile, killAfterMs, variables } = options
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, SOURCIER_LOG_LEVEL: 'silent', ...variables }
  const command = [...tracer(strace, tracedFile), process.execPath, ...words]
  const child = spawn(command[0] ?? '', command.slice(1), {
    ...{ cwd: folder, env, detached: true },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
  const timer = killAfterMs === undefined ? undefined : setTimeout(kill, killAfterMs)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => {
      clearTimeout(timer)
      resolve({ status, signal, errors })
    })
  })
}

function tracer(
  strace: readonly string[] | undefined,
  file: { readonly path: string; readonly words: readonly string[]; readonly log: string } | undefined,
): readonly string[] {
  if (file === undefined) return strace === undefined ? [] : ['strace', ...strace]
  // With -D the program keeps the shell's number, so that the path can name it before the program starts.
  const path = `"${file.path.replace('PID', () => '$$')}"`
  return ['sh', '-c', `exec strace -D -f -qq -o '${file.log}' -P ${path} "$@"`, 'sh', ...file.words]
}

/** How often the busiest thread makes one of these calls in a whole run. */
export function countCalls(folder: string, words: readonly string[], calls: readonly string[]): number {
  const strace = ['-f', '-qq', '-e', `trace=${calls.join(',')}`, '-e', 'signal=none', process.execPath, ...words]
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, SOURCIER_LOG_LEVEL: 'silent' }
  const { stderr } = spawnSync('strace', strace, { cwd: folder, env, encoding: 'utf8', maxBuffer: 100_000_000 })
  const counts = new Map<string, number>()
  for (const line of stderr.split('\n')) {
    const thread = /^(?:\[pid +(\d+)\] )?[a-z0-9]+\(/.exec(line)
    if (thread !== null) counts.set(thread[1] ?? '', (counts.get(thread[1] ?? '') ?? 0) + 1)
  }
  // The first lines have no number yet: they belong to the main thread.
  return Math.max(0, ...counts.values()) + (counts.get('') ?? 0)
}

/** What is wrong with how a program ended that was not killed: it says one line, never where in the code it was. */
export function wrongEnd({ status, signal, errors }: Ended): string | undefined {
  if (signal !== null) return `ended by ${signal}`
  if (/^\s+at .*:\d+/m.test(errors)) return `shows a stack trace: ${errors.slice(0, 300)}`
  if (status === 0) return undefined
  const lines = errors.split('\n').filter((line) => line.startsWith('sourcier: '))
  // The run is done; articles were left out and named.
  if (status === 1 && lines.length === 0 && /^not read: /m.test(errors)) return undefined
  if (status !== 1 && status !== 2) return `ended with ${status}: ${errors.slice(0, 300)}`
  return lines.length === 1 ? undefined : `says ${lines.length} lines: ${errors.slice(0, 300)}`
}
