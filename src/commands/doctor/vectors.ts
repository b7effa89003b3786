import { join } from 'node:path'
import { inspectIndexFile } from '../../../index/hnsw/index-file.ts'
import { indexFile, listBases, readManifest } from '../../../index/hnsw/manifest.ts'
import type { Parts } from '../parts.ts'
import { Fault } from './fault.ts'

/** The vector cache can always be built again; a damaged one is only worth a word. */
export async function checkVectorCache({ dataFolder }: Parts): Promise<string> {
  const folder = join(dataFolder, 'vectors')
  const revisions = await listBases(folder)
  if (revisions.length === 0) return 'none, every vector is looked at (an index is built for large corpora)'
  for (const revision of revisions) {
    const manifest = await readManifest(folder, revision).catch(() => undefined)
    const file = indexFile(folder, revision)
    if (manifest === undefined || !isWhole(file, manifest.count, manifest.sha256)) {
      throw new Fault(`${file} is damaged and will not be used`, `delete ${folder}; it is built again by itself`)
    }
  }
  return `for ${revisions.map((revision) => `revision ${revision}`).join(' and ')}`
}

function isWhole(file: string, count: number, sha256: string): boolean {
  try {
    const found = inspectIndexFile(file, count)
    return found.whole && found.sha256 === sha256
  } catch {
    return false
  }
}
