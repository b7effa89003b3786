/**
 * Kills a bot again and again while many people ask it, and counts: what was lost, what was sent twice, what came out of
 * order. What each question must bring is learned first, from the same bot in peace.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import { type PeerEvent, startTelegramPeer, type TelegramPeer } from '../../peers/telegram/peer.ts'
import { prepareBotProcess } from '../bot-process.ts'
import { liveVariables } from './live-desk.ts'
import { wholeQuestions, withoutIds } from './questions.ts'

export type KillCampaign = {
  readonly dataFolder: string
  readonly chats: number
  /** Questions asked in each chat; a kill after each round over all chats. */
  readonly rounds: number
  readonly onRound?: (round: number) => void
}

export type KillResult = {
  readonly asked: number
  readonly kills: Readonly<Record<KillMoment, number>>
  readonly lost: number
  /** Messages that a person got twice, and the most of them in one chat at one kill. */
  readonly repeated: number
  readonly mostRepeatedInAChatAtAKill: number
  /** Messages that are neither the next answer of their chat nor its last one again. */
  readonly outOfOrder: number
  /** Of those, the first: for whoever looks for the reason. */
  readonly strange: readonly string[]
  readonly redelivered: number
  readonly pace: ReturnType<TelegramPeer['pace']>
  readonly refusals: readonly string[]
  /** All that the processes wrote to their logs. */
  readonly log: string
  readonly tookMs: number
}

/**
 * While updates are handed out; between receiving and answering; between sending and marking; whenever it happens.
 */
type KillMoment = 'delivering' | 'receiving' | 'sending' | 'anywhere'

const moments: readonly KillMoment[] = ['receiving', 'sending', 'delivering', 'anywhere']
const learnedQuestions = 24
const firstChat = 10_000

export async function runKillCampaign({ dataFolder, chats, rounds, onRound }: KillCampaign): Promise<KillResult> {
  const began = performance.now()
  const peer = await startTelegramPeer()
  const kills: Record<KillMoment, number> = { delivering: 0, receiving: 0, sending: 0, anywhere: 0 }
  const killedAt: number[] = []
  let log = ''
  let bot = prepareBotProcess(liveVariables(peer, dataFolder))
  let next = prepareBotProcess(liveVariables(peer, dataFolder))
  try {
    await bot.start()
    const lessons = await learn(peer, Math.min(learnedQuestions, Math.max(rounds, 6)))
    const askedIn = (chat: number, round: number) => lessons[(chat + round) % lessons.length] ?? neverLearned()
    for (let round = 0; round < rounds; round++) {
      onRound?.(round)
      const moment = moments[round % moments.length] ?? 'anywhere'
      const ready = untilMoment(peer, moment, firstChat + Math.floor(chats / 2))
      for (let chat = 0; chat < chats; chat++) peer.user(firstChat + chat).post(askedIn(chat, round).question)
      await Promise.race([ready, sleep(20_000)])
      await bot.kill()
      killedAt.push(performance.now())
      kills[moment]++
      log += bot.errors()
      bot = next
      next = prepareBotProcess(liveVariables(peer, dataFolder))
      await bot.start()
    }
    await next.kill()
    const expected = Array.from({ length: chats }, (_, chat) =>
      Array.from({ length: rounds }, (_, round) => askedIn(chat, round).answer).flat(),
    )
    const compareAll = () => expected.map((texts, chat) => compare(messagesIn(peer, firstChat + chat), texts, killedAt))
    await untilQuiet(peer, () => compareAll().every(({ missing }) => missing === 0))
    await bot.stop()
    log += bot.errors()

    const counted = compareAll()
    const sum = (count: (one: Comparison) => number) => counted.reduce((total, one) => total + count(one), 0)
    return {
      asked: chats * rounds,
      kills,
      lost: sum(({ missing }) => missing),
      repeated: sum(({ repeated }) => repeated),
      mostRepeatedInAChatAtAKill: Math.max(...counted.map(({ mostAtAKill }) => mostAtAKill)),
      outOfOrder: sum(({ strange }) => strange.length),
      strange: counted.flatMap(({ strange }) => strange).slice(0, 3),
      redelivered: peer.queue.mostDeliveries() - 1,
      pace: peer.pace(),
      refusals: peer.refusals.map(({ method, description }) => `${method}: ${description}`),
      log,
      tookMs: performance.now() - began,
    }
  } finally {
    await Promise.all([bot.kill(), next.kill()])
    await peer.close()
  }
}

