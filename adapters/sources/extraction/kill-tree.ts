import type { ChildProcess } from 'node:child_process'

/** Ends a process that leads a group of its own, and whatever it has started. Nothing to do for one that has ended. */
export function killTree(child: ChildProcess): void {
  if (child.pid !== undefined && process.platform !== 'win32') {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // The group is empty already.
    }
  }
  child.kill('SIGKILL')
}
