/** What every test file of the live bot needs: one desk, and servers and bots, all put away at the end. */
import { afterAll, beforeAll, expect } from 'vitest'
import type { Desk } from '../../../src/desk/types.ts'
import { type PeerOptions, startTelegramPeer, type TelegramPeer } from '../../peers/telegram/peer.ts'
import { type LiveBot, startLiveBot } from './live-bot.ts'
import { buildDataFolder, type LiveDesk, openLiveDesk, type Variables, withoutPlaceholders } from './live-desk.ts'

export type LiveTest = {
  desk(): Desk
  startPeer(options?: PeerOptions): Promise<TelegramPeer>
  /** @param inboxName the same name: what another bot left behind is worked. */
  startBot(
    peer: TelegramPeer,
    options?: { readonly desk?: Desk; readonly inboxName?: string; readonly variables?: Variables },
  ): Promise<LiveBot>
}

/** To be called once at the top of a file. At the end the token must stand in no line of any log, even before secrets are taken out. */
export function prepareLiveTest(variables: Variables = {}): LiveTest {
  let live: LiveDesk
  let folder: Awaited<ReturnType<typeof buildDataFolder>>
  let inboxes = 0
  const peers: TelegramPeer[] = []
  const bots: LiveBot[] = []

  beforeAll(async () => {
    folder = await buildDataFolder()
    live = await openLiveDesk(folder.dataFolder, { SOURCIER_RATE_PER_MINUTE: '10000', ...variables })
    // The first question reads what all others find in memory.
    await live.desk.ask({ text: 'Who said what?', asker: 'telegram:0', private: true })
  })
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.stop()))
    await Promise.all(peers.map((peer) => peer.close()))
    await live.close()
    folder.remove()
    const written = bots.flatMap(({ raw }) => raw)
    expect(written.length).toBeGreaterThan(0)
    for (const { token } of peers) expect(written.filter((line) => line.includes(token))).toEqual([])
  })

  return {
    desk: () => withoutPlaceholders(live.desk),
    async startPeer(options) {
      const peer = await startTelegramPeer(options)
      peers.push(peer)
      return peer
    },
    async startBot(
      peer,
      { desk = withoutPlaceholders(live.desk), inboxName = `inbox-${++inboxes}`, variables: more = {} } = {},
    ) {
      const both = { ...variables, ...more }
      const bot = await startLiveBot({ peer, desk, dataFolder: folder.dataFolder, inboxName, variables: both })
      bots.push(bot)
      return bot
    },
  }
}

/** Looks again and again, and gives up only when the test does. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
}
