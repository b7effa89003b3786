/** Who may do what, at every call, on the word of the server that this call came from. */
import { type BaseInteraction, PermissionFlagsBits } from 'discord.js'
import type { Bot } from '../bot.ts'
import type { Visit } from '../visit.ts'

/** `managers`: who may manage the server. `maintainers`: SOURCIER_ADMINS, and the roles that the server has set. */
export type Audience = 'everybody' | 'managers' | 'maintainers'

type Caller = Pick<BaseInteraction, 'memberPermissions' | 'member' | 'guildId'>

export function mayUse(audience: Audience, bot: Pick<Bot, 'desk'>, caller: Caller, visit: Visit): boolean {
  if (audience === 'everybody') return true
  if (audience === 'managers') {
    return caller.guildId !== null && caller.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true
  }
  if (bot.desk.isMaintainer(visit.asker)) return true
  const roles = rolesOf(caller)
  return visit.server.adminRoles.some((role) => roles.includes(role))
}

function rolesOf({ member, guildId }: Caller): readonly string[] {
  if (member === null || guildId === null) return []
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
}

/** A thread counts as its channel. The channel comes with the interaction, and its parent with it. */
export function isChannelAllowed(
  { server }: Pick<Visit, 'server'>,
  channelId: string | null,
  parentId: string | null,
): boolean {
  if (server.channels.length === 0) return true
  return [channelId, parentId].some((id) => id !== null && server.channels.includes(id))
}
