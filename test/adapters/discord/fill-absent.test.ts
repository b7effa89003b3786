import { describe, expect, test } from 'vitest'
import { fillAbsent } from '../../../adapters/discord/connection/fill-absent.ts'

function filled(t: string, d: object): object {
  const packet = { op: 0, t, d: structuredClone(d) }
  fillAbsent(packet)
  return packet.d
}

describe('what an event may leave out', () => {
  test('is the kind of channel: without it discord.js drops a direct message from a channel that it has not seen', () => {
    expect(filled('MESSAGE_CREATE', { channel_id: '5' })).toEqual({ channel_id: '5', channel_type: 1 })
    expect(filled('MESSAGE_CREATE', { guild_id: '6' })).toEqual({ guild_id: '6', channel_type: 0 })
    const thread = { guild_id: '6', channel_type: 11 }
    expect(filled('MESSAGE_CREATE', thread)).toEqual(thread)
  })

  test('are entitlements and owners: without them discord.js answers no interaction', () => {
    const nothing = { entitlements: [], authorizing_integration_owners: {} }
    expect(filled('INTERACTION_CREATE', {})).toEqual(nothing)
    const given = { entitlements: [{ id: '7' }], authorizing_integration_owners: { 0: '8' } }
    expect(filled('INTERACTION_CREATE', given)).toEqual(given)
  })

  test('is the channel of an interaction, or its server: without it the parent of a thread is not known', () => {
    const inServer = { channel_id: '5', guild_id: '6' }
    expect(filled('INTERACTION_CREATE', inServer)).toMatchObject({ channel: { id: '5', guild_id: '6' } })
    expect(filled('INTERACTION_CREATE', { channel_id: '5' })).toMatchObject({ channel: { id: '5', type: 1 } })
    const thread = { ...inServer, channel: { id: '5', type: 11, parent_id: '4' } }
    expect(filled('INTERACTION_CREATE', thread)).toMatchObject({ channel: { ...thread.channel, guild_id: '6' } })
  })

  test('is left alone in every other event, and in what is no event', () => {
    expect(filled('TYPING_START', { channel_id: '5' })).toEqual({ channel_id: '5' })
    for (const packet of [undefined, null, 1, {}, { t: 'MESSAGE_CREATE', d: null }]) {
      expect(() => fillAbsent(packet)).not.toThrow()
    }
  })
})
