import type { Message, MessageEntity } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { readMessage } from '../../../adapters/telegram/updates/read-message.ts'
import { speakerOf } from '../../../adapters/telegram/updates/update.ts'
import { placeOf } from '../../../adapters/telegram/updates/visitor.ts'

const me = { id: 7, username: 'Sourcier_bot' }
const person = { id: 5, is_bot: false, first_name: 'Ada' }
const self = { id: 7, is_bot: true, first_name: 'Sourcier' }

/** Entities as Telegram finds them. */
function entitiesIn(text: string): MessageEntity[] {
  const commands = [...text.matchAll(/(?<=^|\s)\/\w+(?:@\w+)?/g)].map((match) => ({
    match,
    type: 'bot_command' as const,
  }))
  const mentions = [...text.matchAll(/(?<=^|\s)@\w+/g)].map((match) => ({ match, type: 'mention' as const }))
  return [...commands, ...mentions].map(({ match, type }) => ({ type, offset: match.index, length: match[0].length }))
}

const message = (text: string, more: object = {}, type = 'private') =>
  ({
    ...{ message_id: 1, date: 0, from: person, chat: { id: type === 'private' ? 5 : -9, type, title: 'Newsroom' } },
    ...{ text, entities: entitiesIn(text) },
    ...more,
  }) as unknown as Message
const inPrivate = (text: string, more: object = {}) => readMessage(message(text, more), me)
const inGroup = (text: string, more: object = {}) => readMessage(message(text, more, 'supergroup'), me)
const reply = (text: string, from: object = person) => ({ reply_to_message: { message_id: 2, from, text } })

describe('where the answer goes', () => {
  const placeIn = (more: object, chat: object = {}) =>
    placeOf({ ...message('Who?', more, 'supergroup'), chat: { id: -9, type: 'supergroup', ...chat } } as Message)

  it('is the topic of a forum, and no mere thread of replies, to which Telegram takes no message', () => {
    expect(placeIn({ message_thread_id: 77, is_topic_message: true })).toEqual({ chat: -9, thread: 77, replyTo: 1 })
    expect(placeIn({ message_thread_id: 77 }, { is_forum: true })).toEqual({ chat: -9, thread: 77, replyTo: 1 })
    expect(placeIn({ message_thread_id: 77 })).toEqual({ chat: -9, replyTo: 1 })
  })

  it('is in a private chat no reply', () => {
    expect(placeOf(message('Who?'))).toEqual({ chat: 5 })
  })
})

