/** Who may do what, where: every person at every place with every command. Only the allowed cells change anything. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '../../../src/desk/types.ts'
import { isOffered, type OptionValues, type Place } from '../../peers/discord/payloads.ts'
import { joinGuild } from '../../peers/discord/world.ts'
import { type LiveBot, startBot } from './live-bot.ts'
import { openSeedDesk, type SeedDesk } from './seed-desk.ts'
import { readableOf } from './seen.ts'

let seeds: SeedDesk
let bot: LiveBot
/** What was changed or shown to maintainers only, as `what of whom`. */
const deeds: string[] = []

beforeAll(async () => {
  seeds = await openSeedDesk()
  bot = await startBot(seeds, { desk: watched(seeds.desk) })
})
afterAll(async () => {
  await bot.close()
  await seeds.close()
})

function note<T>(deed: string, act: () => T): T {
  deeds.push(deed)
  return act()
}

function watched(desk: Desk): Desk {
  return {
    ...desk,
    setGroupSetting: (group, json) => note(`settings of ${group}`, () => desk.setGroupSetting(group, json)),
    prefer: (asker, choice) => note(`choices of ${asker}`, () => desk.prefer(asker, choice)),
    forget: (asker) => note(`memory of ${asker}`, () => desk.forget(asker)),
    feedback: (feedback) => note(`opinion of ${feedback.asker}`, () => desk.feedback(feedback)),
    reindex: () => note('the index', () => desk.reindex()),
    gaps: (limit, group) => note(`the gaps of ${group ?? 'all'}`, () => desk.gaps(limit, group)),
  }
}

beforeEach(async () => {
  // The editors of the newsroom may administrate, by the word of those who manage it.
  const json = JSON.stringify({ channels: [], adminRoles: [bot.editors.id], private: false })
  await seeds.desk.setGroupSetting(`discord:${bot.guild.id}`, json)
  await seeds.desk.setGroupSetting(`discord:${bot.elsewhere.id}`, JSON.stringify({}))
  deeds.length = 0
})

const people = {
  'the owner': () => ({ user: bot.owner, channel: bot.channel }),
  'one who may manage the server': () => ({ user: bot.manager, channel: bot.channel }),
  'a maintainer': () => ({ user: bot.maintainer, channel: bot.channel }),
  'an editor, by role': () => {
    const user = bot.peer.user('editor')
    joinGuild(bot.guild, user, [bot.editors])
    return { user, channel: bot.channel }
  },
  'a member': () => ({ user: bot.member, channel: bot.channel }),
  'the owner of another server, there': () => ({ user: bot.stranger, channel: bot.elsewhereChannel }),
  'a maintainer in another server': () => ({ user: bot.maintainer, channel: bot.elsewhereChannel }),
  'the owner, in another server': () => ({ user: bot.owner, channel: bot.elsewhereChannel }),
  'a member, in direct messages': () => ({ user: bot.member, channel: bot.peer.direct(bot.member) }),
  'the owner, in direct messages': () => ({ user: bot.owner, channel: bot.peer.direct(bot.owner) }),
  'a maintainer, in direct messages': () => ({ user: bot.maintainer, channel: bot.peer.direct(bot.maintainer) }),
} satisfies Record<string, () => Place>
type Person = keyof typeof people

const managers: readonly Person[] = ['the owner', 'one who may manage the server', 'the owner of another server, there']
const maintainers: readonly Person[] = [
  'a maintainer',
  'an editor, by role',
  'a maintainer in another server',
  'a maintainer, in direct messages',
]

type Entry = {
  readonly name: string
  readonly options?: () => OptionValues
  readonly allowed?: readonly Person[]
  /** What an allowed use changes. */
  readonly changes?: (place: Place) => string
}
const ofServer = ({ channel }: Place) => `settings of discord:${channel.guild?.id}`
const gapsSeen = ({ user, channel }: Place) =>
  `the gaps of ${user === bot.maintainer ? 'all' : `discord:${channel.guild?.id}`}`
const choices = ({ user }: Place) => `choices of discord:${user.id}`

const entries: readonly Entry[] = [
  { name: 'ask', options: () => ({ question: 'How many computers were seized?' }) },
  { name: 'verify', options: () => ({ text: '« 10 444 ordinateurs »' }) },
  { name: 'figures', options: () => ({ topic: 'computers' }) },
  { name: 'sources' },
  { name: 'proof', options: () => ({ id: 'aaaaaaaaaa' }) },
  { name: 'status' },
  { name: 'help' },
  { name: 'language', options: () => ({ language: 'auto' }), changes: choices },
  { name: 'private', options: () => ({ on: false }), changes: choices },
  { name: 'forget', changes: ({ user }) => `memory of discord:${user.id}` },
  { name: 'config show', allowed: managers },
  { name: 'config language', options: () => ({ language: 'auto' }), allowed: managers, changes: ofServer },
  { name: 'config private', options: () => ({ on: false }), allowed: managers, changes: ofServer },
  { name: 'config reset', allowed: managers, changes: ofServer },
  { name: 'admin status', allowed: maintainers },
  { name: 'admin gaps', allowed: maintainers, changes: gapsSeen },
  { name: 'admin reindex', allowed: maintainers, changes: () => 'the index' },
]

