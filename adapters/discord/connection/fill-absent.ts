/**
 * What discord.js needs of an event and a server may leave out: without it a direct message is lost in silence, and a
 * command is never answered.
 */
import { ChannelType, GatewayDispatchEvents } from 'discord.js'

type Fields = Record<string, unknown>

/** Fills it in, in the packet itself, before discord.js reads it. What is there stays. */
export function fillAbsent(packet: unknown): void {
  if (!isObject(packet) || !isObject(packet['d'])) return
  if (packet['t'] === GatewayDispatchEvents.MessageCreate) fillMessage(packet['d'])
  if (packet['t'] === GatewayDispatchEvents.InteractionCreate) fillInteraction(packet['d'])
}

/** A channel that discord.js has not seen is made of its kind; a message without a server is a direct one. */
function fillMessage(message: Fields): void {
  message['channel_type'] ??= message['guild_id'] === undefined ? ChannelType.DM : ChannelType.GuildText
}

function fillInteraction(interaction: Fields): void {
  interaction['entitlements'] ??= []
  interaction['authorizing_integration_owners'] ??= {}
  const { channel_id: id, guild_id: guildId } = interaction
  if (id !== undefined) interaction['channel'] ??= guildId === undefined ? { id, type: ChannelType.DM } : { id }
  // With its server, a thread is known with its parent: whether questions are answered there depends on that.
  if (isObject(interaction['channel']) && guildId !== undefined) interaction['channel']['guild_id'] ??= guildId
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
