import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCustomId, writeCustomId } from '../../../adapters/discord/answers/custom-ids.ts'
import {
  mostListed,
  noServerSettings,
  parseServerSettings,
  readServerSettings,
  saveServerSettings,
} from '../../../adapters/discord/server-settings.ts'
import type { Desk } from '../../../src/desk/types.ts'

const key = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'), minLength: 10, maxLength: 10 })
const kind = fc.constantFrom('passage', 'passages', 'sources', 'useful', 'wrong', 'doubt', 'page')
const snowflake = fc.bigInt({ min: 0n, max: 2n ** 63n }).map(String)

describe('what a button stands for', () => {
  test('comes back as it was written, in at most 100 characters', () => {
    fc.assert(
      fc.property(fc.record({ kind, key, n: fc.nat(999) }), (id) => {
        expect(readCustomId(writeCustomId(id))).toEqual(id)
        expect(writeCustomId(id).length).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('is nothing when anybody else wrote it', () => {
    const forged = [
      '',
      ':',
      'passage',
      'passage:x:1',
      'passage:abcdefgh23:-1',
      'passage:abcdefgh23:1:2',
      'admin:abcdefgh23:0',
    ]
    for (const text of forged) expect(readCustomId(text)).toBeUndefined()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readCustomId(text)).toBeUndefined()
      }),
    )
  })
})

describe('the settings of a server', () => {
  const kept = new Map<string, string>()
  const desk = {
    groupSetting: async (group: string) => kept.get(group),
    setGroupSetting: async (group: string, json: string) => void kept.set(group, json),
  } as unknown as Desk

  test('come back as they were saved', async () => {
    const settings = fc.record(
      {
        channels: fc.array(snowflake, { maxLength: mostListed }),
        adminRoles: fc.array(snowflake, { maxLength: mostListed }),
        language: fc.constantFrom('en' as const, 'fr' as const),
        private: fc.boolean(),
      },
      { requiredKeys: ['channels', 'adminRoles', 'private'] },
    )
    await fc.assert(
      fc.asyncProperty(settings, async (wanted) => {
        await saveServerSettings(desk, '1', wanted)
        expect(await readServerSettings(desk, '1')).toEqual(wanted)
      }),
    )
  })

  test('are none for a server that never set any', async () => {
    expect(await readServerSettings(desk, '2')).toEqual(noServerSettings)
  })

  test('are private and give nobody rights when they are damaged', async () => {
    for (const damaged of ['', '{', '[]', '{"channels":"all"}', '{"adminRoles":["@everyone"]}']) {
      expect(parseServerSettings(damaged)).toBeUndefined()
      kept.set('discord:3', damaged)
      expect(await readServerSettings(desk, '3')).toMatchObject({ private: true, adminRoles: [] })
    }
  })
})
