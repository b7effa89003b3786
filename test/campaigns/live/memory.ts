import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Resident memory of a process and its vector workers, in megabytes; pages that several processes share (the program
 * itself) are divided among them. 0 where there is no /proc.
 */
export function residentMegabytes(pid: number): number {
  const children = readQuietly(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return [`${pid}`, ...children].reduce((sum, one) => sum + (proportional(one) * 1_024) / 1_000_000, 0)
}

/** In kilobytes. */
function proportional(pid: string): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readQuietly(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
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
