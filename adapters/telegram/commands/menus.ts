/** Tells Telegram which commands to offer, where that has changed: it limits how often one may. */
import type { Client } from '../connection/client.ts'
import { menus } from './commands.ts'

export async function updateMenus(client: Client): Promise<void> {
  for (const { commands, ...where } of menus) {
    const set = await client.attempt((api) => api.getMyCommands(where))
    const isSame =
      set.length === commands.length &&
      commands.every(
        ({ command, description }, at) => set[at]?.command === command && set[at].description === description,
      )
    if (!isSame) await client.attempt((api) => api.setMyCommands(commands, where))
  }
}