describe.each(entries)('/$name', ({ name, options, allowed, changes }) => {
  it.each(Object.keys(people) as Person[])('by %s', async (person) => {
    const place = people[person]()
    const isAllowed = allowed === undefined || allowed.includes(person)
    const { shown } = await bot.peer.slash(name, options?.() ?? {}, place, { quietMs: 5 })
    expect(shown).toHaveLength(1)
    const expected = isAllowed && changes !== undefined ? [changes(place)] : []
    // Reindexing is announced before it is begun.
    await expect.poll(() => deeds, { timeout: 5_000 }).toEqual(expected)
    if (isAllowed) return
    expect(shown[0]?.ephemeral).toBe(true)
    expect(readableOf(shown)).toMatch(/only/i)
    expect(seeds.logged()).toContain(`"asker":"discord:${place.user.id}"`)
  })
})

describe('a permission', () => {
  it('is gone with the role, at the next call', async () => {
    const place = { user: bot.manager, channel: bot.channel }
    const before = bot.guild.members.get(bot.manager.id)?.roles ?? []
    joinGuild(bot.guild, bot.manager, [])
    await bot.peer.slash('config private', { on: true }, place)
    joinGuild(bot.guild, bot.manager, before)
    expect(deeds).toEqual([])
  })

  it('of one server is none in another, though the role has the same id there', async () => {
    await bot.peer.slash('admin reindex', {}, { user: bot.member, channel: bot.elsewhereChannel })
    const user = bot.peer.user('twin')
    joinGuild(bot.elsewhere, user, [bot.editors])
    await bot.peer.slash('admin reindex', {}, { user, channel: bot.elsewhereChannel })
    expect(deeds).toEqual([])
  })

  it('is needed for /admin even by the owner of the server', async () => {
    const { shown } = await bot.peer.slash('admin gaps', {}, { user: bot.owner, channel: bot.channel })
    expect(readableOf(shown)).toMatch(/maintainers/i)
  })
})

describe('a channel that is not allowed', () => {
  it('gets no answer, whatever is used there', async () => {
    const other = bot.peer.channel(bot.guild, 'other')
    const thread = bot.peer.channel(bot.guild, 'thread', bot.channel)
    const said = await bot.peer.slash('ask', { question: 'Who is Chen Zhi?' }, { user: bot.member, channel: other })
    const json = JSON.stringify({ channels: [bot.channel.id] })
    await seeds.desk.setGroupSetting(`discord:${bot.guild.id}`, json)
    const content = `<@${bot.peer.bot.id}> Who is Chen Zhi?`
    expect((await bot.peer.say({ user: bot.member, channel: other, content }, { waitMs: 250 })).shown).toEqual([])
    const asked = await bot.peer.slash('ask', { question: 'Who is Chen Zhi?' }, { user: bot.member, channel: other })
    expect(asked.shown.map(({ ephemeral }) => ephemeral)).toEqual([true])
    const [answer] = said.shown
    if (answer === undefined) throw new Error('no answer')
    expect(readableOf((await bot.peer.press(answer, 'Sources', bot.member)).shown)).toMatch(/channel/)
    expect((await bot.peer.say({ user: bot.member, channel: thread, content })).shown).toHaveLength(1)
  })
})

describe('a button that is forged or pressed again', () => {
  const forged = [
    'admin:reindex:0',
    'config:private:1',
    'forget:aaaaaaaaaa:0',
    'useful:../../etc:0',
    'useful:aaaaaaaaaa:99999',
    'constructor:aaaaaaaaaa:0',
    '__proto__',
    'passage',
    ' ',
    'x'.repeat(100),
    "wrong:';drop table':0",
  ]

  it.each(forged)('%j changes nothing', async (customId) => {
    const { shown } = await bot.peer.slash('help', {}, { user: bot.member, channel: bot.channel })
    const [help] = shown
    if (help === undefined) throw new Error('no help')
    const outcome = await bot.peer.forge(
      help.message,
      customId,
      { user: bot.stranger, channel: bot.channel },
      { waitMs: 800 },
    )
    expect(outcome.shown.every(({ ephemeral }) => ephemeral)).toBe(true)
    expect(deeds).toEqual([])
  })

  it('for an answer that does not exist changes nothing', async () => {
    const { shown } = await bot.peer.slash('help', {}, { user: bot.member, channel: bot.channel })
    const [help] = shown
    if (help === undefined) throw new Error('no help')
    for (const kind of ['useful', 'wrong', 'passage', 'sources', 'page']) {
      const { shown: told } = await bot.peer.forge(help.message, `${kind}:aaaaaaaaaa:1`, {
        user: bot.stranger,
        channel: bot.channel,
      })
      expect(told.map(({ ephemeral }) => ephemeral)).toEqual([true])
    }
    expect(deeds).toEqual([])
  })

  it('counts the same opinion once, and the last one', async () => {
    const { shown } = await bot.peer.slash(
      'ask',
      { question: 'Is Sar Sokha married?' },
      { user: bot.member, channel: bot.channel },
    )
    const [answer] = shown
    if (answer === undefined) throw new Error('no answer')
    const wrongs = async () =>
      (await seeds.desk.gaps(100)).find(({ question }) => question.includes('married'))?.kinds.wrong ?? 0
    const before = await wrongs()
    for (let time = 0; time < 3; time++) await bot.peer.press(answer, 'Wrong', bot.member, { quietMs: 5 })
    expect(await wrongs()).toBe(before + 1)
    await bot.peer.press(answer, 'Useful', bot.member, { quietMs: 5 })
    expect(await wrongs()).toBe(before)
  })
})

describe('what Discord offers', () => {
  it('leaves out the settings of a server where there is no server', () => {
    const direct = bot.peer.direct(bot.member)
    expect(isOffered(bot.peer.state, 'config', direct)).toBe(false)
    expect(isOffered(bot.peer.state, 'ask', direct)).toBe(true)
  })
})
