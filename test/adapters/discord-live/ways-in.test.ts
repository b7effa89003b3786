/** Every way in, on the local Discord server, with the real client and the real desk over the seeds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { interfaceTexts } from '../../../src/interface-texts.ts'
import type { Shown } from '../../peers/discord/shown.ts'
import { addRole, writeRole } from '../../peers/discord/world.ts'
import { type LiveBot, startBot } from './live-bot.ts'
import { openSeedDesk, type SeedDesk } from './seed-desk.ts'
import { golden, readableOf } from './seen.ts'

let seeds: SeedDesk
let bot: LiveBot
beforeAll(async () => {
  seeds = await openSeedDesk()
  bot = await startBot(seeds)
})
afterAll(async () => {
  await bot.close()
  expect(bot.peer.state.refusals).toEqual([])
  expect(bot.peer.sent().flatMap(({ pinged }) => [...pinged.users, ...pinged.roles, pinged.everyone])).not.toContain(
    true,
  )
  expect(seeds.logged()).not.toContain(bot.peer.token)
  await seeds.close()
})

const asked = 'How many smartphones did the police seize during the investigation?'
const words = '10 444'
const outside = golden.find(({ id }) => id === 's173')?.question ?? ''

const place = () => ({ user: bot.member, channel: bot.channel })
const mention = (text: string) => `<@${bot.peer.bot.id}> ${text}`

/** The exact words that the core answers with, and the names of their sources. */
async function expectAnswered(shown: readonly Shown[], question = asked): Promise<Shown> {
  const answer = await seeds.desk.ask({ text: question, asker: 'test', private: true })
  expect(answer.status).toBe('answered')
  expect(shown).toHaveLength(1)
  const text = readableOf(shown)
  for (const { quote, article } of answer.citations) {
    expect(text).toContain(quote)
    expect(text).toContain(article.title ?? article.label)
  }
  const [first] = shown
  if (first === undefined) throw new Error('nothing was shown')
  return first
}

describe('a question', () => {
  it('by /ask is answered with the exact words and their sources in one message', async () => {
    const { shown, acknowledgedMs } = await bot.peer.slash('ask', { question: asked }, place())
    const answer = await expectAnswered(shown)
    expect(readableOf(shown)).toContain(words)
    expect(answer.ephemeral).toBe(false)
    expect(answer.embeds).toHaveLength(1)
    expect(acknowledgedMs).toBeLessThan(3_000)
  })

  it('by /ask private is answered to the person alone, and nothing of it is kept', async () => {
    const before = await seeds.desk.status()
    const { shown } = await bot.peer.slash('ask', { question: asked, private: true }, place())
    const after = await seeds.desk.status()
    expect((await expectAnswered(shown)).ephemeral).toBe(true)
    expect(after.answers).toBe(before.answers)
    expect(after.privateAnswers).toBe(before.privateAnswers + 1)
  })

  it('by a mention is answered by a reply that pings nobody', async () => {
    const { shown } = await bot.peer.say({ ...place(), content: mention(asked) })
    const answer = await expectAnswered(shown)
    expect(answer.pinged).toEqual({ users: [], roles: [], everyone: false })
  })

  it('in a direct message is answered, without a mention', async () => {
    const channel = bot.peer.direct(bot.member)
    await expectAnswered((await bot.peer.say({ user: bot.member, channel, content: asked })).shown)
    await expectAnswered((await bot.peer.slash('ask', { question: asked }, { user: bot.member, channel })).shown)
  })

  it('as a reply to the bot carries on the conversation', async () => {
    const first = await bot.peer.say({ ...place(), content: mention('Who is Chen Zhi?') })
    const replyTo = first.shown[0]?.message
    if (replyTo === undefined) throw new Error('no answer')
    const { shown } = await bot.peer.say({ ...place(), content: 'When was he arrested?', replyTo })
    expect(shown).toHaveLength(1)
    expect(readableOf(shown)).toContain('Chen Zhi')
  })

  it('in a thread is answered there, with the context of the thread', async () => {
    const thread = bot.peer.channel(bot.guild, 'A thread', bot.channel)
    const first = await bot.peer.say({ user: bot.member, channel: thread, content: mention('Who is Chen Zhi?') })
    expect(first.shown).toHaveLength(1)
    const next = await bot.peer.slash(
      'ask',
      { question: 'When was he arrested?' },
      { user: bot.owner, channel: thread },
    )
    expect(next.shown).toHaveLength(1)
    expect(readableOf(next.shown)).toContain('Chen Zhi')
  })

  it('that the articles do not answer looks different at a glance', async () => {
    const { shown } = await bot.peer.slash('ask', { question: outside }, place())
    const right = await bot.peer.slash('ask', { question: asked }, place())
    expect(shown[0]?.embeds[0]?.['color']).not.toBe(right.shown[0]?.embeds[0]?.['color'])
    expect(shown[0]?.embeds[0]?.['author']).not.toEqual(right.shown[0]?.embeds[0]?.['author'])
  })
})

