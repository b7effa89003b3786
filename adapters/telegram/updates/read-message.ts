/** What a person wants of the bot with a message; most messages of a group want nothing. */
import type { Message, MessageEntity } from 'grammy/types'
import { type CommandName, isCommandName, isTopical } from '../commands/commands.ts'
import { speakerOf } from './update.ts'

/** The bot itself, as Telegram knows it. */
export type Me = { readonly id: number; readonly username: string }

export type Wanted =
  | { readonly kind: 'command'; readonly name: CommandName; readonly argument: string }
  | { readonly kind: 'unknown-command'; readonly name: string }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'forwarded'; readonly text: string }
  /** A picture, a sticker, a voice message … */
  | { readonly kind: 'wordless' }

/** Undefined for what is not meant for the bot: other bots, posts of channels, service messages, the talk of a group. */
export function readMessage(message: Message, me: Me): Wanted | undefined {
  const { via_bot: viaBot, chat } = message
  const speaker = speakerOf(message)
  if (speaker === undefined || speaker.is_bot || chat.type === 'channel') return undefined
  // What was chosen from our own inline results is a quotation, not a question; forwarded, it is to be checked like any other.
  if (viaBot?.id === me.id && !isForwarded(message)) return undefined
  return chat.type === 'private' ? readPrivate(message, me) : readInGroup(message, me)
}

function readPrivate(message: Message, me: Me): Wanted | undefined {
  const text = textOf(message)
  if (isForwarded(message)) return text === '' ? { kind: 'wordless' } : { kind: 'forwarded', text }
  if (text === '') return isService(message) ? undefined : { kind: 'wordless' }
  const command = commandOf(message)
  if (command === undefined) return { kind: 'question', text: withoutMention(message, me) }
  if (!isForMe(command, me)) return undefined
  return isCommandName(command.name)
    ? { kind: 'command', name: command.name, argument: argumentOf(command, message) }
    : { kind: 'unknown-command', name: command.name }
}

/** In a group the bot speaks when it is spoken to: a command of its own, its name, a reply to it. */
function readInGroup(message: Message, me: Me): Wanted | undefined {
  if (isForwarded(message)) return undefined
  const command = commandOf(message)
  if (command !== undefined) {
    // Every bot has a /help and a /status: those need the bot's name.
    const isMeant = isForMe(command, me) && (command.bot !== undefined || isTopical(command.name))
    if (!isMeant || !isCommandName(command.name)) return undefined
    return { kind: 'command', name: command.name, argument: argumentOf(command, message) }
  }
  if (!isMentioned(message, me) && !isReplyTo(message, me)) return undefined
  const text = withoutMention(message, me)
  if (text !== '') return { kind: 'question', text }
  // The name alone, in reply to somebody: what they said is the question.
  const repliedText = isReplyTo(message, me) ? '' : repliedTextOf(message)
  return repliedText === '' ? { kind: 'command', name: 'help', argument: '' } : { kind: 'question', text: repliedText }
}

/** Servers older than Bot API 7.0 know no origin, only a date. */
function isForwarded(message: Message): boolean {
  return message.forward_origin !== undefined || 'forward_date' in message
}

type Command = { readonly name: string; readonly bot: string | undefined; readonly rest: string }

function commandOf(message: Message): Command | undefined {
  const text = textOf(message)
  const marked = entitiesOf(message).find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (marked === undefined) return undefined
  const [name = '', bot] = text.slice(1, marked.length).split('@')
  return { name: name.toLowerCase(), bot, rest: text.slice(marked.length).trim() }
}

function isForMe({ bot }: Command, me: Me): boolean {
  return bot === undefined || bot.toLowerCase() === me.username.toLowerCase()
}

/** A command without words, in reply to a message, is about that message. */
function argumentOf({ rest }: Command, message: Message): string {
  return rest === '' ? repliedTextOf(message) : rest
}

/** The part that the person marked, where they did. */
function repliedTextOf({ quote, reply_to_message: replied }: Message): string {
  return (quote?.text ?? replied?.text ?? replied?.caption ?? '').trim()
}

function isReplyTo({ reply_to_message: replied }: Message, me: Me): boolean {
  // In a topic every message "replies" to the one that opened it.
  return replied?.from?.id === me.id && replied.forum_topic_created === undefined
}

function isMentioned(message: Message, me: Me): boolean {
  return entitiesOf(message).some((entity) => isMention(entity, textOf(message), me))
}

function isMention(entity: MessageEntity, text: string, me: Me): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id
  if (entity.type !== 'mention') return false
  return text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === `@${me.username.toLowerCase()}`
}

function withoutMention(message: Message, me: Me): string {
  const text = textOf(message)
  const mentions = entitiesOf(message).filter((entity) => isMention(entity, text, me))
  const rest = mentions.reduceRight(
    (left, { offset, length }) => `${left.slice(0, offset)} ${left.slice(offset + length)}`,
    text,
  )
  return (mentions.length === 0 ? text : rest.replaceAll(/[ \t]{2,}/g, ' ').replaceAll(/ (?=[,?!.;:])/g, '')).replace(
    /^[\s,:;]+|\s+$/g,
    '',
  )
}

/** The caption of a picture is text like any other. */
function textOf({ text, caption }: Message): string {
  return text ?? caption ?? ''
}

/** Telegram marks commands and names; where nothing at all is marked, they are looked for as it would. */
function entitiesOf(message: Message): readonly MessageEntity[] {
  const marked = message.entities ?? message.caption_entities ?? []
  return marked.length > 0 ? marked : findEntities(textOf(message))
}

function findEntities(text: string): readonly MessageEntity[] {
  const command = /^\/\w{1,32}(?:@\w+)?(?![\w/@])/.exec(text)
  const names = [...text.matchAll(/(?<![\w@/])@\w{3,32}/g)]
  return [
    ...(command === null ? [] : [{ type: 'bot_command' as const, offset: 0, length: command[0].length }]),
    ...names.map(({ index, 0: { length } }) => ({ type: 'mention' as const, offset: index, length })),
  ]
}

/** Media that a person sent; everything else without words (pinned, joined, timer set …) says nothing. */
const media = [
  ...['photo', 'sticker', 'voice', 'video', 'video_note', 'audio', 'document', 'animation', 'location', 'venue'],
  ...['contact', 'poll', 'dice', 'story', 'game', 'paid_media', 'checklist'],
]

function isService(message: Message): boolean {
  return !media.some((kind) => kind in message)
}
