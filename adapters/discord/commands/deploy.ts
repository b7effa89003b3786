/** Tells Discord the commands, when they are others than those that it has: once and for all, not at every start. */
import { type REST, Routes } from 'discord.js'
import { commandDefinitions } from './definitions.ts'

export type Deployment = 'deployed' | 'unchanged'

/**
 * @param guildId tells one server only, where they appear at once; for trying out.
 * @throws what the REST client throws.
 */
export async function deployCommands(
  rest: Pick<REST, 'get' | 'put'>,
  applicationId: string,
  guildId?: string,
): Promise<Deployment> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  const there = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  const wanted = commandDefinitions.map((command) => (guildId === undefined ? command : ofOneServer(command)))
  const told = guildId === undefined || !Array.isArray(there) ? there : there.map(ofOneServer)
  if (isSame(told, wanted)) return 'unchanged'
  await rest.put(route, { body: wanted })
  return 'deployed'
}

/** Commands of one server have no contexts; what Discord gives back in their place is its own. */
function ofOneServer(command: object): object {
  const ofAll = new Set(['contexts', 'integration_types', 'dm_permission'])
  return Object.fromEntries(Object.entries(command).filter(([name]) => !ofAll.has(name)))
}

/** Whether two lists of commands mean the same to Discord, in whatever order it gives its own. */
export function isSame(there: unknown, wanted: readonly object[]): boolean {
  if (!Array.isArray(there)) return false
  const write = (commands: readonly unknown[]) => commands.map((command) => JSON.stringify(normalise(command))).sort()
  const [left, right] = [write(there), write(wanted)]
  return left.length === right.length && left.every((text, position) => text === right[position])
}

/** What a command is made of; whatever else Discord gives back is its own. */
const compared: ReadonlySet<string> = new Set([
  ...['type', 'name', 'name_localizations', 'description', 'description_localizations', 'options'],
  ...['default_member_permissions', 'dm_permission', 'contexts', 'integration_types', 'nsfw'],
  ...['required', 'autocomplete', 'choices', 'value', 'channel_types'],
  ...['min_length', 'max_length', 'min_value', 'max_value'],
])
/** What means the same as nothing. */
const nothing: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['nsfw', false],
  ['required', false],
  ['autocomplete', false],
  ['dm_permission', true],
  ['description', ''],
])
/** Lists whose order means nothing. */
const unordered = new Set(['contexts', 'integration_types', 'channel_types'])

function normalise(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => normalise(item))
    return unordered.has(name) ? items.sort() : items
  }
  if (typeof value !== 'object' || value === null) return value
  const isLocalised = name.endsWith('_localizations')
  const entries = Object.entries(value)
    .filter(([key]) => isLocalised || compared.has(key))
    .filter(([key, item]) => item !== null && item !== undefined && nothing.get(key) !== item)
    .filter(([key, item]) => !(key === 'options' && Array.isArray(item) && item.length === 0))
    .filter(([key]) => !(key === 'dm_permission' && 'contexts' in value))
    .map(([key, item]) => [key, normalise(item, key)] as const)
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)))
}