it('a mention of the bot’s own role is answered: with the answer where the words can be read, else with what to do', async () => {
  const role = addRole(bot.guild, bot.peer.bot.username)
  bot.peer.gateway.dispatch('GUILD_ROLE_CREATE', { guild_id: bot.guild.id, role: writeRole(role, 5) })
  const { shown } = await bot.peer.say({ ...place(), content: `<@&${role.id}> ${asked}` })
  expect(shown).toHaveLength(1)
  expect(readableOf(shown)).toContain('Mention me by my name')
})

it('the preview of a link is checked, and the link is not', async () => {
  const said = await bot.peer.say(
    { user: bot.owner, channel: bot.channel, content: 'https://news.example/raid' },
    { waitMs: 1 },
  )
  if (said.message === undefined) throw new Error('nothing was said')
  said.message.embeds = [{ title: 'A raid', description: '“15 444 ordinateurs et 36 476 smartphones”' }]
  const { shown } = await bot.peer.menu('Check this quote', said.message, bot.member)
  expect(readableOf(shown)).toContain('10 444')
})

describe('the bot stays silent', () => {
  const silence = { waitMs: 250 }

  it.each<[string, () => Promise<{ readonly shown: readonly Shown[] }>]>([
    ['when nobody speaks to it', () => bot.peer.say({ ...place(), content: asked }, silence)],
    ['to @everyone and @here', () => bot.peer.say({ ...place(), content: '@everyone @here what happened?' }, silence)],
    ['to a role', () => bot.peer.say({ ...place(), content: `<@&${bot.editors.id}> what happened?` }, silence)],
    [
      'to another bot',
      () =>
        bot.peer.say(
          { user: bot.peer.user('other', { bot: true }), channel: bot.channel, content: mention(asked) },
          silence,
        ),
    ],
    ['to itself', () => bot.peer.say({ user: bot.peer.bot, channel: bot.channel, content: mention(asked) }, silence)],
  ])('%s', async (_, act) => {
    expect((await act()).shown).toEqual([])
  })
})

describe('the buttons under an answer', () => {
  it('show the passage around the quote, and the sources, to the person alone', async () => {
    const [answer] = (await bot.peer.slash('ask', { question: asked }, place())).shown
    if (answer === undefined) throw new Error('no answer')
    const passage = await bot.peer.press(answer, 'Show passage', bot.member)
    expect(passage.shown.map(({ ephemeral }) => ephemeral)).toEqual([true])
    expect(readableOf(passage.shown)).toContain(words)
    const sources = await bot.peer.press(answer, 'Sources', bot.owner)
    expect(sources.shown.map(({ ephemeral }) => ephemeral)).toEqual([true])
    expect(bot.peer.sent().find(({ id }) => id === answer.id)?.text).toBe(answer.text)
  })

  it('keep an opinion, and what a passage does not say', async () => {
    const [answer] = (await bot.peer.slash('ask', { question: outside }, place())).shown
    const [right] = (await bot.peer.slash('ask', { question: asked }, place())).shown
    if (answer === undefined || right === undefined) throw new Error('no answer')
    expect((await bot.peer.press(answer, 'Wrong', bot.member)).shown).toHaveLength(1)
    expect((await bot.peer.press(right, 'Useful', bot.member)).shown).toHaveLength(1)
    const form = await bot.peer.press(right, 'does not say', bot.member)
    expect(form.modal).toBeDefined()
    const thanks = await bot.peer.submit(form, { note: '[1] speaks of another year' })
    expect(thanks.shown.map(({ ephemeral }) => ephemeral)).toEqual([true])
    const gaps = await seeds.desk.gaps(100)
    expect(gaps.some(({ kinds }) => kinds.wrong > 0)).toBe(true)
  })
})

