import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** New folders for one test file, removed when it is done. */
export function temporaryFolders(): () => string {
  const parent = mkdtempSync(join(tmpdir(), 'sourcier-'))
  afterAll(() => rmSync(parent, { recursive: true, force: true }))
  let count = 0
  return () => {
    count += 1
    return join(parent, String(count))
  }
}
