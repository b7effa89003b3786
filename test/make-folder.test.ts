import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeFolder } from '../src/make-folder.ts'

describe('making a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sourcier-folder-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('makes those above it too, and is content with one that is there', () => {
    makeFolder(join(folder, 'a', 'b', 'c'))
    makeFolder(join(folder, 'a', 'b', 'c'))
    expect(existsSync(join(folder, 'a', 'b', 'c'))).toBe(true)
  })

  it('fails where a file is in the way', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => makeFolder(join(folder, 'file', 'below'))).toThrow()
  })

  // A regression: with SOURCIER_DATA=/proc/nope the program ran for ever at full load.
  it.runIf(existsSync('/proc/self'))('ends where the system makes no folders', () => {
    expect(() => makeFolder('/proc/nope/data')).toThrow()
  })
})
