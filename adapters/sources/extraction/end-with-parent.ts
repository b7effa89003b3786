/** Ends this process soon after the one that started it is gone, also while a document keeps it from hearing of that. */
import { Worker } from 'node:worker_threads'

const lookMs = 500

/**
 * A thread has a loop of its own: a parser that spins does not stop it. Plain JavaScript, since a thread has no loader.
 * This process leads a group, so that what it has started ends with it.
 */
const watch = `
const parent = require('node:worker_threads').workerData
const isGone = () => {
  if (process.ppid !== parent) return true
  try { process.kill(parent, 0); return false } catch (error) { return error.code === 'ESRCH' }
}
const end = () => {
  try { process.kill(-process.pid, 'SIGKILL') } catch {}
  process.kill(process.pid, 'SIGKILL')
}
setInterval(() => { if (isGone()) end() }, ${lookMs})
`

export function endWithParent(): void {
  // The parent may be gone before the thread runs.
  const workerData = process.ppid
  const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 }
  new Worker(watch, { eval: true, execArgv: [], workerData, resourceLimits }).unref()
}