describe('every other command', () => {
  it.each<[string, Readonly<Record<string, string | boolean>>, string | RegExp]>([
    ['verify', { text: '« 210 000 étrangers »' }, /210 000|no|not/i],
    ['figures', { topic: 'foreigners who left Cambodia' }, '210 000'],
    ['sources', {}, /5 articles/],
    ['status', {}, /5 articles/],
    ['help', {}, '/ask'],
    ['language', { language: 'fr' }, /français/i],
    ['language', { language: 'auto' }, /./],
    ['private', { on: false }, /./],
  ])('/%s %j is answered', async (name, options, expected) => {
    const { shown } = await bot.peer.slash(name, options, place())
    expect(readableOf(shown)).toMatch(expected)
  })

  it('/proof opens what an answer stood on', async () => {
    const [answer] = (await bot.peer.slash('ask', { question: asked }, place())).shown
    const id = /`([a-z2-7]{10})`/.exec(answer?.text ?? '')?.[1] ?? ''
    const { shown } = await bot.peer.slash('proof', { id }, place())
    expect(readableOf(shown)).toContain(words)
    expect(readableOf((await bot.peer.slash('proof', { id: 'nonsense' }, place())).shown)).toMatch(/./)
  })

  it('"Check this quote" in the menu of any message judges its words', async () => {
    const said = await bot.peer.say(
      { user: bot.owner, channel: bot.channel, content: '> « Plus de 900 000 étrangers »' },
      { waitMs: 1 },
    )
    if (said.message === undefined) throw new Error('nothing was said')
    const { shown } = await bot.peer.menu('Check this quote', said.message, bot.member)
    expect(shown).toHaveLength(1)
    expect(shown[0]?.ephemeral).toBe(true)
  })

  it('says a verdict in the language of whoever asks, the words may be in another', async () => {
    const text = '« 10 444 ordinateurs et 36 476 smartphones » ont été saisis par la police'
    const said = await bot.peer.say({ user: bot.owner, channel: bot.channel, content: text }, { waitMs: 1 })
    if (said.message === undefined) throw new Error('nothing was said')
    const reader = (locale: string) => bot.peer.user(`reads ${locale}`, { locale })
    const [english, french, other, chosen] = [reader('en-GB'), reader('fr'), reader('de'), reader('fr')]
    await bot.peer.slash('language', { language: 'en' }, { user: chosen, channel: bot.channel })
    for (const [user, expected] of [
      [english, 'paragraph 13'],
      [french, 'paragraphe 13'],
      [other, 'paragraphe 13'],
      [chosen, 'paragraph 13'],
    ] as const) {
      const checked = await bot.peer.slash('verify', { text }, { user, channel: bot.channel })
      expect(readableOf(checked.shown)).toMatch(new RegExp(`${expected}\\b`))
      const menu = await bot.peer.menu('Check this quote', said.message, user)
      expect(readableOf(menu.shown)).toMatch(new RegExp(`${expected}\\b`))
    }
  })

  it('/config shows what is set in words that read well', async () => {
    const { shown } = await bot.peer.slash('config show', {}, { user: bot.owner, channel: bot.channel })
    const text = readableOf(shown)
    expect(text).toContain('I answer in — all channels')
    expect(text).toContain('I speak — the language of each question')
  })

  it('what asks the articles nothing is said without a verdict and without what was not searched', async () => {
    for (const [question, line] of [
      ['???', interfaceTexts('en').wordless],
      ['Thank you', interfaceTexts('en').welcome],
    ] as const) {
      const { shown } = await bot.peer.slash('ask', { question }, place())
      expect(shown[0]?.embeds[0]).toMatchObject({ description: line })
      expect(shown[0]?.embeds[0]).not.toHaveProperty('author')
    }
  })

  it('offers articles while a person types', async () => {
    const all = await bot.peer.autocomplete('sources', { article: '' }, 'article', place())
    expect(all.choices).toHaveLength(5)
    const some = await bot.peer.autocomplete('sources', { article: 'juillet' }, 'article', place())
    expect(some.choices?.length).toBeLessThan(5)
    expect(
      (await bot.peer.autocomplete('sources', { article: '<@&1> '.repeat(16) }, 'article', place())).choices,
    ).toEqual([])
  })

  it('/forget drops all that is kept of a person', async () => {
    const person = bot.peer.user('passing by')
    await bot.peer.slash('ask', { question: asked }, { user: person, channel: bot.channel })
    const { shown } = await bot.peer.slash('forget', {}, { user: person, channel: bot.channel })
    expect(readableOf(shown)).toContain('1 answer')
  })
})
