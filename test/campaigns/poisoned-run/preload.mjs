// Loaded before the compiled program: the process that reads documents is started with faults in it. Nothing else changes.
import childProcess from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import { fileURLToPath } from 'node:url'

const faulty = fileURLToPath(new URL('./faulty-reader.mjs', import.meta.url))
const { fork } = childProcess
childProcess.fork = (file, options) =>
  /extraction-worker/.test(file) ? fork(faulty, [file], options) : fork(file, options)
syncBuiltinESMExports()
