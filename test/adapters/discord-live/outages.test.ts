/** The gateway goes away and comes back: the session is resumed, and what was asked in between is answered. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

async function start(): Promise<LiveBot> {
  const bot = await startBot(seeds)
  bots.push(bot)
  return bot
}

const question = 'How many smartphones did the police seize during the investigation?'

async function askInBetween(bot: LiveBot, comeBack: () => Promise<void>) {
  const { member: user, channel } = bot
  const answered = bot.peer.say({ user, channel, content: `<@${bot.peer.bot.id}> ${question}` }, { waitMs: 20_000 })
  await comeBack()
  return await answered
}

describe('a session', () => {
  // 1,700 ms: the first attempts to come back are refused.
  it.each([300, 1_700])(
    'outlives an outage of %i ms, and what was asked in it is answered once',
    async (milliseconds) => {
      const bot = await start()
      await bot.peer.goAway()
      const { shown } = await askInBetween(bot, async () => {
        await wait(milliseconds)
        await bot.peer.comeBack()
      })
      expect(shown).toHaveLength(1)
      expect(readableOf(shown)).toContain('10 444')
      expect(bot.peer.gateway.counts).toMatchObject({ identified: 1, resumed: 1 })
      expect(bot.dead).toEqual([])
    },
  )

  it.each([4000, 4001, 4002, 4005, 4008, 4009, 1006])('is resumed after code %i', async (code) => {
    const bot = await start()
    const before = seeds.logged().length
    if (code === 1006) bot.peer.gateway.cut()
    else bot.peer.gateway.close(code)
    const { shown } = await askInBetween(bot, async () => undefined)
    expect(readableOf(shown)).toContain('10 444')
    expect(bot.peer.gateway.counts).toMatchObject({ identified: 1, resumed: 1 })
    expect(seeds.logged().slice(before)).toContain(`"code":${code}`)
  })

  it.each([1000, 1001])('that the server ends with %i is tried once more, then begun anew', async (code) => {
    const bot = await start()
    bot.peer.gateway.close(code)
    await expect.poll(() => bot.peer.gateway.counts.identified, { timeout: 15_000 }).toBe(2)
    const { shown } = await askInBetween(bot, async () => undefined)
    expect(readableOf(shown)).toContain('10 444')
  })

  it('that the server has refused (op 9, code 4007) is begun anew', async () => {
    const bot = await start()
    bot.peer.gateway.invalidate(false)
    await expect.poll(() => bot.peer.gateway.counts.identified, { timeout: 15_000 }).toBe(2)
    bot.peer.gateway.close(4007)
    await expect.poll(() => bot.peer.gateway.counts.identified, { timeout: 15_000 }).toBe(3)
    const { shown } = await askInBetween(bot, async () => undefined)
    expect(readableOf(shown)).toContain('10 444')
    expect(bot.dead).toEqual([])
  })
})
