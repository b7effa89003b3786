import { setFlagsFromString } from 'node:v8'
import { createDesk } from '../desk/desk.ts'
import type { Desk } from '../desk/types.ts'
import type { Parts } from './parts.ts'
import { readVersion } from './version.ts'

// Left to itself V8 lets garbage grow to four times what is in use before it looks: 690 MB where 110 are, and no faster.
const heapGrowthPercent = 60

/** The desk over the parts of this program. Throws ModelMismatchError when the index is of another model than the one set. */
export async function openDesk(parts: Parts): Promise<Desk> {
  setFlagsFromString(`--heap-growing-percent=${heapGrowthPercent}`)
  const { settings, log, ledger, bundledEmbedder } = parts
  return createDesk({
    ...{ settings, log, ledger },
    askParts: await parts.askParts(),
    chat: await parts.chat(),
    embedder: bundledEmbedder,
    version: readVersion(),
    reindex: () => reindex(parts),
  })
}

async function reindex(parts: Parts): Promise<{ readonly revision: number; readonly summary: string }> {
  // The readers of articles take a tenth of a second to load: only who reindexes waits for them.
  const [{ bringUpToDate }, { summarise }] = await Promise.all([
    import('./corpus/bring-up-to-date.ts'),
    import('./corpus/report-update.ts'),
  ])
  const report = await bringUpToDate(parts, { web: true })
  const revision = report.revision ?? (await (await parts.corpus()).index.revision())
  const unread = report.problems.length
  const summary = unread === 0 ? summarise(report) : `${summarise(report)} Not read: ${unread}.`
  return { revision: revision?.number ?? 0, summary }
}
