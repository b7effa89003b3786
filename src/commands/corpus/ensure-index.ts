import type { Parts } from '../parts.ts'

/** Builds the index when nothing was ever indexed; says so on standard error. */
export async function ensureIndex(parts: Parts): Promise<void> {
  if (parts.hasCorpus() && (await (await parts.corpus()).index.revision()) !== undefined) return
  parts.output.note('There is no index yet: building it.')
  // The readers of articles take a tenth of a second to load: a question to an index that is there does not wait for them.
  const [{ bringUpToDate }, { reportUpdate }] = await Promise.all([
    import('./bring-up-to-date.ts'),
    import('./report-update.ts'),
  ])
  reportUpdate(parts, await bringUpToDate(parts))
}
