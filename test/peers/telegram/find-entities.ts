/** The entities that a person's own client and Telegram's server find in what somebody types. */
import type { MessageEntity } from 'grammy/types'

const patterns: readonly (readonly [MessageEntity['type'], RegExp])[] = [
  ['bot_command', /(?<![\w/@])\/[a-zA-Z0-9_]{1,32}(?:@\w{3,32})?(?![\w/])/g],
  ['mention', /(?<![\w/])@\w{3,32}/g],
  ['url', /\bhttps?:\/\/[^\s<>"]+/g],
]

export function findEntities(text: string): readonly MessageEntity[] {
  const entities = patterns.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ type, offset: index, length }) as MessageEntity),
  )
  // `/ask@bot` is one command, not a command and a mention.
  return entities
    .filter(({ type, offset }) => type !== 'mention' || !entities.some((other) => contains(other, offset)))
    .sort((left, right) => left.offset - right.offset)
}

function contains({ type, offset, length }: MessageEntity, at: number): boolean {
  return type === 'bot_command' && at >= offset && at < offset + length
}

/** Group privacy mode: a bot is shown commands that may be meant for it, mentions of it and replies to it. */
export function isForBot(text: string, entities: readonly MessageEntity[], username: string): boolean {
  return entities.some(({ type, offset, length }) => {
    const words = text.slice(offset, offset + length).toLowerCase()
    if (type === 'mention') return words === `@${username.toLowerCase()}`
    if (type !== 'bot_command') return false
    const addressee = words.split('@')[1]
    return addressee === undefined || addressee === username.toLowerCase()
  })
}
