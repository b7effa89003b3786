/** Renderings and lines as the messages that Telegram takes. */
import { packGroups } from '../../../src/rendering/cutting/cut.ts'
import type { Rendering } from '../../../src/rendering/types.ts'
import type { Keyboard, MessageStep } from '../updates/steps.ts'
import { formatBlocks, signLength } from './entities.ts'

/** Where an answer goes. */
export type Place = {
  readonly chat: number
  /** The topic of a forum. */
  readonly thread?: number
  /** In a group the message that is answered. */
  readonly replyTo?: number
}

/** UTF-16 units of a message's text. */
const TEXT_LIMIT = 4096
/** A list of a thousand articles is nothing to read in a chat. */
const MOST_MESSAGES = 8

/** As many messages as it takes; the buttons are under the last. */
export function renderingMessages(
  { tone, groups }: Rendering,
  place: Place,
  keyboard?: Keyboard,
): readonly MessageStep[] {
  const packed = packGroups(
    { tone, groups },
    { limit: TEXT_LIMIT - signLength, measure: (blocks) => formatBlocks(blocks).text.length },
  )
  const written = packed
    .map((blocks, position) => formatBlocks(blocks, position === 0 ? tone : 'plain'))
    .filter(({ text }) => text !== '')
    .slice(0, MOST_MESSAGES)
  return written.map(({ text, entities }, position) => ({
    ...lineMessage(text, place, position === written.length - 1 ? keyboard : undefined),
    entities: [...entities],
  }))
}

/** One line of the bot's own. */
export function lineMessage(text: string, { chat, thread, replyTo }: Place, keyboard?: Keyboard): MessageStep {
  return {
    kind: 'message',
    chat,
    ...(thread !== undefined && { thread }),
    ...(replyTo !== undefined && { replyTo }),
    text: text.slice(0, TEXT_LIMIT),
    entities: [],
    ...(keyboard !== undefined && { keyboard }),
  }
}
