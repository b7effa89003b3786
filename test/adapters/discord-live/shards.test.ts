/** As many shards as Discord recommends, in one process: each has its servers, and none may die unnoticed. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Place } from '../../peers/discord/payloads.ts'
import { joinGuild } from '../../peers/discord/world.ts'
import { type LiveBot, startBot } from './live-bot.ts'
import { openSeedDesk, type SeedDesk } from './seed-desk.ts'
import { readableOf } from './seen.ts'

let seeds: SeedDesk
const bots: LiveBot[] = []
beforeAll(async () => {
  seeds = await openSeedDesk()
})
afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.close()))
  await seeds.close()
})

const peer = { shards: 2, identifiedAtOnce: 2 } as const
const shardOf = (id: string) => Number((BigInt(id) >> 22n) % 2n)

async function start(times: Parameters<typeof startBot>[1] = {}): Promise<LiveBot> {
  const bot = await startBot(seeds, { peer, ...times })
  bots.push(bot)
  return bot
}

/** A channel in a server of that shard. */
async function placeOf(bot: LiveBot, shard: number): Promise<Place> {
  for (let number = 0; ; number += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    const guild = bot.peer.guild(`Server ${number} of ${shard}`, bot.owner)
    if (shardOf(guild.id) !== shard) continue
    joinGuild(guild, bot.member)
    return { user: bot.member, channel: bot.peer.channel(guild, 'general') }
  }
}

async function expectAnswered(bot: LiveBot, place: Place): Promise<void> {
  const question = 'How many smartphones did the police seize during the investigation?'
  const content = `<@${bot.peer.bot.id}> ${question}`
  const outcomes = await Promise.all([
    bot.peer.slash('ask', { question }, place, { quietMs: 100 }),
    bot.peer.say({ ...place, content }, { quietMs: 100 }),
  ])
  for (const { shown } of outcomes) {
    expect(shown).toHaveLength(1)
    expect(readableOf(shown)).toContain('10 444')
  }
}

it('two shards answer in their servers and in direct messages, also after one of them was cut', async () => {
  const bot = await start()
  expect([0, 1].map((shard) => bot.peer.gateway.connections(shard))).toEqual([1, 1])
  const places = [await placeOf(bot, 0), await placeOf(bot, 1)]
  for (const place of places) await expectAnswered(bot, place)
  bot.peer.gateway.cut(1)
  for (const place of places) await expectAnswered(bot, place)
  expect(bot.peer.gateway.counts.identified).toBe(2)
  expect(bot.peer.gateway.counts.resumed).toBeGreaterThanOrEqual(1)
  const direct = { user: bot.member, channel: bot.peer.direct(bot.member) }
  await expectAnswered(bot, direct)
  expect(bot.dead).toEqual([])
  await bot.platform.stop()
  expect(bot.peer.gateway.connections()).toBe(0)
})

it('is given up when one shard stays silent, though the other is well', async () => {
  const bot = await start({ peer: { ...peer, heartbeatMs: 300 }, times: { deadAfterMs: 1_200, watchMs: 100 } })
  bot.peer.gateway.fallSilent(true, 1)
  await expect.poll(() => bot.dead.length, { timeout: 10_000 }).toBe(1)
  expect(bot.dead[0]).toContain('shard 1')
})

it('is given up when one shard is closed for good', async () => {
  const bot = await start()
  bot.peer.gateway.close(4004, 1)
  await expect.poll(() => bot.dead.length, { timeout: 5_000 }).toBe(1)
  expect(bot.dead[0]).toContain('shard 1')
})
