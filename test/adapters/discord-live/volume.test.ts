/** Many questions; the long form is test/campaigns/discord.ts. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LiveBot, startBot } from './live-bot.ts'
import { askMany } from './many-questions.ts'
import { openSeedDesk, type SeedDesk } from './seed-desk.ts'

let seeds: SeedDesk
let bot: LiveBot
beforeAll(async () => {
  seeds = await openSeedDesk()
  bot = await startBot(seeds)
})
afterAll(async () => {
  await bot.close()
  await seeds.close()
})

/** What Discord would not take yet: too many of these, and it shuts the bot out. */
const limited = () => bot.peer.state.requests.filter(({ status }) => status === 429)

it('cut every 15 of 60 questions, the connection loses none and answers none twice', async () => {
  const disturb = { every: 15, act: () => bot.peer.gateway.cut() }
  const { lost, doubled } = await askMany(bot, { questions: 60, atOnce: 8, disturb })
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
  expect(bot.peer.gateway.counts.resumed).toBeGreaterThanOrEqual(3)
  expect(bot.peer.state.refusals).toEqual([])
}, 150_000)

// How soon is measured by test/campaigns/discord.ts: on a loaded machine a time says nothing.
it('forty questions at once are each acknowledged and answered once', async () => {
  const tally = await askMany(bot, { questions: 40, atOnce: 40 })
  expect(tally).toMatchObject({ lost: 0, doubled: 0 })
  expect(tally.acknowledgedMs).toHaveLength(40)
  expect(bot.peer.state.refusals).toEqual([])
  expect(limited()).toEqual([])
}, 150_000)

it('eight questions at once in one channel, which takes five messages in five seconds, are answered within its limits', async () => {
  const content = `<@${bot.peer.bot.id}> How many smartphones did the police seize during the investigation?`
  const ask = (number: number) =>
    bot.peer.say(
      { user: bot.peer.user(`neighbour ${number}`), channel: bot.channel, content },
      { quietMs: 100, waitMs: 60_000 },
    )
  const outcomes = await Promise.all(Array.from({ length: 8 }, (_, number) => ask(number)))
  expect(outcomes.map(({ shown }) => shown.length)).toEqual(Array(8).fill(1))
  const messages = bot.peer.state.requests.filter(
    ({ method, path }) => method === 'POST' && path === `/channels/${bot.channel.id}/messages`,
  )
  expect(messages).toHaveLength(8)
  expect(limited()).toEqual([])
}, 150_000)
