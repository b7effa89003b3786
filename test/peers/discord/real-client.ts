/** The real client of discord.js, connected to a peer of its own; closed after each test. */
import { once } from 'node:events'
import { Client, GatewayIntentBits, Partials } from 'discord.js'
import { afterEach } from 'vitest'
import { type DiscordPeerOptions, startDiscordPeer } from './peer.ts'

const opened: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

export const closeAfterwards = (close: () => Promise<unknown>) => void opened.push(close)

export const leastIntents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
]

export async function connectClient(options: DiscordPeerOptions = {}) {
  const peer = await startDiscordPeer(options)
  closeAfterwards(() => peer.stop())
  const owner = peer.user('owner')
  const guild = peer.guild('Newsroom', owner)
  const channel = peer.channel(guild, 'general')
  const client = new Client({ intents: leastIntents, partials: [Partials.Channel], rest: { api: peer.api } })
  client.on('error', () => undefined)
  closeAfterwards(() => client.destroy())
  const ready = once(client, 'clientReady')
  await client.login(peer.token)
  await ready
  return { peer, owner, guild, channel, client }
}

/** What it failed with; undefined when it did not. */
export async function failure(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => undefined,
    (error: unknown) => error,
  )
}
