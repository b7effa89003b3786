#!/usr/bin/env node
import { leave } from './commands/leave.ts'
import { explainFault, run } from './commands/run.ts'

/** Whatever still runs after the work is done (a worker, a pool of threads) does not keep the program longer, in ms. */
const patienceMs = 2_000
const interrupted = 130
const terminated = 143

// What is kept holds what people asked: it is for whoever runs the program alone.
process.umask(0o077)
// A reader that has enough (`| head`) is no fault. What was to be written is committed before it is reported.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.stderr.on('error', () => undefined)
// Writes are single transactions or whole files put in place, so that leaving at once leaves nothing half done; only
// platforms, while they run, finish their answers first.
process.on('SIGINT', () => leave(interrupted))
process.on('SIGTERM', () => leave(terminated))
process.on('uncaughtException', (error) => process.exit(explainFault(error)))

process.exitCode = await run(process.argv.slice(2))
setTimeout(() => process.exit(), patienceMs).unref()
