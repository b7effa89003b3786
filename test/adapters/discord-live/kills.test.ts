/** The process is killed while people wait: whatever they did, each has one answer in the end. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedsFolder } from '../../answer/seed-corpus.ts'
import { prepareBotProcess } from '../bot-process.ts'
import { buildDataFolder } from '../telegram-live/live-desk.ts'
import { type Newsroom, openNewsroom } from './live-bot.ts'
import { token } from './seed-desk.ts'
import { readable } from './seen.ts'

let folder: Awaited<ReturnType<typeof buildDataFolder>>
beforeAll(async () => {
  folder = await buildDataFolder()
})
afterAll(() => folder.remove())

const question = 'How many smartphones did the police seize during the investigation?'
const patience = { waitMs: 120_000, quietMs: 500 }

function prepare({ peer }: Newsroom) {
  return prepareBotProcess({
    SOURCIER_DATA: folder.dataFolder,
    SOURCIER_SEEDS: seedsFolder,
    SOURCIER_LOG_LEVEL: 'trace',
    SOURCIER_RATE_PER_MINUTE: '10000',
    SOURCIER_DISCORD_TOKEN: token,
    SOURCIER_DISCORD_API: peer.api,
  })
}

/** Six people, by every way in; resolves with what each was shown. */
function askSix({ peer, member, owner, stranger, channel, elsewhereChannel }: Newsroom) {
  const mention = `<@${peer.bot.id}> ${question}`
  return [
    peer.slash('ask', { question }, { user: member, channel }, patience),
    peer.slash('ask', { question, private: true }, { user: owner, channel }, patience),
    peer.say({ user: owner, channel, content: mention }, patience),
    peer.say({ user: stranger, channel: elsewhereChannel, content: mention }, patience),
    peer.say({ user: member, channel: peer.direct(member), content: question }, patience),
    peer.slash('verify', { text: '« 10 444 ordinateurs »' }, { user: stranger, channel: elsewhereChannel }, patience),
  ]
}

/** Moments at which the process is killed: all is acknowledged; the first answer is stored and nobody told the bot so. */
it.each<[string, (newsroom: Newsroom) => Promise<boolean>]>([
  [
    'all six are acknowledged',
    ({ peer }) =>
      peer.state.until(
        () =>
          [...peer.state.interactions.values()].every(({ state }) => state !== 'waiting') &&
          peer.state.typing.size === 3,
        60_000,
      ),
  ],
  [
    'a first answer is stored, and before the bot hears of it',
    ({ peer }) => {
      const answers = /\/messages(?:\/@original)?$/
      for (const method of ['POST', 'PATCH']) {
        peer.faults.order({ kind: 'drop', stored: true, method, path: answers, times: 1_000 })
      }
      return peer.state.until(() => peer.faults.happened() > 0, 60_000)
    },
  ],
])(
  'killed when %s, six questions get one answer each',
  async (_, reach) => {
    const newsroom = await openNewsroom()
    const { peer } = newsroom
    const [bot, next] = [prepare(newsroom), prepare(newsroom)]
    try {
      await bot.start()
      const asked = Promise.all(askSix(newsroom))
      expect(await reach(newsroom)).toBe(true)
      await bot.kill()
      peer.faults.clear()
      await next.start()
      const outcomes = await asked
      await peer.state.until(() => peer.state.sent.every(({ flags }) => (flags & 128) === 0), 60_000)
      expect(outcomes.map(({ shown }) => shown.length)).toEqual(Array(6).fill(1))
      const texts = peer.sent().map(({ text }) => readable(text))
      expect(texts.filter((text) => text.includes('444'))).toHaveLength(6)
      expect(texts).toHaveLength(6)
      expect(peer.state.refusals.filter(({ code }) => code !== 40_060)).toEqual([])
      expect(await next.stop()).toBe(0)
    } finally {
      await Promise.all([bot.kill(), next.kill()])
      await peer.stop()
    }
  },
  240_000,
)

it('killed before a command is acknowledged, the next process answers it in its place', async () => {
  const newsroom = await openNewsroom()
  const { peer, member, owner, channel } = newsroom
  const [bot, next] = [prepare(newsroom), prepare(newsroom)]
  try {
    await bot.start()
    peer.faults.order({ kind: 'drop', stored: false, method: 'POST', path: /callback$/, times: 1_000 })
    void peer.slash('ask', { question }, { user: member, channel }, { waitMs: 1 })
    void peer.slash('ask', { question, private: true }, { user: owner, channel }, { waitMs: 1 })
    await expect.poll(() => peer.faults.happened(), { timeout: 60_000 }).toBeGreaterThan(1)
    await bot.kill()
    // Discord waits so long for the first word.
    await new Promise((resolve) => setTimeout(resolve, 3_100))
    peer.faults.clear()
    await next.start()
    await expect.poll(() => peer.sent().length, { timeout: 90_000 }).toBe(2)
    const [open, hidden] = [channel, peer.direct(owner)].map((place) =>
      peer.sent().filter(({ message }) => message.channel === place),
    )
    for (const messages of [open, hidden])
      expect(messages?.map(({ text }) => readable(text)).join()).toContain('10 444')
    expect(open?.[0]?.content).toBe(`<@${member.id}>`)
    expect(open?.[0]?.pinged.users).toEqual([])
    expect(await next.stop()).toBe(0)
  } finally {
    await Promise.all([bot.kill(), next.kill()])
    await peer.stop()
  }
}, 240_000)
