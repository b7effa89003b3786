import { readdirSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 10_000

/**
 * Processes whose working folder is this one: what a program that ran there has left. Those that are about to end are
 * waited for. None is found where the system does not say so in files.
 */
export async function leftProcesses(folder: string): Promise<readonly string[]> {
  const deadline = Date.now() + patienceMs
  let left = processesIn(folder)
  while (left.length > 0 && Date.now() < deadline) {
    await wait(100)
    left = processesIn(folder)
  }
  return left
}

export function processesIn(folder: string): readonly string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').filter((name) => /^\d+$/u.test(name) && folderOf(name) === folder)
}

function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}