type Lesson = { readonly question: string; readonly answer: readonly string[] }

/** Questions whose answers nobody takes for that of another. */
async function learn(peer: TelegramPeer, count: number): Promise<readonly Lesson[]> {
  // The first question of a process takes longest.
  await peer.user(999).say('Who said what?', { quietMs: 1_500 })
  const lessons = await Promise.all(
    wholeQuestions(count).map(async (question, position) => {
      const person = peer.user(1_000 + position)
      await person.say(question, { quietMs: 1_500 })
      while (person.sees().some(isPlaceholder)) await sleep(100)
      return { question, answer: person.sees().map(({ text }) => withoutIds(text)) }
    }),
  )
  const counts = new Map<string, number>()
  for (const text of lessons.flatMap(({ answer }) => answer)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const distinct = lessons.filter(({ answer }) => answer.length > 0 && answer.every((text) => counts.get(text) === 1))
  return distinct.length === 0 ? [neverLearned()] : distinct
}

/** What stands there until the answer takes its place. */
const placeholders = new Set((['en', 'fr'] as const).map((language) => deskTexts(language).searching))
const isPlaceholder = ({ text }: { readonly text: string }) => placeholders.has(text)

function neverLearned(): never {
  throw new Error('the bot gave no answer that could be told from the others')
}

/** Resolves at the moment at which the process is to be killed. */
function untilMoment(peer: TelegramPeer, moment: KillMoment, chatId: number): Promise<void> {
  const lastOld = Math.max(0, ...peer.queue.waiting.map(({ update }) => update.update_id))
  if (moment === 'sending') {
    // Telegram has it, the bot does not know yet.
    peer.faults.order({ method: 'sendMessage', kind: { delayMs: 5_000 }, when: ({ chat_id: chat }) => chat === chatId })
  }
  const isReached = (event: PeerEvent): boolean => {
    if (moment === 'delivering') return event.kind === 'delivered'
    if (moment === 'receiving') return event.kind === 'confirmed' && event.updateId > lastOld
    if (event.kind !== 'stored') return false
    return moment === 'sending' ? event.message.chatId === chatId : Math.random() < 0.05
  }
  return new Promise((resolve) => {
    const stop = peer.watch((event) => {
      if (!isReached(event)) return
      stop()
      resolve()
    })
  })
}

/** So long after the last message nothing more is expected; while answers are missing, for longer. */
const quietMs = 1_500
const patienceMs = 15_000

async function untilQuiet(peer: TelegramPeer, isComplete: () => boolean): Promise<void> {
  for (let quietFor = 0, before = -1; quietFor < (isComplete() ? quietMs : patienceMs); quietFor += 500) {
    const count = peer.stored().length
    if (count > before) quietFor = 0
    before = count
    await sleep(500)
  }
}

type Message = { readonly at: number; readonly text: string }

function messagesIn(peer: TelegramPeer, chatId: number): readonly Message[] {
  return peer
    .stored()
    .filter((message) => message.chatId === chatId)
    .map(({ at, text }) => ({ at, text: withoutIds(text) }))
}

type Comparison = {
  readonly missing: number
  readonly repeated: number
  readonly mostAtAKill: number
  readonly strange: readonly string[]
}

/** How far ahead the next answer is looked for, where the one that should come is missing. */
const lookAhead = 5

/**
 * Walks along what a chat must hold. The message before the next may be there once more; a placeholder that nothing took the
 * place of counts as a message too many as well.
 */
function compare(messages: readonly Message[], expected: readonly string[], killedAt: readonly number[]): Comparison {
  const atKills = new Map<number, number>()
  const strange: string[] = []
  let missing = 0
  let next = 0
  for (const message of messages) {
    const { at, text } = message
    const found = expected.slice(next, next + lookAhead).indexOf(text)
    if (isPlaceholder(message) || (found < 0 && text === expected[next - 1])) {
      const kill = killedAt.filter((moment) => moment <= at).length
      atKills.set(kill, (atKills.get(kill) ?? 0) + 1)
    } else if (found >= 0) {
      missing += found
      next += found + 1
    } else strange.push(`${text.slice(0, 300)} ≠ ${expected[next]?.slice(0, 300)}`)
  }
  const repeats = [...atKills.values()]
  return {
    missing: missing + expected.length - next,
    repeated: repeats.reduce((total, count) => total + count, 0),
    mostAtAKill: Math.max(0, ...repeats),
    strange,
  }
}
