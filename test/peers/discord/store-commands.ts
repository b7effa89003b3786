import type { Json } from './api-error.ts'
import { checkCommands } from './checks/commands.ts'
import { newId } from './ids.ts'
import type { State } from './state.ts'

/** Takes the place of the whole list; a command of the same name keeps its id. @throws ApiError where Discord refuses it. */
export function storeCommands(state: State, list: unknown, guildId?: string): readonly Json[] {
  checkCommands(list)
  const known = guildId === undefined ? state.globalCommands : (state.guildCommands.get(guildId) ?? [])
  const stored = list.map((command) => {
    const same = known.find(({ name, type }) => name === command['name'] && type === (command['type'] ?? 1))
    const place = { application_id: state.bot.id, ...(guildId !== undefined && { guild_id: guildId }) }
    return { type: 1, ...command, ...place, id: same?.['id'] ?? newId(), version: newId() }
  })
  if (guildId === undefined) state.globalCommands.splice(0, Number.POSITIVE_INFINITY, ...stored)
  else state.guildCommands.set(guildId, stored)
  return stored
}
