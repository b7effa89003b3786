/** Runs the real program, compiled, in a folder of its own. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findHome } from '../../src/home.ts'

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

export type Sandbox = {
  /** The working folder, with `seeds/` and `data/` in it. */
  readonly folder: string
  run(words: readonly string[], options?: RunOptions): Promise<Ran>
  write(path: string, content: string | Uint8Array): void
  remove(): void
}

type RunOptions = {
  readonly variables?: Readonly<Record<string, string>>
  readonly input?: string
  /** Called with the process once it runs. */
  readonly during?: (child: ReturnType<typeof spawn>) => void
}

/** @param home the checkout whose compiled program is run. */
export function createSandbox(home = findHome()): Sandbox {
  const program = join(home, 'dist', 'src', 'main.js')
  if (!existsSync(program)) throw new Error('dist/ is missing: "npm test" or "npm run build" makes it')
  const folder = mkdtempSync(join(tmpdir(), 'sourcier-cli-'))
  return {
    folder,
    run: (words, options = {}) => runIn(program, folder, words, options),
    write(path, content) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function runIn(
  program: string,
  folder: string,
  words: readonly string[],
  { variables, input = '', during }: RunOptions,
): Promise<Ran> {
  // Settings of whoever runs the tests must not count.
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, ...variables }
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, env })
  during?.(child)
  const chunks = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    chunks.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    chunks.stderr += text
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, ...chunks }))
  })
}

/** Runs all, two at a time: each costs a second of a core. */
export async function runAll<T, Result>(items: readonly T[], run: (item: T) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += 2) {
    results.push(...(await Promise.all(items.slice(start, start + 2).map(run))))
  }
  return results
}
