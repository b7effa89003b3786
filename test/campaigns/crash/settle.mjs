// Plain JavaScript over the compiled program: workers start at once, as they do for a person. Opens the corpus in the
// working folder with a vector cache however small it is, waits for it, and compares its answers with an exact search.

import { join } from 'node:path'
import { findHome } from '../../../dist/src/home.js'

const { openCorpus } = await import(join(findHome(), 'dist', 'index', 'open.js'))

// A worker is started with Node: a program in its place may do it under strace.
if (process.env['STRACE_WORKER']) process.execPath = process.env['STRACE_WORKER']

// One line for a person, as the program itself does.
process.on('uncaughtException', (error) => {
  process.stderr.write(`sourcier: ${error.message}\n`)
  process.exit(1)
})
const messages = []
const keep = (fields, message) => messages.push(`${message} ${JSON.stringify(fields)}`)
const open = (hnswFrom) => openCorpus({ dataFolder: process.cwd(), hnswFrom, log: { info: keep, warn: keep } })

const cached = open(1)
const exact = open(Number.POSITIVE_INFINITY)
await cached.index.settle()
const [first] = await exact.index.articles()
const { dimensions } = await exact.index.revision()
let wrong = 0
for (let at = 0; at < 20; at += 1) {
  const vector = Float32Array.from({ length: dimensions }, (_, place) => Math.sin((at + 1) * (place + 1)))
  const [left, right] = await Promise.all([cached, exact].map(({ index }) => index.nearest(vector, 10)))
  if (left.map(({ passageId }) => passageId).join() !== right.map(({ passageId }) => passageId).join()) wrong += 1
}
await cached.close()
await exact.close()
for (const message of messages) process.stderr.write(`${message}\n`)
if (messages.at(-1)?.startsWith('vector index loaded')) process.stderr.write('as planned\n')
if (first === undefined || wrong > 0) {
  process.stderr.write(`${wrong} of 20 searches are wrong\n`)
  process.exitCode = 3
}
