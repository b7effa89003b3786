/**
 * The long form of the Telegram tests: `npx tsx test/campaigns/telegram.ts`. Prints a table; ends with 1 when a figure is
 * wrong. The sources must not change meanwhile: every kill starts them anew, and answers worded otherwise count as lost.
 */

import { runKillCampaign } from '../adapters/telegram-live/kill-campaign.ts'
import { buildDataFolder, openLiveDesk } from '../adapters/telegram-live/live-desk.ts'
import { runManyChats } from '../adapters/telegram-live/many-chats.ts'
import { sendGenerated } from '../adapters/telegram-live/send-generated.ts'

const generatedAnswers = 2_000
/** 50 chats × 20 rounds are 1,000 questions with a kill every 50. */
const killChats = 50
const killRounds = 20
const manyChats = { chats: 100, questions: 3, questionsElsewhere: 3 }

type Row = { readonly what: string; readonly figure: string; readonly isRight: boolean }

const note = (text: string) => process.stderr.write(`${text}\n`)
const row = (what: string, figure: number | string, isRight = true): Row => ({ what, figure: `${figure}`, isRight })
const seconds = (milliseconds: number) => `${Math.round(milliseconds / 1_000)} s`

async function campaign(dataFolder: string): Promise<readonly Row[]> {
  note('generated answers …')
  const generated = await sendGenerated(generatedAnswers, Date.now() % 1_000_000)
  note('many chats at once …')
  const live = await openLiveDesk(dataFolder, { SOURCIER_RATE_PER_MINUTE: '10000' })
  const many = await runManyChats({ ...manyChats, desk: live.desk, dataFolder })
  await live.close()
  const kills = await runKillCampaign({
    dataFolder,
    chats: killChats,
    rounds: killRounds,
    onRound: (round) => note(`kill ${round + 1} of ${killRounds} …`),
  })
  const killCount = Object.values(kills.kills).reduce((total, count) => total + count, 0)
  const violations = (counts: { readonly chat: number; readonly group: number; readonly overall: number }) =>
    counts.chat + counts.group + counts.overall
  const moments = Object.entries(kills.kills).map(([moment, count]) => `${count} ${moment}`)
  return [
    row('generated answers sent', `${generated.answers} in ${generated.messages} messages`),
    row('… messages refused', generated.refused.length, generated.refused.length === 0),
    row('… messages that Telegram would have changed', generated.mended, generated.mended === 0),
    row('chats at once, questions', `${many.chats}, ${many.asked} in ${seconds(many.tookMs)}`),
    row('… answered, in the order of their chat', many.answeredInOrder, many.answeredInOrder === many.asked),
    row('… limits exceeded', violations(many.pace.violations), violations(many.pace.violations) === 0),
    row('… most messages in a second', many.pace.mostOverall, many.pace.mostOverall <= 30),
    row('questions while the process is killed', `${kills.asked} in ${seconds(kills.tookMs)}`),
    row('… kills (kill -9)', `${killCount} (${moments.join(', ')})`, killCount === killRounds),
    row('… answers lost', kills.lost, kills.lost === 0),
    row('… messages sent twice', kills.repeated),
    row(
      '… most of them in one chat at one kill',
      kills.mostRepeatedInAChatAtAKill,
      kills.mostRepeatedInAChatAtAKill <= 1,
    ),
    row('… messages out of order', kills.outOfOrder, kills.outOfOrder === 0),
    row('… limits exceeded', violations(kills.pace.violations), violations(kills.pace.violations) === 0),
    row('lines of a log that hold the token', kills.log.split('AAE-').length - 1, !kills.log.includes('AAE-')),
  ]
}

const { dataFolder, remove } = await buildDataFolder()
const rows = await campaign(dataFolder).finally(remove)
const lines = rows.map(({ what, figure, isRight }) => `| ${what} | ${figure}${isRight ? '' : ' ✗'} |`)
process.stdout.write(`| what | figure |\n|---|---|\n${lines.join('\n')}\n`)
process.exit(rows.every(({ isRight }) => isRight) ? 0 : 1)
