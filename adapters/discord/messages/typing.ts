import type { Message } from 'discord.js'
import type { Bot } from '../bot.ts'

/** Discord shows it for 10 s. */
const everyMs = 8_000

/** Shows that the bot is typing until the returned function is called. That it cannot is no reason not to answer. */
export function showTyping({ log }: Bot, { channel }: Message): () => void {
  if (!channel.isSendable()) return () => undefined
  const show = () => void channel.sendTyping().catch(() => log.debug('typing could not be shown'))
  show()
  const timer = setInterval(show, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
