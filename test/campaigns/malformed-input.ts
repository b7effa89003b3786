/**
 * Generated malformed inputs of every format through the real readers, and bombs: no crash, no hang over 5 s, no more
 * than 200 MB beyond what is held at rest, by us and the process that reads. Then a part of them through real indexing
 * runs of the compiled program: no half revision (needs `npm run build`).
 * `npx tsx test/campaigns/malformed-input.ts [COUNT] [EACH]` prints the tables; COUNT inputs over all kinds, 10,000 unless
 * given; with EACH so many of each kind: `- 10000`.
 */
import { indexInputs } from './malformed-input/index-inputs.ts'
import { generators } from './malformed-input/inputs.ts'
import type { InputResult } from './malformed-input/measure.ts'
import { runMalformedInput } from './malformed-input/read-inputs.ts'
import { note, printTable } from './table.ts'

const each = process.argv[3]
const count = each === undefined ? Number(process.argv[2] ?? 10_000) : Number(each) * generators.length
const rows = await runMalformedInput(count)
const cells = (row: InputResult) => [
  ...[row.count, row.articles, row.refused, row.crashes.length],
  ...[Math.round(row.slowestMs), Math.round(row.memoryMb)],
]
process.stdout.write(`${'input'.padEnd(34)}   count   read  refused  crashes  slowest ms  MB more\n`)
for (const row of rows) {
  const figures = cells(row).map((cell) => String(cell).padStart(8))
  process.stdout.write(`${row.kind.padEnd(34)}${figures.join(' ')}\n`)
}
for (const { kind, crashes } of rows) for (const crash of crashes.slice(0, 3)) note(`${kind}: ${crash}`)
const total = rows.reduce((sum, row) => sum + row.count, 0)
const crashed = rows.reduce((sum, { crashes }) => sum + crashes.length, 0)
const slowest = Math.max(...rows.map(({ slowestMs }) => slowestMs))
const memory = Math.max(...rows.map(({ memoryMb }) => memoryMb))
process.stdout.write(
  `${total} inputs, ${crashed} crashes, the slowest took ${Math.round(slowest)} ms, at most ${Math.round(memory)} MB more\n\n`,
)
const indexed = await indexInputs({ runs: 4, each: Math.ceil(count / 250), kills: 5 })
for (const problem of indexed.problems) note(problem)
const status = printTable(indexed.rows)
process.exit(crashed === 0 && slowest <= 5_000 && memory <= 200 ? status : 1)
