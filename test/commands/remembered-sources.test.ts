import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { changeKnownSources, readKnownSources } from '../../src/sources.ts'

function rememberPaths(dataFolder: string, paths: readonly string[]): void {
  changeKnownSources(dataFolder, (known) => ({ ...known, paths: [...new Set([...known.paths, ...paths])] }))
}

describe('the remembered sources', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sourcier-sources-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('are none at first, and looking makes no file', () => {
    expect(readKnownSources(join(folder, 'data')).paths).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })

  it('are kept in their order, each once', () => {
    const data = join(folder, 'data')
    rememberPaths(data, ['/b', '/a'])
    rememberPaths(data, ['/a', '/c', '/c'])
    expect(readKnownSources(data).paths).toEqual(['/b', '/a', '/c'])
    expect(readdirSync(data)).toEqual(['sources.json'])
  })

  it('are not taken for none when the file is damaged', () => {
    for (const damaged of ['', '{', '[]', '{"paths":[1]}', 'null']) {
      writeFileSync(join(folder, 'sources.json'), damaged)
      expect(() => readKnownSources(folder)).toThrow(UserError)
      expect(() => rememberPaths(folder, ['/a'])).toThrow(/sources\.json is damaged/)
    }
  })

  it('keep what is withdrawn and edited when a path is added', () => {
    changeKnownSources(folder, (known) => ({ ...known, withdrawn: ['one'], edits: { two: { title: 'Two' } } }))
    rememberPaths(folder, ['/a'])
    expect(readKnownSources(folder)).toEqual({
      paths: ['/a'],
      addresses: [],
      withdrawn: ['one'],
      edits: { two: { title: 'Two' } },
    })
  })

  it('of an earlier version are read', () => {
    writeFileSync(join(folder, 'sources.json'), '{"paths":["/a"]}')
    expect(readKnownSources(folder)).toEqual({ paths: ['/a'], addresses: [], withdrawn: [], edits: {} })
  })
})