describe('what a message wants', () => {
  it('is a question in a private chat, whatever the text', () => {
    expect(inPrivate('Who founded it?')).toEqual({ kind: 'question', text: 'Who founded it?' })
    const photo = { text: undefined, entities: undefined, caption: 'Who is this?', photo: [] }
    expect(inPrivate('', photo)).toEqual({ kind: 'question', text: 'Who is this?' })
    expect(inPrivate('@sourcier_bot: who founded it?')).toEqual({ kind: 'question', text: 'who founded it?' })
  })

  it('is a check of quotes when it is forwarded', () => {
    const forward_origin = { type: 'hidden_user', date: 0, sender_user_name: 'X' }
    expect(inPrivate('/ask he said so', { forward_origin })).toEqual({ kind: 'forwarded', text: '/ask he said so' })
    expect(inPrivate('', { text: undefined, photo: [], forward_origin })).toEqual({ kind: 'wordless' })
    expect(inGroup('@sourcier_bot hello', { forward_origin })).toBeUndefined()
    const pasted = { forward_origin, via_bot: self }
    expect(inPrivate('“Quote”', pasted)).toEqual({ kind: 'forwarded', text: '“Quote”' })
    const older = [
      { forward_date: 0, forward_from: person },
      { forward_date: 0, forward_sender_name: 'X' },
    ]
    for (const forward of older) expect(inPrivate('He said so', forward)).toMatchObject({ kind: 'forwarded' })
  })

  it('is a command of ours, and nobody else’s', () => {
    expect(inPrivate('/ask Who?')).toEqual({ kind: 'command', name: 'ask', argument: 'Who?' })
    expect(inPrivate('/ASK\nWho?')).toEqual({ kind: 'command', name: 'ask', argument: 'Who?' })
    expect(inPrivate('/dance')).toEqual({ kind: 'unknown-command', name: 'dance' })
    expect(inGroup('/ask@sourcier_bot Who?')).toEqual({ kind: 'command', name: 'ask', argument: 'Who?' })
    expect(inGroup('/status@Sourcier_bot')).toMatchObject({ name: 'status' })
    for (const text of ['/ask@other_bot Who?', '/help', '/status', '/dance', 'see /ask Who?']) {
      expect(inGroup(text)).toBeUndefined()
    }
  })

  it('is about the message replied to, where a command has no words', () => {
    expect(inGroup('/verify', reply('It rained.'))).toMatchObject({ name: 'verify', argument: 'It rained.' })
    const quote = { quote: { text: 'rained', position: 3 }, ...reply('It rained.') }
    expect(inGroup('/verify', quote)).toMatchObject({ argument: 'rained' })
  })

  it('is a question in a group only when the bot is spoken to', () => {
    expect(inGroup('Who founded it?')).toBeUndefined()
    expect(inGroup('@other_bot who founded it?')).toBeUndefined()
    expect(inGroup('Hey @SOURCIER_bot, who founded it?')).toEqual({ kind: 'question', text: 'Hey, who founded it?' })
    expect(inGroup('And when?', reply('…', self))).toEqual({ kind: 'question', text: 'And when?' })
    expect(inGroup('And when?', reply('…'))).toBeUndefined()
    expect(inGroup('@sourcier_bot', reply('Who founded it?'))).toEqual({ kind: 'question', text: 'Who founded it?' })
    expect(inGroup('@sourcier_bot')).toMatchObject({ name: 'help' })
    const named = { entities: [{ type: 'text_mention', offset: 0, length: 8, user: self }] }
    expect(inGroup('Sourcier who founded it?', named)).toEqual({ kind: 'question', text: 'who founded it?' })
    const topic = { reply_to_message: { message_id: 2, from: self, forum_topic_created: { name: 'x' } } }
    expect(inGroup('Hello all', topic)).toBeUndefined()
  })

  it('is nothing from bots, posts of channels and services, nor what was pasted from our own inline results', () => {
    expect(inPrivate('hello', { from: { ...person, is_bot: true } })).toBeUndefined()
    const post = { sender_chat: { id: -8, type: 'channel', title: 'News' }, is_automatic_forward: true }
    expect(inGroup('/ask Who?', post)).toBeUndefined()
    expect(readMessage(message('/ask Who?', { from: undefined }, 'channel'), me)).toBeUndefined()
    expect(inPrivate('“Quote”', { via_bot: self })).toBeUndefined()
    expect(inPrivate('', { text: undefined, pinned_message: {} })).toBeUndefined()
    expect(inGroup('', { text: undefined, new_chat_members: [self] })).toBeUndefined()
  })

  it('is read from the words where a server of its own marks no commands and names', () => {
    for (const entities of [undefined, []]) {
      expect(inPrivate('/ask Who?', { entities })).toEqual({ kind: 'command', name: 'ask', argument: 'Who?' })
      expect(inPrivate('/home/ada is what?', { entities })).toMatchObject({ kind: 'question' })
      expect(inGroup('/ask@Sourcier_Bot\nWho?', { entities })).toMatchObject({ name: 'ask', argument: 'Who?' })
      expect(inGroup('👩‍👧 @sourcier_bot who?', { entities })).toEqual({ kind: 'question', text: '👩‍👧 who?' })
      expect(inGroup('ada@sourcier_bot who?', { entities })).toBeUndefined()
    }
  })

  it('is answered to a person who writes as a channel: they got silence', () => {
    const hidden = { from: { id: 1, is_bot: true, first_name: 'Channel' }, sender_chat: { id: -8, type: 'channel' } }
    expect(inGroup('/ask Who?', hidden)).toEqual({ kind: 'command', name: 'ask', argument: 'Who?' })
    expect(speakerOf(message('/ask Who?', hidden, 'supergroup'))).toMatchObject({ id: -8, is_bot: false })
  })

  it('is answered to an anonymous administrator, who speaks as the group', () => {
    const hidden = { from: { id: 1, is_bot: true, first_name: 'Group' }, sender_chat: { id: -9, type: 'supergroup' } }
    expect(inGroup('/ask Who?', hidden)).toEqual({ kind: 'command', name: 'ask', argument: 'Who?' })
    expect(inGroup('Who?', hidden)).toBeUndefined()
    expect(speakerOf(message('/ask Who?', hidden, 'supergroup'))).toMatchObject({ id: -9 })
  })

  it('gets a word of help when a picture or a voice comes without words', () => {
    for (const kind of ['photo', 'voice', 'sticker', 'location']) {
      expect(inPrivate('', { text: undefined, [kind]: {} })).toEqual({ kind: 'wordless' })
    }
  })
})
