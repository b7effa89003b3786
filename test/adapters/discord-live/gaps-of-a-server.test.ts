/** Who sees which unanswered questions: a server's own maintainers saw those of all servers and of direct messages. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Place } from '../../peers/discord/payloads.ts'
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
afterAll(async () => {
  await bot.close()
  await seeds.close()
})

const questions = {
  command: 'Who won the football cup of Iceland?',
  mention: 'What does a ticket to the opera cost?',
  thread: 'Where was the new bicycle bridge built?',
  private: 'Which violin does the conductor play?',
  elsewhere: 'How deep is the lake behind the mill?',
  direct: 'When does the swimming pool open?',
}

it("shows a server's maintainers what was asked there, and nothing of other servers or direct messages", async () => {
  const here = { user: bot.member, channel: bot.channel }
  const thread = bot.peer.channel(bot.guild, 'a thread', bot.channel)
  const mention = (place: Place, question: string) =>
    bot.peer.say({ ...place, content: `<@${bot.peer.bot.id}> ${question}` })
  await bot.peer.slash('ask', { question: questions.command }, here)
  await mention(here, questions.mention)
  await mention({ user: bot.member, channel: thread }, questions.thread)
  await bot.peer.slash('ask', { question: questions.private, private: true }, here)
  await bot.peer.slash('ask', { question: questions.elsewhere }, { user: bot.member, channel: bot.elsewhereChannel })
  const direct = bot.peer.direct(bot.member)
  await bot.peer.say({ user: bot.member, channel: direct, content: questions.direct })

  const editor = bot.peer.user('editor')
  joinGuild(bot.guild, editor, [bot.editors])
  joinGuild(bot.elsewhere, editor)
  const json = JSON.stringify({ adminRoles: [bot.editors.id] })
  await seeds.desk.setGroupSetting(`discord:${bot.guild.id}`, json)
  const seenBy = async (place: Place) => {
    const { shown } = await bot.peer.slash('admin gaps', {}, place)
    expect(shown.map(({ ephemeral }) => ephemeral)).toEqual([true])
    const text = readableOf(shown)
    return Object.entries(questions).flatMap(([way, question]) => (text.includes(question) ? [way] : []))
  }
  expect(await seenBy({ user: editor, channel: bot.channel })).toEqual(['command', 'mention', 'thread'])
  expect(await seenBy({ user: editor, channel: bot.elsewhereChannel })).toEqual([])
  const all = ['command', 'mention', 'thread', 'elsewhere', 'direct']
  expect(await seenBy({ user: bot.maintainer, channel: bot.elsewhereChannel })).toEqual(all)
})
