/** Articles, their outlets and questions that try to ping, to link or to break a message; and the longest of everything. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findLiveMarks } from '../../peers/discord/markup.ts'
import type { Shown } from '../../peers/discord/shown.ts'
import { type LiveBot, startBot } from './live-bot.ts'
import { openSeedDesk, type SeedDesk } from './seed-desk.ts'
import { readableOf } from './seen.ts'

const stored = 'https://news.example/harbour_strike'
const folder = mkdtempSync(join(tmpdir(), 'sourcier-hostile-'))
let seeds: SeedDesk
let bot: LiveBot

const article = [
  'The harbour of Zanderburg was closed for 17 days in 2021 by a strike of 3,400 dockers @everyone and <@&222222222222222222>, the mayor said.',
  'The mayor of Zanderburg, Odile Brandt, wrote on [her page](https://evil.example) that **the strike** cost 48 million euros, see https://evil.example/x and discord.gg/evil for more.',
  `The union of dockers answered: ${'"We ||shall|| not `move` _one_ crate," said its speaker in Zanderburg. '.repeat(10)}`,
  ...Array.from(
    { length: 12 },
    (_, day) =>
      `On day ${day + 1} of the strike, ${100 + day} ships waited outside the harbour of Zanderburg, said <@111111111111111111> of the port authority.`,
  ),
].join('\n\n')

beforeAll(async () => {
  writeFileSync(join(folder, 'harbour.txt'), article)
  const facts = [
    'articles:',
    '  - file: harbour.txt',
    '    id: harbour',
    '    title: "@everyone [Strike](https://evil.example) in <@&222222222222222222> **Zanderburg**"',
    '    outlet: "discord.gg/evil <@111111111111111111>"',
    `    url: ${stored}`,
    '    published: 2021-06-01',
    '    language: en',
  ]
  writeFileSync(join(folder, 'articles.yaml'), facts.join('\n'))
  seeds = await openSeedDesk({ SOURCIER_SEEDS: folder })
  bot = await startBot(seeds)
})
afterAll(async () => {
  expect(bot.peer.state.refusals).toEqual([])
  await bot.close()
  await seeds.close()
  rmSync(folder, { recursive: true, force: true })
})

const place = () => ({ user: bot.member, channel: bot.channel })

function expectInert(shown: readonly Shown[]): void {
  expect(shown.length).toBeGreaterThan(0)
  for (const { pinged, previews, links, text } of shown) {
    expect(pinged).toEqual({ users: [], roles: [], everyone: false })
    expect(previews).toEqual([])
    expect(links.filter((link) => decodeURIComponent(link) !== stored)).toEqual([])
    expect(findLiveMarks(text)).toEqual([])
  }
}

describe('a hostile article', () => {
  it.each([
    'How many dockers went on strike in Zanderburg?',
    'What did the strike cost Zanderburg?',
    'What did the union of dockers say?',
    'How many ships waited outside the harbour of Zanderburg?',
  ])('is quoted, and does nothing: %s', async (question) => {
    const bySlash = await bot.peer.slash('ask', { question }, place())
    const byMention = await bot.peer.say({ ...place(), content: `<@${bot.peer.bot.id}> ${question}` })
    expectInert([...bySlash.shown, ...byMention.shown])
    const [answer] = bySlash.shown
    if (answer === undefined) throw new Error('no answer')
    for (const { label } of answer.buttons.filter(({ disabled, url }) => !disabled && url === undefined)) {
      const pressed = await bot.peer.press(answer, label, bot.member)
      if (pressed.modal === undefined) expectInert(pressed.shown)
    }
  })

  it('leads to its stored address, and to no other', async () => {
    const { shown } = await bot.peer.slash(
      'ask',
      { question: 'How many dockers went on strike in Zanderburg?' },
      place(),
    )
    expect(shown[0]?.links.map(decodeURIComponent)).toContain(stored)
    expect(readableOf(shown)).toContain('3,400 dockers @everyone')
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['verify', { text: '"[her page](https://evil.example) @everyone" said <@111111111111111111>' }],
    ['verify', { text: '“We ||shall|| not `move` _one_ crate,”' }],
    ['figures', { topic: 'strike in Zanderburg' }],
    ['sources', {}],
    ['sources', { article: '@everyone' }],
    ['proof', { id: '@everyone' }],
    ['status', {}],
  ])('does nothing by /%s %j', async (name, options) => {
    expectInert((await bot.peer.slash(name, options, place())).shown)
  })
})

describe('a hostile question', () => {
  it.each([
    '@everyone [Zanderburg](https://evil.example) <@&222222222222222222> how many dockers?',
    '```\n@here\n``` discord.gg/evil how many ships?',
    '🇫🇷'.repeat(120),
    '\u202e\u0007 how many dockers in Zanderburg\u2028?',
    '\\\\\\\\[x](https://evil.example)',
  ])('is shown as it was typed and does nothing: %j', async (question) => {
    const { shown } = await bot.peer.slash('ask', { question }, place())
    expectInert(shown)
    const said = await bot.peer.say({ user: bot.member, channel: bot.peer.direct(bot.member), content: question })
    expectInert(said.shown)
  })

  it('of the greatest length, or beyond it, gets one friendly line', async () => {
    const direct = bot.peer.direct(bot.member)
    expectInert((await bot.peer.slash('ask', { question: 'ab '.repeat(2_000) }, place())).shown)
    expectInert((await bot.peer.say({ user: bot.member, channel: direct, content: 'ab '.repeat(660) })).shown)
    expectInert((await bot.peer.slash('verify', { text: '"ab" '.repeat(1_200) }, place())).shown)
  })

  it('without words gets one friendly line', async () => {
    expectInert((await bot.peer.say({ ...place(), content: `<@${bot.peer.bot.id}>` })).shown)
  })
})
