/** Who speaks, where, and what they and the place have chosen: read anew at every call. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Preferences } from '../../src/desk/types.ts'
import type { Asker } from '../../src/ports/ledger.ts'
import type { Language } from '../../src/types.ts'
import type { Bot } from './bot.ts'
import { groupOf, noServerSettings, readServerSettings, type ServerSettings } from './server-settings.ts'

export type Visit = {
  readonly asker: Asker
  /** The server, for its limit and its maintainers; absent in direct messages. */
  readonly group?: string
  readonly guildId?: string
  readonly server: ServerSettings
  /** Chosen by the person, else by the server. */
  readonly chosenLanguage?: Language
  /** Chosen, else that of the person's client where it is one that we speak: for what is about words of others. */
  readonly readerLanguage?: Language
  /** For what is not an answer to words of theirs. */
  readonly language: Language
  /** Whether questions of this visit are private unless it says otherwise. */
  readonly prefersPrivate: boolean
}

export type Visitor = {
  readonly userId: string
  readonly guildId: string | null
  /** Discord's name for the language of the person's client. */
  readonly locale?: string
}

/** Milliseconds: what was chosen is read before Discord is answered, and Discord waits 3 s. */
const patienceMs = 1_000

export async function readVisit(bot: Bot, { userId, guildId, locale }: Visitor): Promise<Visit> {
  const asker = askerOf(userId)
  const chosen = await readChoices(bot, asker, guildId)
  const chosenLanguage = chosen.preferences.language ?? chosen.server.language
  const readerLanguage = chosenLanguage ?? knownLanguage(locale)
  return {
    asker,
    ...(guildId !== null && { group: groupOf(guildId), guildId }),
    server: chosen.server,
    ...(chosenLanguage !== undefined && { chosenLanguage }),
    ...(readerLanguage !== undefined && { readerLanguage }),
    language: readerLanguage ?? 'en',
    prefersPrivate: chosen.preferences.private ?? false,
  }
}

/** @param locale Discord's name for the language of a person's client; not every interaction says it. */
export function languageOfLocale(locale: string | undefined): Language {
  return knownLanguage(locale) ?? 'en'
}

function knownLanguage(locale: string | undefined): Language | undefined {
  return readLanguage((locale ?? '').slice(0, 2).toLowerCase())
}

export function askerOf(userId: string): Asker {
  return `discord:${userId}`
}

/** Undefined: that of each question. */
export function readLanguage(chosen: string): Language | undefined {
  return chosen === 'en' || chosen === 'fr' ? chosen : undefined
}

/** The wish of a server for privacy, and the setting of the whole bot, go before a person's "not private". */
export function isPrivate(bot: Bot, visit: Visit, option: boolean | null): boolean {
  return bot.settings.privateByDefault || visit.server.private || (option ?? visit.prefersPrivate)
}

/** Follow-ups of a thread share its context; in a channel everybody has their own. */
export function conversationOf(channelId: string, isThread: boolean, userId: string): string {
  return isThread ? `discord:thread:${channelId}` : `discord:${channelId}:${userId}`
}

type Choices = { readonly preferences: Preferences; readonly server: ServerSettings }

/** What cannot be read in time is taken for the wish to be private. */
async function readChoices(bot: Bot, asker: Asker, guildId: string | null): Promise<Choices> {
  const cautious: Choices = { preferences: { private: true }, server: noServerSettings }
  const reading = Promise.all([
    bot.desk.preferences(asker),
    guildId === null ? noServerSettings : readServerSettings(bot.desk, guildId),
  ]).then(([preferences, server]): Choices => ({ preferences, server }))
  const timeout = new AbortController()
  const late = wait(patienceMs, cautious, { signal: timeout.signal, ref: false }).catch(() => cautious)
  try {
    return await Promise.race([reading, late])
  } catch (error) {
    bot.report(error, 'what a person or server has chosen could not be read: taken for private')
    return cautious
  } finally {
    timeout.abort()
  }
}
