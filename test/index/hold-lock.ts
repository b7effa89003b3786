/** Run as a process of its own: holds the run lock of the folder given until it is killed. */
import { takeRunLock } from '../../index/run-lock.ts'

await takeRunLock({ dataFolder: process.argv[2] ?? '', purpose: 'index', patienceMs: 0 })
process.send?.('held')
setInterval(() => undefined, 60_000)
