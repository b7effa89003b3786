import type { ChatInputCommandInteraction } from 'discord.js'
import type { Reply } from '../answers/message.ts'
import type { Bot } from '../bot.ts'
import type { Visit } from '../visit.ts'
import type { Audience } from './permissions.ts'

/** A command as somebody gave it. */
export type Call = { readonly bot: Bot; readonly interaction: ChatInputCommandInteraction; readonly visit: Visit }

export type Command = {
  readonly audience: Audience
  /** Whether it takes work, and so counts against the limits and waits for its turn. */
  readonly counts: boolean
  /** Whether it is answered in every channel, also where questions are not. */
  readonly everywhere: boolean
  readonly isEphemeral: (call: Call) => boolean
  readonly answer: (call: Call) => Promise<Reply>
}
