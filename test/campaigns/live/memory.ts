import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Resident memory of this process and its vector workers, in megabytes; this process alone where there is no /proc. */
export function residentMegabytes(): number {
  let bytes = process.memoryUsage().rss
  for (const pid of childrenOf(process.pid)) {
    const status = readQuietly(`/proc/${pid}/cmdline`).includes('vector-worker')
      ? readQuietly(`/proc/${pid}/status`)
      : ''
    bytes += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024
  }
  return bytes / 1_000_000
}

function childrenOf(pid: number): readonly string[] {
  return readQuietly(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
}

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Of all files below a folder; 0 where there is none. */
export function sizeMegabytes(folder: string): number {
  if (!existsSync(folder)) return 0
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1_000_000
}
