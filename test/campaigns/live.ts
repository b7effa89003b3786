/**
 * `npx tsx test/campaigns/live.ts` (needs `npm run build`): 50 revisions in 5 minutes under 8 askers, most of them committed
 * by other processes. Prints a table; ends with 1 when a figure is wrong. Figures in time want a calm machine.
 */

import { sweepEarlier } from '../../src/commands/sweep-earlier.ts'
import { runLive } from './live/run-live.ts'
import { note, printTable } from './table.ts'

// As the bots do.
sweepEarlier()

const { rows, problems } = await runLive({
  ...{ askers: 8, pauseMs: 1_000, articles: 1_200, revisions: 50, everyMs: 6_000, idleMs: 60_000 },
  ...{ articlesARevision: 10, warmUpQuestions: 2_000, note },
})
for (const problem of problems) note(problem)
process.exit(printTable(rows))
