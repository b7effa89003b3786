/** What Discord says, and what is done with it. Every listener is guarded: a rejection in one would end the process. */
import { Events } from 'discord.js'
import type { Bot } from '../bot.ts'
import { handleInteraction } from '../interactions/handle-interaction.ts'
import { isAddressed } from '../messages/addressed.ts'
import { createMessageHandler } from '../messages/handle-message.ts'
import { createOnce } from './once.ts'

/** @param die called when the connection is beyond repair. */
export function listen(bot: Bot, die: (reason: string) => void): void {
  const { client, log, work, report, errands } = bot
  const isFirst = createOnce()
  const handleMessage = createMessageHandler(bot)
  const guard = (what: string, id: string, handle: () => Promise<void>): void => {
    if (isFirst(id)) void work.track(handle()).catch((error: unknown) => report(error, what))
  }
  client.on(Events.Raw, errands.notice)
  client.on(Events.InteractionCreate, (interaction) => {
    const { id } = interaction
    const handle = () => handleInteraction(bot, interaction)
    // Of no use later.
    if (interaction.isAutocomplete()) errands.ignore(id)
    guard('an interaction failed', id, interaction.isAutocomplete() ? handle : () => errands.run(id, handle))
  })
  client.on(Events.MessageCreate, (message) => {
    const { id } = message
    if (client.user === null || !isAddressed(message, client.user.id)) return errands.ignore(id)
    guard('a message failed', id, () => errands.run(id, () => handleMessage(message)))
  })
  client.on(Events.Error, (error) => report(error, 'discord.js reports an error'))
  client.on(Events.Warn, (message) => log.warn({ message }, 'discord.js warns'))
  client.on(Events.ShardError, (error, shard) => report(error, `shard ${shard} reports an error`))
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'a shard reconnects'))
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'a shard resumed'))
  client.on(Events.ShardDisconnect, ({ code }, shard) => die(`shard ${shard} was closed for good with code ${code}`))
  client.on(Events.Invalidated, () => die('the session was invalidated'))
  client.rest.on('invalidRequestWarning', (count) => log.warn(count, 'Discord refuses many requests'))
}
