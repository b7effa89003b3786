/** Tells Telegram which commands to offer, where that has changed: it limits how often one may. */
import type { Client } from '../connection/client.ts'
import { type Menu, menus } from './commands.ts'

/** @throws what the first menu failed with that could not be set, after all were tried. */
export async function updateMenus(client: Client): Promise<void> {
  const failures: unknown[] = []
  for (const menu of menus) {
    try {
      await updateMenu(client, menu)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

async function updateMenu(client: Client, { commands, ...where }: Menu): Promise<void> {
  // A server that cannot say what is set can still be told.
  const set = await client.attempt((api) => api.getMyCommands(where)).catch(() => [])
  const isSame =
    set.length === commands.length &&
    commands.every(
      ({ command, description }, at) => set[at]?.command === command && set[at].description === description,
    )
  if (!isSame) await client.attempt((api) => api.setMyCommands(commands, where))
}
