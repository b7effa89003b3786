/**
 * `npx tsx test/campaigns/damage.ts` (faster after `npm run build`): a thousand seeded damages of the vector cache and its
 * manifest, and some hundred of corpus.db. After each the corpus is opened, searched, and compared with an exact search.
 * Prints a table; ends with 1 when a figure is wrong.
 */
import { damageCorpora } from './damage/damage-corpora.ts'
import { note, printTable } from './table.ts'

const seed = Number(process.argv[2] ?? 6)
const { rows, problems } = await damageCorpora({ cacheDamages: 1_000, corpusDamages: 300, seed, note })
for (const problem of problems) note(problem)
process.exit(printTable(rows))
