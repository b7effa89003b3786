/** What goes wrong between the bot and Discord: nobody is left without an answer, nobody gets two, the process lives. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLimiter } from '../../../src/desk/limiter.ts'
import type { DeskQuestion } from '../../../src/desk/types.ts'
import { UserError } from '../../../src/errors.ts'
import type { Fault } from '../../peers/discord/faults.ts'
import { createBot, type LiveBot, openNewsroom, startBot } from './live-bot.ts'
import { openSeedDesk, type SeedDesk, token } from './seed-desk.ts'
import { readableOf } from './seen.ts'

let seeds: SeedDesk
const bots: LiveBot[] = []
beforeAll(async () => {
  seeds = await openSeedDesk()
})
afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.close()))
  const logged = seeds.logged()
  expect(logged).not.toContain(token)
  // The token of an interaction is as good as a password for 15 minutes.
  for (const bot of bots)
    for (const { token: secret } of bot.peer.state.interactions.values()) expect(logged).not.toContain(secret)
  await seeds.close()
})

async function start(options: Parameters<typeof startBot>[1] = {}): Promise<LiveBot> {
  const bot = await startBot(seeds, options)
  bots.push(bot)
  return bot
}

const question = 'How many smartphones did the police seize during the investigation?'
const mention = ({ peer }: LiveBot) => `<@${peer.bot.id}> ${question}`

async function expectOneAnswer(bot: LiveBot, deliveries = 1): Promise<void> {
  const place = { user: bot.member, channel: bot.channel }
  const before = bot.peer.sent().length
  const outcomes = await Promise.all([
    bot.peer.slash('ask', { question }, place, { deliveries, quietMs: 300, waitMs: 25_000 }),
    bot.peer.say({ ...place, content: mention(bot) }, { deliveries, quietMs: 300, waitMs: 25_000 }),
  ])
  for (const { shown } of outcomes) {
    expect(shown).toHaveLength(1)
    expect(readableOf(shown)).toContain('10 444')
  }
  expect(bot.peer.sent().length - before).toBe(2)
}

describe.concurrent('the connection', () => {
  it('is asked to reconnect, or its session must be resumed', async () => {
    const bot = await start()
    bot.peer.gateway.askToReconnect()
    await expectOneAnswer(bot)
    bot.peer.gateway.invalidate(true)
    await expectOneAnswer(bot)
    expect(bot.dead).toEqual([])
  })

  it('delivers everything three times, and events that were already seen', async () => {
    const bot = await start()
    await expectOneAnswer(bot, 3)
    bot.peer.gateway.repeat(3)
    await wait(200)
    expect(bot.peer.sent()).toHaveLength(2)
  })

  it('falls silent for ever: the platform says that it is dead, once', async () => {
    const bot = await start({ peer: { heartbeatMs: 200 }, times: { deadAfterMs: 1_200, watchMs: 100 } })
    bot.peer.gateway.fallSilent(true)
    await expect.poll(() => bot.dead.length, { timeout: 10_000 }).toBe(1)
    await wait(500)
    expect(bot.dead).toHaveLength(1)
    // discord.js never ended its own goodbye while it waited for the first word of a new connection.
    await expect(Promise.race([bot.platform.stop(), wait(3_000, 'still stopping')])).resolves.toBeUndefined()
  })

  it('comes back after a while: the platform lives on and answers', async () => {
    const bot = await start({ peer: { heartbeatMs: 300 }, times: { deadAfterMs: 20_000, watchMs: 100 } })
    bot.peer.gateway.fallSilent(true)
    await wait(800)
    bot.peer.gateway.fallSilent(false)
    bot.peer.gateway.cut()
    await expectOneAnswer(bot)
    expect(bot.dead).toEqual([])
  })

  it('is closed for good (4004): the platform says that it is dead', async () => {
    const bot = await start()
    bot.peer.gateway.close(4004)
    await expect.poll(() => bot.dead.length, { timeout: 5_000 }).toBe(1)
    expect(bot.dead.join()).not.toContain(token)
  })
})

describe('the start', () => {
  it('with a wrong token is one clear line without the token', async () => {
    const newsroom = await openNewsroom()
    const wrong = 'MTE5.wrong-token.that-nobody-may-see'
    const { platform, dead } = await createBot(seeds, newsroom, { token: wrong })
    const error = await platform.start().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain('SOURCIER_DISCORD_TOKEN')
    expect(String(error)).not.toContain('\n')
    expect(`${String(error)} ${seeds.logged()}`).not.toContain(wrong)
    expect(dead).toEqual([])
    await platform.stop()
    await newsroom.peer.stop()
  })

  it('on a gateway that closes with 4002 for ever is tried again until it lets the bot in, said once', async () => {
    const newsroom = await openNewsroom()
    newsroom.peer.gateway.refuseWith(4002)
    const { platform } = await createBot(seeds, newsroom, { times: { startMs: 1_500 } })
    const said = () => seeds.logged().split('it is tried again until it can').length
    const before = said()
    await platform.start()
    await wait(4_000)
    expect(said() - before).toBe(1)
    newsroom.peer.gateway.refuseWith(undefined)
    await expect.poll(() => newsroom.peer.gateway.counts.identified, { timeout: 15_000 }).toBe(1)
    await platform.stop()
    await newsroom.peer.stop()
  })

  it('before Discord can be reached is tried again, and answers when it can', async () => {
    const newsroom = await openNewsroom()
    await newsroom.peer.goAway()
    const { platform, dead } = await createBot(seeds, newsroom)
    await platform.start()
    await newsroom.peer.comeBack()
    await expect.poll(() => newsroom.peer.gateway.counts.identified, { timeout: 25_000 }).toBe(1)
    const { shown } = await newsroom.peer.say({
      ...{ user: newsroom.member, channel: newsroom.channel },
      content: `<@${newsroom.peer.bot.id}> ${question}`,
    })
    expect(readableOf(shown)).toContain('10 444')
    expect(dead).toEqual([])
    await platform.stop()
    await newsroom.peer.stop()
  }, 60_000)

  it.each([4010, 4011, 4012, 4013, 4014])('that Discord refuses for good with %i is one clear line', async (code) => {
    const newsroom = await openNewsroom()
    newsroom.peer.gateway.refuseWith(code)
    const { platform } = await createBot(seeds, newsroom)
    const error = await platform.start().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toMatch(new RegExp(`code ${code}`))
    await platform.stop()
    await newsroom.peer.stop()
  })

  it('registers the commands once, and not again where they are the same', async () => {
    const newsroom = await openNewsroom()
    const puts = () => newsroom.peer.state.requests.filter(({ method }) => method === 'PUT').length
    for (const expected of [1, 1]) {
      const { platform } = await createBot(seeds, newsroom)
      await platform.start()
      expect(puts()).toBe(expected)
      await platform.stop()
    }
    expect(newsroom.peer.state.globalCommands).toHaveLength(13)
    await newsroom.peer.stop()
  }, 30_000)
})

const post = { method: 'POST', path: /\/channels\/\d+\/messages$/ } as const
const callback = { method: 'POST', path: /\/callback$/ } as const
const edit = { method: 'PATCH', path: /@original$/ } as const

describe.concurrent('Discord', () => {
  it.each<[string, readonly Fault[]]>([
    [
      'answers 502 twice after it stored everything',
      [{ ...post, times: 2 }, callback, edit].map((of) => ({ ...of, kind: 'status', status: 502, stored: true })),
    ],
    [
      'answers 500 and stored nothing',
      [post, callback, edit].map((of) => ({ ...of, kind: 'status', status: 500, stored: false })),
    ],
    [
      'breaks the connection after it stored everything',
      [post, callback, edit].map((of) => ({ ...of, kind: 'drop', stored: true })),
    ],
    [
      'breaks the connection and stored nothing',
      [post, callback, edit].map((of) => ({ ...of, kind: 'drop', stored: false })),
    ],
    ['breaks off amid its own answers', [post, edit].map((of) => ({ ...of, kind: 'cut-answer' }))],
    ['is slow', [post, callback, edit].map((of) => ({ ...of, kind: 'delay', delayMs: 700 }))],
    [
      'limits every route',
      [post, callback, edit].map((of) => ({ ...of, kind: 'rate-limit', retryAfterSeconds: 0.4, scope: 'user' })),
    ],
    ['limits the whole bot', [{ kind: 'rate-limit', retryAfterSeconds: 0.5, scope: 'global', times: 3 }]],
  ])('%s: there is one answer', async (_, faults) => {
    const bot = await start()
    for (const fault of faults) bot.peer.faults.order(fault)
    await expectOneAnswer(bot)
    expect(bot.peer.faults.happened()).toBeGreaterThanOrEqual(faults.length)
    expect(bot.dead).toEqual([])
  })

  it('forbids to write in a channel: the next question is answered', async () => {
    const bot = await start()
    const channel = bot.peer.channel(bot.guild, 'read only')
    channel.botMayWrite = false
    const { shown } = await bot.peer.say({ user: bot.member, channel, content: mention(bot) }, { waitMs: 400 })
    expect(shown).toEqual([])
    await expectOneAnswer(bot)
  })

  it('no longer has the message that was a question: it is answered all the same, or not at all', async () => {
    const bot = await start()
    const outcome = bot.peer.say({ user: bot.member, channel: bot.channel, content: mention(bot) }, { waitMs: 500 })
    for (const message of bot.peer.state.messages.values()) message.deleted = true
    await outcome
    await expectOneAnswer(bot)
  })
})

describe.concurrent('the end', () => {
  it('lets an answer be finished, and then answers nothing more', async () => {
    const { desk } = seeds
    const slow = { ...desk, ask: async (asked: DeskQuestion) => wait(700).then(() => desk.ask(asked)) }
    const bot = await start({ desk: slow })
    const place = { user: bot.member, channel: bot.channel }
    const asked = Promise.all([
      bot.peer.slash('ask', { question }, place),
      bot.peer.say({ ...place, content: mention(bot) }),
    ])
    await wait(300)
    await bot.platform.stop()
    for (const { shown } of await asked) expect(readableOf(shown)).toContain('10 444')
    expect(bot.peer.gateway.connections()).toBe(0)
    const late = await bot.peer.slash('ask', { question }, place, { waitMs: 300 })
    expect(late.shown).toEqual([])
    await bot.platform.stop()
  })

  it('comes while it starts: nothing stays connected', async () => {
    const newsroom = await openNewsroom()
    newsroom.peer.faults.order({ kind: 'delay', delayMs: 400, path: /gateway/ })
    const { platform, dead } = await createBot(seeds, newsroom, { times: { startMs: 3_000 } })
    const started = platform.start().catch((error: unknown) => error)
    await wait(100)
    await platform.stop()
    await started
    await wait(1_000)
    expect(newsroom.peer.gateway.connections()).toBe(0)
    expect(dead).toEqual([])
    await newsroom.peer.stop()
  })

  it('comes while nothing was ever started', async () => {
    const newsroom = await openNewsroom()
    const { platform } = await createBot(seeds, newsroom)
    await platform.stop()
    await newsroom.peer.stop()
  })
})

describe.concurrent('a person who asks too much', () => {
  it('is told so in private, in a friendly line, and others are answered', async () => {
    const bot = await start({ desk: { ...seeds.desk, allow: createLimiter(2) } })
    const ask = (user = bot.member) => bot.peer.slash('ask', { question }, { user, channel: bot.channel })
    const first = [await ask(), await ask()]
    expect(first.map(({ shown }) => shown[0]?.ephemeral)).toEqual([false, false])
    const { shown } = await ask()
    expect(shown.map(({ ephemeral }) => ephemeral)).toEqual([true])
    expect(readableOf(shown)).toMatch(/try again in \d+ seconds?/)
    expect(readableOf((await ask(bot.owner)).shown)).toContain('10 444')
  })
})
