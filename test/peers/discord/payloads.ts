/** What the gateway says when a person does something: the interaction as Discord writes it. */
import { randomBytes } from 'node:crypto'
import type { Json } from './api-error.ts'
import { isObject } from './checks/values.ts'
import { newId } from './ids.ts'
import { type Message, writeMessage } from './messages.ts'
import { allPermissions, componentTypes, interactionTypes } from './protocol.ts'
import { commandsFor, type Interaction, type State } from './state.ts'
import { type Channel, permissionsOf, type User, writeChannel, writeMember, writeRole, writeUser } from './world.ts'

export type Place = { readonly user: User; readonly channel: Channel }
export type OptionValues = Readonly<Record<string, string | number | boolean>>

/** Keeps a new interaction and writes the event of it. */
export function openInteraction(
  state: State,
  type: number,
  data: Json,
  { user, channel, source }: Place & { readonly source?: Message | undefined },
): { readonly interaction: Interaction; readonly event: Json } {
  const interaction: Interaction = {
    id: newId(),
    token: `aW50ZXJhY3Rpb24${randomBytes(48).toString('base64url')}`,
    type,
    user,
    channel,
    ...(source !== undefined && { source }),
    createdAt: Date.now(),
    state: 'waiting',
    followUps: [],
  }
  state.interactions.set(interaction.id, interaction)
  const { guild } = channel
  const rights = guild === undefined ? allPermissions : permissionsOf(guild, user)
  const person =
    guild === undefined
      ? { user: writeUser(user), context: 1 }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, features: [], locale: 'en-US' },
          guild_locale: 'en-US',
          member: { ...writeMember(guild, user), user: writeUser(user), permissions: String(rights) },
          context: 0,
        }
  const event = {
    id: interaction.id,
    application_id: state.bot.id,
    type,
    data,
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: { ...writeChannel(channel), permissions: String(rights) },
    ...(source !== undefined && { message: writeMessage(state.world, source) }),
    ...person,
    locale: user.locale,
    app_permissions: String(guild === undefined ? allPermissions : permissionsOf(guild, state.bot)),
    entitlements: [],
    authorizing_integration_owners: { '0': guild?.id ?? '0' },
    attachment_size_limit: 10_485_760,
  }
  return { interaction, event }
}

/** A command as registered: a person can use no other. @throws Error when there is none. */
function findCommand(state: State, name: string, type: number, channel: Channel): Json {
  const command = commandsFor(state, channel.guild).find((entry) => entry['name'] === name && entry['type'] === type)
  if (command === undefined) throw new Error(`no command "${name}" of type ${type} is registered`)
  return command
}

/** Whether Discord offers a command here; a forged client could send it all the same. */
export function isOffered(state: State, name: string, channel: Channel): boolean {
  const contexts = findCommand(state, name, 1, channel)['contexts']
  return !Array.isArray(contexts) || contexts.includes(channel.guild === undefined ? 1 : 0)
}

/** `name` may name a sub-command: `admin reindex`. `focused` is the option being typed, for autocomplete. */
export function writeCommand(
  state: State,
  name: string,
  values: OptionValues,
  channel: Channel,
  focused?: string,
): Json {
  const [first = '', ...rest] = name.split(' ')
  const command = findCommand(state, first, 1, channel)
  const place = command['guild_id'] === undefined ? {} : { guild_id: command['guild_id'] }
  const options = writeOptions(command, rest, values, focused)
  return { id: command['id'], name: first, type: 1, ...place, options, resolved: resolve(state, channel, values) }
}

/** What ids among the values stand for: without it the client knows of no channel or role that was chosen. */
function resolve({ world }: State, { guild }: Channel, values: OptionValues): Json {
  const chosen = new Set(Object.values(values))
  const roles = (guild?.roles ?? []).map(writeRole).filter(({ id }) => chosen.has(String(id)))
  const channels = [...world.channels.values()].filter((known) => known.guild === guild && chosen.has(known.id))
  return {
    roles: Object.fromEntries(roles.map((role) => [role['id'], role])),
    channels: Object.fromEntries(channels.map((channel) => [channel.id, writeChannel(channel)])),
  }
}

function writeOptions(
  parent: Json,
  [sub, ...deeper]: readonly string[],
  values: OptionValues,
  focused?: string,
): Json[] {
  const defined = Array.isArray(parent['options']) ? parent['options'].filter(isObject) : []
  const find = (name: string): Json => {
    const option = defined.find((entry) => entry['name'] === name)
    if (option === undefined) throw new Error(`"${String(parent['name'])}" has no option "${name}"`)
    return option
  }
  if (sub !== undefined) {
    const option = find(sub)
    return [{ name: sub, type: option['type'], options: writeOptions(option, deeper, values, focused) }]
  }
  if (defined.some(({ type }) => type === 1 || type === 2))
    throw new Error(`"${String(parent['name'])}" needs a sub-command`)
  const missing = defined.find((option) => option['required'] === true && !(String(option['name']) in values))
  if (missing !== undefined && focused === undefined)
    throw new Error(`the option "${String(missing['name'])}" is required`)
  return Object.entries(values).map(([name, value]) => {
    const option = find(name)
    const longest = option['max_length']
    // Discord's own client lets nobody type more.
    const text = typeof value === 'string' ? value.slice(0, typeof longest === 'number' ? longest : 6_000) : value
    return { name, type: option['type'], value: text, ...(name === focused && { focused: true }) }
  })
}

export function writeMenu(state: State, name: string, target: Message): Json {
  const command = findCommand(state, name, 3, target.channel)
  const messages = { [target.id]: writeMessage(state.world, target) }
  return { id: command['id'], name, type: 3, target_id: target.id, resolved: { messages } }
}

export function writePress(customId: string, values?: readonly string[]): Json {
  const type = values === undefined ? componentTypes.button : componentTypes.stringSelect
  return { custom_id: customId, component_type: type, id: 2, ...(values !== undefined && { values }) }
}

/** What a person typed into a form. @throws Error where Discord's own client would not let it be sent. */
export function writeSubmission(modal: Json, values: Readonly<Record<string, string>>): Json {
  const fill = (input: Json): Json => {
    const customId = String(input['custom_id'])
    const value = values[customId] ?? String(input['value'] ?? '')
    const longest = Number(input['max_length'] ?? 4_000)
    if (value.length > longest || value.length < Number(input['min_length'] ?? 0))
      throw new Error(`"${customId}" does not fit`)
    if (value === '' && input['required'] !== false) throw new Error(`"${customId}" is required`)
    return { type: input['type'], id: 3, custom_id: customId, value }
  }
  const parts = (modal['components'] as Json[]).map((part) => {
    const inner = part['components']
    if (Array.isArray(inner)) return { type: part['type'], id: 1, components: inner.filter(isObject).map(fill) }
    return isObject(part['component'])
      ? { type: part['type'], id: 1, component: fill(part['component']) }
      : { ...part, id: 1 }
  })
  return { custom_id: modal['custom_id'], components: parts }
}

export const {
  command: commandType,
  component: componentType,
  autocomplete: autocompleteType,
  modalSubmit: submitType,
} = interactionTypes
