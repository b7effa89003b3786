/** Many questions by every way in, with something that goes wrong now and then; counts what was lost or doubled. */
import type { Outcome } from '../../peers/discord/people.ts'
import type { LiveBot } from './live-bot.ts'
import { golden } from './seen.ts'

export type Tally = {
  readonly asked: number
  readonly lost: number
  readonly doubled: number
  /** Milliseconds to the first acknowledgement, ascending. */
  readonly acknowledgedMs: readonly number[]
  /** Milliseconds to the answer, ascending. */
  readonly answeredMs: readonly number[]
}

const questions = golden.map(({ question }) => question)

/** One question: by command, mention, direct message and command in a direct message in turn. */
export function askOne(bot: LiveBot, number: number, waitMs = 90_000): Promise<Outcome> {
  const question = questions[number % questions.length] ?? ''
  const user = bot.peer.user(`reader ${number}`)
  const direct = () => bot.peer.direct(user)
  const patience = { waitMs, quietMs: 150 }
  switch (number % 4) {
    case 0:
      return bot.peer.slash('ask', { question }, { user, channel: bot.channel }, patience)
    case 1:
      // A channel of its own: whose typing it is could not be told apart.
      return bot.peer.say(
        { user, channel: bot.peer.channel(bot.guild, `room ${number}`), content: `<@${bot.peer.bot.id}> ${question}` },
        patience,
      )
    case 2:
      return bot.peer.say({ user, channel: direct(), content: question }, patience)
    default:
      return bot.peer.slash('ask', { question, private: true }, { user, channel: direct() }, patience)
  }
}

type Run = {
  readonly questions: number
  /** How many are asked before the earlier ones are answered. */
  readonly atOnce: number
  /** Called after every so many questions, while they are being answered. */
  readonly disturb?: { readonly every: number; readonly act: () => void }
}

export async function askMany(bot: LiveBot, { questions: count, atOnce, disturb }: Run): Promise<Tally> {
  const outcomes: Outcome[] = []
  const before = bot.peer.state.sent.length
  let next = 0
  const workers = Array.from({ length: atOnce }, async () => {
    while (next < count) {
      const number = next
      next += 1
      const asked = askOne(bot, number)
      if (disturb !== undefined && (number + 1) % disturb.every === 0) disturb.act()
      outcomes.push(await asked)
    }
  })
  await Promise.all(workers)
  return {
    asked: count,
    lost: outcomes.filter(({ shown }) => shown.length === 0).length,
    doubled: bot.peer.state.sent.length - before - outcomes.filter(({ shown }) => shown.length > 0).length,
    acknowledgedMs: sorted(outcomes.map(({ acknowledgedMs }) => acknowledgedMs)),
    answeredMs: sorted(outcomes.map(({ answeredMs }) => answeredMs)),
  }
}

const sorted = (values: readonly (number | undefined)[]): readonly number[] =>
  values.filter((value) => value !== undefined).sort((left, right) => left - right)
