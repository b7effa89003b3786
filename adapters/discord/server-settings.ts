/** What those who manage a server have chosen for it. */
import { z } from 'zod'
import type { Desk } from '../../src/desk/types.ts'

const snowflake = z.string().regex(/^\d{1,20}$/)
/** More would not fit one message that shows them. */
export const mostListed = 50

const serverSettings = z.object({
  /** Channels where the bot answers; none: all. A thread counts as its channel. */
  channels: z.array(snowflake).max(mostListed).default([]),
  /** Roles that may use `/admin`. */
  adminRoles: z.array(snowflake).max(mostListed).default([]),
  /** Absent: that of each question. */
  language: z.enum(['en', 'fr']).optional(),
  private: z.boolean().default(false),
})

export type ServerSettings = Readonly<z.output<typeof serverSettings>>

export const noServerSettings: ServerSettings = serverSettings.parse({})

/** Undefined when the text is damaged. */
export function parseServerSettings(json: string): ServerSettings | undefined {
  try {
    return serverSettings.parse(JSON.parse(json))
  } catch {
    return undefined
  }
}

/** As a group of the desk is called. */
export function groupOf(guildId: string): string {
  return `discord:${guildId}`
}

/** Nobody's wishes are known while they cannot be read: then everything is private, and nobody is an admin by role. */
const cautious: ServerSettings = { ...noServerSettings, private: true }

export async function readServerSettings(desk: Desk, guildId: string): Promise<ServerSettings> {
  const json = await desk.groupSetting(groupOf(guildId))
  return json === undefined ? noServerSettings : (parseServerSettings(json) ?? cautious)
}

export async function saveServerSettings(desk: Desk, guildId: string, settings: ServerSettings): Promise<void> {
  await desk.setGroupSetting(groupOf(guildId), JSON.stringify(serverSettings.parse(settings)))
}
