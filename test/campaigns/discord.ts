/**
 * The long form of the tests on the local Discord server: `npx tsx test/campaigns/discord.ts [at-once] [cuts] [faults]
 * [session] [payloads]`, on a machine that does nothing else: what starves is late for Discord's 3 s. The real client, the real
 * desk over the seeds; prints a table of figures in Markdown, and ends with 1 where one is not as it must be.
 */
import { cpus } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { checkAnswerPayload, type PayloadFaults } from '../adapters/discord-live/check-payload.ts'
import { hostileAnswer } from '../adapters/discord-live/hostile-answers.ts'
import { type LiveBot, startBot } from '../adapters/discord-live/live-bot.ts'
import { askMany, type Tally } from '../adapters/discord-live/many-questions.ts'
import { openSeedDesk, type SeedDesk, token } from '../adapters/discord-live/seed-desk.ts'

type Row = { readonly what: string; readonly found: string; readonly wanted: string; readonly isRight: boolean }
const rows: Row[] = []
const report = (what: string, found: string | number, wanted: string, isRight: boolean) =>
  rows.push({ what, found: String(found), wanted, isRight })
const note = (line: string) => process.stderr.write(`${line}\n`)

const percentile = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN

async function withBot<T>(seeds: SeedDesk, run: (bot: LiveBot) => Promise<T>): Promise<T> {
  const bot = await startBot(seeds)
  try {
    return await run(bot)
  } finally {
    const codes = bot.peer.state.refusals.map(({ code }) => code)
    const payloads = codes.filter((code) => code === 50_035 || code === 50_006).length
    const late = codes.filter((code) => code === 10_062).length
    report('payloads refused · interactions expired', `${payloads} · ${late}`, '0 · 0', payloads + late === 0)
    const { requests } = bot.peer.state
    // Those of a limit that was ordered as a fault are none of the bot's.
    const limited = requests.filter(({ status }) => status === 429).length - bot.peer.faults.happenedOf('rate-limit')
    report(`requests over Discord's limits, of ${requests.length}`, limited, '0', limited === 0)
    await bot.close()
  }
}

function reportTally(title: string, { asked, lost, doubled }: Tally): void {
  report(`${title}: lost of ${asked}`, lost, '0', lost === 0)
  report(`${title}: doubled`, doubled, '0', doubled === 0)
}

async function measureAtOnce(seeds: SeedDesk): Promise<void> {
  note('100 questions at once, three times …')
  for (const round of ['first', 'second', 'third']) {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    await withBot(seeds, async (bot) => {
      await askMany(bot, { questions: 4, atOnce: 1 })
      // What these used of Discord's 50 requests a second is none of the hundred's.
      await wait(1_500)
      delay.enable()
      const tally = await askMany(bot, { questions: 100, atOnce: 100 })
      delay.disable()
      const p99 = percentile(tally.acknowledgedMs, 0.99)
      const title = `100 at once, ${round}`
      reportTally(title, tally)
      report(
        `${title}: first acknowledgement p50 / p99`,
        `${percentile(tally.acknowledgedMs, 0.5)} / ${p99} ms`,
        'p99 < 500 ms',
        p99 < 500,
      )
      const answered = [0.5, 0.99].map((share) => percentile(tally.answeredMs, share)).join(' / ')
      report(`${title}: answer p50 / p99`, `${answered} ms`, '–', true)
      report(`${title}: longest block of the event loop`, `${Math.round(delay.max / 1e6)} ms`, '–', true)
    })
  }
}

async function measureCuts(seeds: SeedDesk): Promise<void> {
  note('1,000 questions, the connection cut after every 50 …')
  await withBot(seeds, async (bot) => {
    const tally = await askMany(bot, {
      questions: 1_000,
      atOnce: 16,
      disturb: { every: 50, act: () => bot.peer.gateway.cut() },
    })
    reportTally('1,000 with a cut every 50', tally)
    report('sessions resumed', bot.peer.gateway.counts.resumed, '≥ 15', bot.peer.gateway.counts.resumed >= 15)
  })
}

async function measureFaults(seeds: SeedDesk): Promise<void> {
  note('400 questions with a fault for every fifth request …')
  await withBot(seeds, async (bot) => {
    const { faults, gateway } = bot.peer
    const kinds = [
      () => faults.order({ kind: 'status', status: 502, stored: true, times: 2 }),
      () => faults.order({ kind: 'drop', stored: true }),
      () => faults.order({ kind: 'drop', stored: false }),
      () => faults.order({ kind: 'rate-limit', retryAfterSeconds: 0.3, scope: 'user' }),
      () => faults.order({ kind: 'rate-limit', retryAfterSeconds: 0.3, scope: 'global' }),
      () => faults.order({ kind: 'status', status: 503, stored: false }),
      () => gateway.askToReconnect(),
      () => gateway.repeat(2),
    ]
    let turn = 0
    const act = () => {
      kinds[turn % kinds.length]?.()
      turn += 1
    }
    reportTally(
      '400 with 80 faults of every kind',
      await askMany(bot, { questions: 400, atOnce: 8, disturb: { every: 5, act } }),
    )
    report('sessions lost for good', bot.dead.length, '0', bot.dead.length === 0)
  })
}

async function measureInvalidSession(seeds: SeedDesk): Promise<void> {
  note('a session that cannot be resumed …')
  await withBot(seeds, async (bot) => {
    bot.peer.gateway.invalidate(false)
    const deadline = Date.now() + 15_000
    while (bot.peer.gateway.counts.identified < 2 && Date.now() < deadline)
      await new Promise((done) => setTimeout(done, 100))
    await new Promise((done) => setTimeout(done, 500))
    reportTally('after a session that could not be resumed', await askMany(bot, { questions: 8, atOnce: 4 }))
  })
}

function measurePayloads(count: number): void {
  note(`${count} generated answers of hostile text …`)
  const found: PayloadFaults[] = fc.sample(hostileAnswer, { numRuns: count, seed: 20_261_122 }).map(checkAnswerPayload)
  const sum = (of: (faults: PayloadFaults) => number) => found.reduce((total, faults) => total + of(faults), 0)
  const messages = sum(({ pages }) => pages)
  for (const [what, number] of [
    ['refused payloads', sum(({ refused }) => refused.length)],
    ['pings', sum(({ pings }) => pings)],
    ['live mentions, emoji, times', sum(({ marks }) => marks.length)],
    ['foreign links and previews', sum(({ foreign }) => foreign.length)],
  ] as const) {
    report(`${count} hostile answers (${messages} messages): ${what}`, number, '0', number === 0)
  }
}

const seeds = await openSeedDesk()
const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  'at-once': () => measureAtOnce(seeds),
  cuts: () => measureCuts(seeds),
  faults: () => measureFaults(seeds),
  session: () => measureInvalidSession(seeds),
  payloads: () => measurePayloads(2_000),
}
const wanted = process.argv.slice(2)
for (const [name, measure] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await measure()
const leaks = seeds.logged().split(token).length - 1
report(`the token in ${seeds.logged().split('\n').length - 1} lines of log at level trace`, leaks, '0', leaks === 0)
await seeds.close()

const table = rows.map(
  ({ what, found, wanted, isRight }) => `| ${what} | ${found} | ${wanted} | ${isRight ? '✓' : '✗'} |`,
)
process.stdout.write(
  [
    `Node ${process.version}, ${cpus().length} cores.`,
    '',
    '| what | found | wanted | |',
    '|---|---|---|---|',
    ...table,
    '',
  ].join('\n'),
)
process.exitCode = rows.every(({ isRight }) => isRight) ? 0 : 1
