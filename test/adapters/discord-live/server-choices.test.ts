/** What those who manage a server choose with /config is what its members then meet. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { joinGuild } from '../../peers/discord/world.ts'
import { type LiveBot, startBot } from './live-bot.ts'
import { openSeedDesk, type SeedDesk } from './seed-desk.ts'
import { readableOf } from './seen.ts'

let seeds: SeedDesk
let bot: LiveBot
beforeAll(async () => {
  seeds = await openSeedDesk()
  bot = await startBot(seeds)
})
afterEach(async () => {
  await configure('config reset')
})
afterAll(async () => {
  expect(bot.peer.state.refusals).toEqual([])
  await bot.close()
  await seeds.close()
})

const asked = 'How many smartphones did the police seize during the investigation?'
const here = () => ({ user: bot.member, channel: bot.channel })
const configure = (name: string, options: Readonly<Record<string, string | boolean>> = {}) =>
  bot.peer.slash(name, options, { user: bot.manager, channel: bot.channel })

describe('/config', () => {
  it('private: answers of this server go to the person alone, are not kept, and no wish of theirs undoes it', async () => {
    await configure('config private', { on: true })
    const before = await seeds.desk.status()
    for (const wish of [{}, { private: false }]) {
      const { shown } = await bot.peer.slash('ask', { question: asked, ...wish }, here())
      expect(shown.map(({ ephemeral }) => ephemeral)).toEqual([true])
    }
    const elsewhere = { user: bot.member, channel: bot.elsewhereChannel }
    expect((await bot.peer.slash('ask', { question: asked }, elsewhere)).shown[0]?.ephemeral).toBe(false)
    const after = await seeds.desk.status()
    expect([after.answers - before.answers, after.privateAnswers - before.privateAnswers]).toEqual([1, 2])
  })

  it('language: the server speaks it, whatever is asked; a person who chose one is spoken to in theirs', async () => {
    await configure('config language', { language: 'fr' })
    expect(readableOf((await bot.peer.slash('ask', { question: asked }, here())).shown)).toContain('Réponse')
    const person = { user: bot.peer.user('reads English'), channel: bot.channel }
    joinGuild(bot.guild, person.user)
    await bot.peer.slash('language', { language: 'en' }, person)
    expect(readableOf((await bot.peer.slash('ask', { question: asked }, person)).shown)).toContain('Answer')
  })

  it('channel: questions are answered there and in its threads, and nowhere else; help is everywhere', async () => {
    const other = { user: bot.member, channel: bot.peer.channel(bot.guild, 'other') }
    const thread = { user: bot.member, channel: bot.peer.channel(bot.guild, 'thread', bot.channel) }
    await configure('config channel', { channel: bot.channel.id, on: true })
    const answered = async (place: typeof other) =>
      readableOf((await bot.peer.slash('ask', { question: asked }, place)).shown).includes('10 444')
    expect([await answered(here()), await answered(thread), await answered(other)]).toEqual([true, true, false])
    expect(readableOf((await bot.peer.slash('help', {}, other)).shown)).toContain('/ask')
    await configure('config channel', { channel: bot.channel.id, on: false })
    expect(await answered(other)).toBe(true)
  })

  it('role: its members may use /admin until it is taken back', async () => {
    const editor = { user: bot.peer.user('editor'), channel: bot.channel }
    joinGuild(bot.guild, editor.user, [bot.editors])
    const status = async () => readableOf((await bot.peer.slash('admin status', {}, editor)).shown)
    expect(await status()).toMatch(/maintainers/)
    await configure('config role', { role: bot.editors.id, on: true })
    expect(await status()).toMatch(/5 articles/)
    await configure('config role', { role: bot.editors.id, on: false })
    expect(await status()).toMatch(/maintainers/)
  })
})

it('help calls the commands as the client of the person shows them, in whatever language it speaks', async () => {
  const help = async (locale: string, language: string) => {
    const user = bot.peer.user(`${locale} ${language}`, { locale })
    await bot.peer.slash('language', { language }, { user, channel: bot.channel })
    return readableOf((await bot.peer.slash('help', {}, { user, channel: bot.channel })).shown)
  }
  const french = await help('fr', 'fr')
  for (const name of ['/demander', '/vérifier', '/chiffres', '/oublier', '« privé »']) expect(french).toContain(name)
  expect(french).not.toMatch(/\/(?:ask|verify|figures|forget|language)\b|« private »/)
  expect(await help('fr', 'en')).toContain('/demander')
  expect(await help('en-GB', 'fr')).toContain('/ask')
})

it('the pages of an answer are turned by the person who asked, and by nobody else', async () => {
  const [first] = (await bot.peer.slash('figures', { topic: 'Cambodia' }, here())).shown
  if (first === undefined) throw new Error('nothing was shown')
  const shown = () => bot.peer.sent().find(({ id }) => id === first.id)?.text
  const refused = await bot.peer.press(first, 'Next', bot.owner)
  expect(readableOf(refused.shown)).toBe('This button belongs to the person who asked.')
  expect(shown()).toBe(first.text)
  await bot.peer.press(first, 'Next', bot.member)
  await expect.poll(shown).not.toBe(first.text)
})
