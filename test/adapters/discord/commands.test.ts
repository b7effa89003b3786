import { describe, expect, test } from 'vitest'
import { commandDefinitions } from '../../../adapters/discord/commands/definitions.ts'
import { deployCommands, isSame } from '../../../adapters/discord/commands/deploy.ts'
import { deployAlone } from '../../../adapters/discord/commands/deploy-alone.ts'
import { commands } from '../../../adapters/discord/interactions/commands.ts'
import { UserError } from '../../../src/errors.ts'
import { checkCommands } from '../../peers/discord/checks/commands.ts'
import { startDiscordPeer } from '../../peers/discord/peer.ts'

type Described = { readonly name: string; readonly type?: number; readonly options?: readonly Described[] }

/** As Discord gives them back: with its own fields, nothing left out, in another order. */
const there = () =>
  commandDefinitions.toReversed().map((command, at) => ({
    ...{ id: `${at}`, application_id: '1', version: '2', nsfw: false, dm_permission: true, description: '' },
    ...{ description_localizations: null, default_member_permissions: null, handler: null, guild_id: undefined },
    ...structuredClone(command),
  }))

describe('the commands told to Discord', () => {
  test('are within its limits', () => {
    expect(() => checkCommands(structuredClone(commandDefinitions))).not.toThrow()
  })

  test('have names and descriptions in English and in French, options too', () => {
    const check = (entry: Described): void => {
      expect(entry).toMatchObject({ name_localizations: { fr: expect.stringMatching(/\S/) } })
      if (entry.type !== 3)
        expect(entry).toMatchObject({ description_localizations: { fr: expect.stringMatching(/\S/) } })
      for (const option of entry.options ?? []) check(option)
    }
    for (const command of commandDefinitions) check(command as Described)
  })

  test('are all answered, and all that is answered is told', () => {
    const told = commandDefinitions.filter(({ type }) => type === 1).map(({ name }) => name)
    expect(told.toSorted()).toEqual([...commands.keys()].toSorted())
  })
})

describe('deploying commands', () => {
  test('takes what Discord gives back for what was told', () => {
    expect(isSame(there(), commandDefinitions)).toBe(true)
  })

  test('sees a changed word, a missing command and one too many', () => {
    const [first, ...rest] = there()
    expect(isSame([{ ...first, name: 'other' }, ...rest], commandDefinitions)).toBe(false)
    expect(isSame(rest, commandDefinitions)).toBe(false)
    expect(isSame([...there(), first], commandDefinitions)).toBe(false)
    expect(isSame(undefined, commandDefinitions)).toBe(false)
  })

  test('tells Discord only what has changed', async () => {
    const told: string[] = []
    const rest = (answer: unknown) => ({
      get: async () => answer,
      put: async (route: string) => void told.push(route),
    })
    expect(await deployCommands(rest(there()), '1')).toBe('unchanged')
    expect(await deployCommands(rest([]), '1')).toBe('deployed')
    expect(await deployCommands(rest([]), '1', '2')).toBe('deployed')
    expect(told).toEqual(['/applications/1/commands', '/applications/1/guilds/2/commands'])
  })

  test('takes no notice of fields that are Discord’s own, and of what it says of the commands of one server', async () => {
    const own = { default_permission: true, global_popularity_rank: 3 }
    const deep = there().map((command) => ({ ...command, ...own }))
    expect(isSame(deep, commandDefinitions)).toBe(true)
    const ofServer = deep.map((command) => ({ ...command, contexts: null, integration_types: [0], guild_id: '2' }))
    const rest = { get: async () => ofServer, put: async () => Promise.reject(new Error('told again')) }
    expect(await deployCommands(rest, '1', '2')).toBe('unchanged')
    const [first, ...others] = structuredClone(deep)
    const renamed = [{ ...first, name_localizations: { fr: 'autre' } }, ...others]
    expect(isSame(renamed, commandDefinitions)).toBe(false)
  })

  test('works without the gateway, everywhere and in one server', async () => {
    const peer = await startDiscordPeer()
    const { api, token } = peer
    try {
      const guildId = peer.guild('Newsroom', peer.user('owner')).id
      expect(await deployAlone({ api, token })).toBe('deployed')
      expect(await deployAlone({ api, token })).toBe('unchanged')
      expect(await deployAlone({ api, token, guildId })).toBe('deployed')
      expect(await deployAlone({ api, token, guildId })).toBe('unchanged')
      await expect(deployAlone({ api, token: 'wrong-token' })).rejects.toThrow(UserError)
      await expect(deployAlone({ api, token, guildId: '999999999999999999' })).rejects.toThrow(UserError)
    } finally {
      await peer.stop()
    }
  })
})
