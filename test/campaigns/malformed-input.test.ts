import { describe, expect, it } from 'vitest'
import { indexInputs } from './malformed-input/index-inputs.ts'
import { generators } from './malformed-input/inputs.ts'
import { runMalformedInput } from './malformed-input/read-inputs.ts'

const eachKind = 50
const bombs = ['a million nested tags', '10 MB of <', '30 kB of *a_ in Markdown', '/gzip-of-10-GB', '/pours']

describe('malformed input (the short form of test/campaigns/malformed-input.ts)', () => {
  it('crashes nothing and holds no memory', async () => {
    const rows = await runMalformedInput(eachKind * generators.length, (kind) => bombs.includes(kind))
    expect(rows.flatMap(({ crashes }) => crashes)).toEqual([])
    expect(rows.filter(({ memoryMb }) => memoryMb > 200)).toEqual([])
    expect(rows.filter(({ kind }) => bombs.includes(kind)).map(({ refused }) => refused)).toEqual([1, 1, 1, 1, 1])
  }, 240_000)

  it('leaves no half revision: a run takes in all that can be read, or nothing', async () => {
    const { rows, problems } = await indexInputs({ runs: 1, each: 2, kills: 1 })
    expect(problems).toEqual([])
    expect(rows.filter(({ isRight }) => !isRight)).toEqual([])
  }, 120_000)
})
