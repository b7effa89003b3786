/**
 * Nothing can break the index: `npx tsx test/campaigns/crash.ts` (needs `npm run build`, Linux, strace, root for the full
 * disk). Kills real indexing runs, takes their disk away, and looks at what is left. Prints a table; ends with 1 when a
 * figure is wrong. `--short` is the form that the tests run.
 */
import { breakRuns } from './crash/break-runs.ts'
import { note, printTable } from './table.ts'

const isShort = process.argv.includes('--short')
const { rows, problems } = await breakRuns({ isShort, atOnce: 2, note })
for (const problem of problems) note(problem)
process.exit(printTable(rows))
