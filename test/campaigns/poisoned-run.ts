/**
 * `npx tsx test/campaigns/poisoned-run.ts [ARTICLES] [POISONED]` (needs `npm run build`): an indexing run over 2,000
 * articles of which 20 are made to stop it. The others are indexed, the 20 are named, and no process is left.
 */
import { runPoisoned } from './poisoned-run/run-poisoned.ts'
import { note, printTable } from './table.ts'

const { rows, problems } = await runPoisoned({
  articles: Number(process.argv[2] ?? 2_000),
  poisoned: Number(process.argv[3] ?? 20),
})
for (const problem of problems) note(problem)
process.exit(printTable(rows))
