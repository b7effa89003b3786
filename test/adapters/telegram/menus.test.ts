import { describe, expect, it } from 'vitest'
import { menus } from '../../../adapters/telegram/commands/commands.ts'
import { updateMenus } from '../../../adapters/telegram/commands/menus.ts'
import type { Client } from '../../../adapters/telegram/connection/client.ts'

type Where = { readonly scope: { readonly type: string }; readonly language_code?: string }
const nameOf = ({ scope, language_code: language = '' }: Where) => `${scope.type}/${language}`

function clientOf(api: object): Client {
  return { attempt: async (call: (api: object) => unknown) => call(api) } as unknown as Client
}

describe('the menus of commands', () => {
  it('are set where a server cannot say what is set: none were', async () => {
    const set: string[] = []
    const getMyCommands = async () => {
      throw new Error('404')
    }
    const setMyCommands = async (_commands: unknown, where: Where) => set.push(nameOf(where))
    await updateMenus(clientOf({ getMyCommands, setMyCommands }))
    expect(set).toEqual(menus.map(nameOf))
  })

  it('are set but for the one that is refused, which is told', async () => {
    const set: string[] = []
    const setMyCommands = async (_commands: unknown, where: Where) => {
      if (set.length === 0) {
        set.push('refused')
        throw new Error('refused once')
      }
      set.push(nameOf(where))
    }
    const getMyCommands = async () => []
    await expect(updateMenus(clientOf({ getMyCommands, setMyCommands }))).rejects.toThrow('refused once')
    expect(set).toEqual(['refused', ...menus.slice(1).map(nameOf)])
  })

  it('are left alone when they are set', async () => {
    const getMyCommands = async (where: Where) => menus.find((menu) => nameOf(menu) === nameOf(where))?.commands
    const setMyCommands = async () => {
      throw new Error('set again')
    }
    await updateMenus(clientOf({ getMyCommands, setMyCommands }))
  })
})
