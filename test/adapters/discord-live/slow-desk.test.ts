/** Whatever is slow or stuck behind the bot: Discord hears of it in 3 s, and nobody looks at "thinking" for ever. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Desk } from '../../../src/desk/types.ts'
import { openInteraction } from '../../peers/discord/payloads.ts'
import { writeUser } from '../../peers/discord/world.ts'
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

async function start(desk: Partial<Desk>, options: Parameters<typeof startBot>[1] = {}): Promise<LiveBot> {
  const bot = await startBot(seeds, { ...options, desk: { ...seeds.desk, ...desk } })
  bots.push(bot)
  return bot
}

const never = () => new Promise<never>(() => undefined)
const question = 'How many smartphones did the police seize during the investigation?'

it('a memory that never answers keeps nobody waiting: the question is taken for private, articles are not suggested', async () => {
  const bot = await start({ preferences: never, groupSetting: never, sources: never })
  const place = { user: bot.member, channel: bot.channel }
  const typed = await bot.peer.autocomplete('sources', { article: 'raids' }, 'article', place)
  const asked = await bot.peer.slash('ask', { question }, place)
  expect(asked.acknowledgedMs).toBeLessThan(3_000)
  expect(asked.shown.map(({ ephemeral }) => ephemeral)).toEqual([true])
  expect(readableOf(asked.shown)).toContain('10 444')
  expect(typed.choices).toEqual([])
  expect(bot.peer.state.refusals).toEqual([])
})

it('an answer that does not come before the end is excused, once, to each who waits', async () => {
  const bot = await start({ ask: never }, { times: { finishMs: 300 } })
  const place = { user: bot.member, channel: bot.channel }
  const asked = Promise.all([1, 2, 3].map(() => bot.peer.slash('ask', { question }, place)))
  await expect.poll(() => [...bot.peer.state.interactions.values()].map(({ state }) => state)).toHaveLength(3)
  await bot.peer.state.until(
    () => [...bot.peer.state.interactions.values()].every(({ state }) => state === 'deferred'),
    5_000,
  )
  await bot.platform.stop()
  for (const { shown } of await asked) {
    expect(shown).toHaveLength(1)
    expect(readableOf(shown)).toBe('I am restarting. Your answer will be here in a minute.')
  }
  expect(bot.dead).toEqual([])
})

it('a menu of people, which an earlier bot of this name left behind, is told that it leads nowhere', async () => {
  const bot = await start({})
  const { id } = bot.owner
  const data = { id: '1', name: 'Profile', type: 2, target_id: id, resolved: { users: { [id]: writeUser(bot.owner) } } }
  const place = { user: bot.member, channel: bot.channel }
  const { interaction, event } = openInteraction(bot.peer.state, 2, data, place)
  bot.peer.gateway.dispatch('INTERACTION_CREATE', event)
  await bot.peer.state.until(() => interaction.answeredAt !== undefined, 5_000)
  expect(JSON.stringify(bot.peer.sent().map(({ text }) => text))).toContain('I do not know this command')
})
