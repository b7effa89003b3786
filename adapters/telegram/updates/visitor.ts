/** Who speaks, where, in which language, and whether anything of it may be kept. */
import type { Message, User } from 'grammy/types'
import type { Desk } from '../../../src/desk/types.ts'
import type { Asker } from '../../../src/ports/ledger.ts'
import type { Language } from '../../../src/types.ts'
import type { Place } from '../messages/messages.ts'
import { askerOf } from './update.ts'

export type Visitor = {
  readonly asker: Asker
  readonly personId: number
  readonly place: Place
  readonly isGroup: boolean
  /** Of the interface, where no question shows another: the person's choice, else that of their Telegram. */
  readonly language: Language
  /** Chosen, else that of their Telegram where it is one that we speak: for what is about words of others. */
  readonly readerLanguage?: Language
  /** Chosen by the person; none: that of each question. */
  readonly chosenLanguage?: Language
  readonly private: boolean
}

/** @param privateByDefault everything is private, whatever the person chose. */
export async function meet(
  person: User,
  place: Place,
  isGroup: boolean,
  desk: Pick<Desk, 'preferences'>,
  privateByDefault: boolean,
): Promise<Visitor> {
  const asker = askerOf(person.id)
  const { language, private: isPrivate = false } = await desk.preferences(asker)
  const readerLanguage = language ?? knownLanguage(person)
  return {
    asker,
    personId: person.id,
    place,
    isGroup,
    language: readerLanguage ?? 'en',
    private: privateByDefault || isPrivate,
    ...(readerLanguage !== undefined && { readerLanguage }),
    ...(language !== undefined && { chosenLanguage: language }),
  }
}

export function languageOf(person: Pick<User, 'language_code'>): Language {
  return knownLanguage(person) ?? 'en'
}

function knownLanguage({ language_code: code = '' }: Pick<User, 'language_code'>): Language | undefined {
  const language = code.slice(0, 2).toLowerCase()
  return language === 'fr' || language === 'en' ? language : undefined
}

/** In a group it is a reply, so that one sees who is answered. Only in a forum is a thread a topic to be sent to. */
export function placeOf({ chat, message_id, message_thread_id, is_topic_message }: Message): Place {
  const isInTopic = message_thread_id !== undefined && (is_topic_message === true || chat.is_forum === true)
  return {
    chat: chat.id,
    ...(isInTopic && { thread: message_thread_id }),
    ...(chat.type !== 'private' && { replyTo: message_id }),
  }
}
