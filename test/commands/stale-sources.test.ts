import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeWebMemory } from '../../adapters/sources/web/memory.ts'
import { describeStale, expectedWithinMs, whenLastNew } from '../../src/commands/corpus/stale-sources.ts'
import { changeKnownSources } from '../../src/sources.ts'

const day = 24 * 60 * 60 * 1_000
const daily = ['2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05']

describe('sources that bring nothing', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sourcier-stale-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('are told by their own pace', () => {
    expect(expectedWithinMs(daily)).toBe(3 * day)
    expect(expectedWithinMs(daily.map((date) => `${date}T10:00:00Z`).slice(0, 2))).toBe(7 * day)
    expect(expectedWithinMs(['2026-02-01T10:00', '2026-02-01T11:00', '2026-02-01T12:00', '2026-02-01T13:00'])).toBe(
      2 * day,
    )
    fc.assert(fc.property(fc.array(fc.string()), (dates) => expectedWithinMs(dates) >= 2 * day))
  })

  it('are named with the date, the one that is quiet longest first', () => {
    const news = [
      { address: 'https://coast.example/feed', lastNew: '2026-02-05T10:00:00Z', dates: daily },
      { address: 'https://port.example/feed', lastNew: '2026-02-01T10:00:00Z', dates: daily },
    ]
    expect(describeStale(news, new Date('2026-02-03T10:00:00Z'), 'en')).toBeUndefined()
    expect(describeStale(news, new Date('2026-02-06T10:00:00Z'), 'en')).toMatch(
      /^Nothing new from port\.example since .*2026/,
    )
    expect(describeStale(news, new Date('2026-02-16T10:00:00Z'), 'fr')).toMatch(
      /port\.example \(et 1 autre\) depuis le/,
    )
  })

  it('are feeds and sitemaps among the sources, and looking makes no file', () => {
    expect(whenLastNew(join(folder, 'data'))).toEqual([])
    expect(readdirSync(folder)).toEqual([])
    const source = { items: {}, dates: daily, lastNew: '2026-02-05T10:00:00Z' }
    writeWebMemory(folder, {
      'https://coast.example/feed': { kind: 'feed', ...source },
      'https://coast.example/page': { kind: 'page', ...source },
      'https://forgotten.example/feed': { kind: 'feed', ...source },
    })
    const addresses = ['https://coast.example/feed', 'https://coast.example/page', 'https://new.example/feed']
    changeKnownSources(folder, (known) => ({ ...known, addresses }))
    expect(whenLastNew(folder).map(({ address }) => address)).toEqual(['https://coast.example/feed'])
  })
})
