/** Reads the files among the sources; what was read outlives a run that is interrupted. */
import { createExtractor } from '../../../adapters/sources/extraction/extractor.ts'
import { keepExtractions } from '../../../adapters/sources/extraction/kept-extractions.ts'
import { readSources, type SourceReading } from '../../../adapters/sources/files.ts'
import type { Parts } from '../parts.ts'
import { readVersion } from '../version.ts'

export type FileReading = {
  readonly reading: Promise<SourceReading>
  /** What was read is in the corpus now: nothing of it is kept aside any more. */
  readonly forget: () => void
}

/** @param dryRun leaves nothing behind. */
export function readFiles(
  { workingFolder, dataFolder }: Parts,
  paths: readonly string[],
  dryRun: boolean,
): FileReading {
  const extractor = createExtractor()
  const kept = dryRun ? undefined : keepExtractions(extractor, dataFolder, readVersion())
  const reading = readSources(paths, workingFolder, kept ?? extractor).finally(extractor.close)
  return { reading, forget: () => kept?.forget() }
}
