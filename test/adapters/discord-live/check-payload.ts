/** What the adapter would send, judged as Discord would: refused, pinging, or with a link that nobody stored. */
import { replyWithAnswer } from '../../../adapters/discord/answers/answer-reply.ts'
import { type Message, type Reply, toMessage, turnTo } from '../../../adapters/discord/answers/message.ts'
import { createPages } from '../../../adapters/discord/answers/pages.ts'
import type { Answer } from '../../../src/types.ts'
import { ApiError, type Json } from '../../peers/discord/api-error.ts'
import { checkMessage } from '../../peers/discord/checks/message.ts'
import { findLiveMarks } from '../../peers/discord/markup.ts'
import { makeMessage } from '../../peers/discord/messages.ts'
import { type Shown, showMessage } from '../../peers/discord/shown.ts'
import { addChannel, addUser, createWorld } from '../../peers/discord/world.ts'

export type PayloadFaults = {
  readonly refused: readonly string[]
  readonly pings: number
  readonly marks: readonly string[]
  readonly foreign: readonly string[]
  readonly pages: number
  readonly links: readonly string[]
}

const world = createWorld()
const author = addUser(world, 'Sourcier', { bot: true })
const channel = addChannel(world, 'general', {})
const userId = '111111111111111111'

export function checkAnswerPayload(answer: Answer): PayloadFaults {
  const options = { kept: true, private: false, asked: answer.question.slice(0, 400), showsQuestion: true }
  const stored = answer.citations.flatMap(({ article }) => article.url ?? [])
  return checkReply(replyWithAnswer(answer, options), stored)
}

/** Every page of a reply. */
export function checkReply(reply: Reply, stored: readonly string[]): PayloadFaults {
  const pages = createPages()
  const messages: Message[] = [toMessage(reply, pages, userId)]
  const key = /page:([a-z2-7]{10}):/.exec(JSON.stringify(messages[0]?.components))?.[1]
  for (let n = 1; key !== undefined; n++) {
    const next = turnTo(key, n, pages)
    if (next === undefined) break
    messages.push(next)
  }
  const refused: string[] = []
  const seen: Shown[] = []
  for (const { allowedMentions, ...message } of messages) {
    const { parse, repliedUser } = allowedMentions
    const body = JSON.parse(
      JSON.stringify({ ...message, allowed_mentions: { parse, replied_user: repliedUser } }),
    ) as Json
    try {
      checkMessage(body)
      seen.push(showMessage(makeMessage(new Map(), { channel, author, body })))
    } catch (error) {
      refused.push(error instanceof ApiError ? JSON.stringify(error.body()) : String(error))
    }
  }
  const known = new Set(stored.map(canonical))
  return {
    refused,
    pings: seen.reduce(
      (sum, { pinged: { users, roles, everyone } }) => sum + users.length + roles.length + Number(everyone),
      0,
    ),
    marks: seen.flatMap(({ embeds, content }) => findLiveMarks([content, ...embeds.flatMap(texts)].join('\n'))),
    foreign: seen.flatMap(({ links, previews }) => [
      ...links.filter((link) => !known.has(canonical(link))),
      ...previews,
    ]),
    links: seen.flatMap(({ links }) => links.map(canonical)),
    pages: messages.length,
  }
}

const texts = ({ title, description, fields }: Json): readonly string[] => [
  String(title ?? ''),
  String(description ?? ''),
  JSON.stringify(fields ?? []),
]

/** The same address, however its signs are written. */
function canonical(address: string): string {
  try {
    return decodeURIComponent(new URL(address).href)
  } catch {
    return address
  }
}
