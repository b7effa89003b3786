/** Many people at once, each with several questions: whether each got every answer in the order asked, and how fast. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Desk } from '../../../src/desk/types.ts'
import { startTelegramPeer, type TelegramPeer } from '../../peers/telegram/peer.ts'
import { startLiveBot } from './live-bot.ts'
import { withoutPlaceholders } from './live-desk.ts'

export type ManyChats = {
  /** One in ten is a group. */
  readonly chats: number
  /** Asked at once in every fifth chat; at most as many as there are below. */
  readonly questions: number
  /** Asked in the others. */
  readonly questionsElsewhere: number
  readonly desk: Desk
  readonly dataFolder: string
}

export type ManyChatsResult = {
  readonly chats: number
  readonly asked: number
  readonly answeredInOrder: number
  readonly pace: ReturnType<TelegramPeer['pace']>
  readonly refused: readonly string[]
  /** What Node warned of in this process: a leak of listeners, for one. */
  readonly warnings: readonly string[]
  /** What the bot's log says of trouble: pino's levels from 40 on. */
  readonly troubles: readonly string[]
  readonly tookMs: number
}

/** Each with words that stand in its answer alone. */
const questions = [
  { text: 'How many smartphones did the police seize during the investigation?', answer: /10 444/ },
  { text: "Combien d'étrangers ont quitté le Cambodge volontairement ?", answer: /210\s000/ },
  { text: 'Who chaired the meeting of the committee against online scams on January 21?', answer: /Hun Manet/ },
]
const patienceMs = 60_000

export async function runManyChats(options: ManyChats): Promise<ManyChatsResult> {
  const { chats, desk, dataFolder } = options
  const began = performance.now()
  const askedIn = (number: number) =>
    questions.slice(0, number % 5 === 0 ? options.questions : options.questionsElsewhere)
  const warnings: string[] = []
  const warn = (warning: Error) => warnings.push(warning.message)
  process.on('warning', warn)
  const peer = await startTelegramPeer()
  const bot = await startLiveBot({ peer, desk: withoutPlaceholders(desk), dataFolder, inboxName: 'many-chats' })
  const voices = Array.from({ length: chats }, (_, number) =>
    number % 10 === 0 ? peer.group(-1 - number, 5_000 + number) : peer.user(1 + number),
  )
  for (const [number, voice] of voices.entries()) {
    for (const { text } of askedIn(number)) voice.post(voice.chatId < 0 ? `/ask ${text}` : text)
  }
  const wanted = voices.reduce((count, _, number) => count + askedIn(number).length, 0)
  for (let before = 0, idleMs = 0; peer.stored().length < wanted && idleMs < patienceMs; idleMs += 50) {
    if (peer.stored().length > before) idleMs = 0
    before = peer.stored().length
    await sleep(50)
  }
  const answeredInOrder = voices.reduce(
    (count, voice, number) =>
      count + voice.sees().filter(({ text }, turn) => askedIn(number)[turn]?.answer.test(text)).length,
    0,
  )
  const result = {
    chats,
    asked: wanted,
    answeredInOrder,
    pace: peer.pace(),
    refused: peer.refusals.map(({ description }) => description),
    warnings,
    troubles: bot.lines.filter((line) => /"level":[456]0/.test(line)),
    tookMs: performance.now() - began,
  }
  process.off('warning', warn)
  await bot.stop()
  await peer.close()
  return result
}
