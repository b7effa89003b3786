import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { readRememberedSources, rememberSources } from '../../src/sources.ts'

describe('the remembered sources', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sourcier-sources-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('are none at first, and looking makes no file', () => {
    expect(readRememberedSources(join(folder, 'data'))).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })

  it('are kept in their order, each once', () => {
    const data = join(folder, 'data')
    rememberSources(data, ['/b', '/a'])
    rememberSources(data, ['/a', '/c', '/c'])
    expect(readRememberedSources(data)).toEqual(['/b', '/a', '/c'])
    expect(readdirSync(data)).toEqual(['sources.json'])
  })

  it('are not taken for none when the file is damaged', () => {
    for (const damaged of ['', '{', '[]', '{"paths":[1]}', 'null']) {
      writeFileSync(join(folder, 'sources.json'), damaged)
      expect(() => readRememberedSources(folder)).toThrow(UserError)
      expect(() => rememberSources(folder, ['/a'])).toThrow(/sources\.json is damaged/)
    }
  })
})
