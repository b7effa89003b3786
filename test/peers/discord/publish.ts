/** Word of messages to the gateway's sessions. */
import type { Gateway } from './gateway.ts'
import type { Publish } from './interactions.ts'
import { writeMessage } from './messages.ts'
import { intents } from './protocol.ts'
import type { State } from './state.ts'
import { writeMember } from './world.ts'

/** Who is told of a message: those whose session asked for messages of servers, or for direct ones. */
export function createPublish(state: State, gateway: Gateway): Publish {
  return (event, message) => {
    const { channel } = message
    const place = { id: message.id, channel_id: channel.id, guild_id: channel.guild?.id }
    const wanted = channel.guild === undefined ? intents.directMessages : intents.guildMessages
    gateway.dispatch(
      event,
      (asked) => {
        if (event === 'MESSAGE_DELETE') return place
        const reader = (asked & intents.messageContent) === 0 ? { hidesContentFrom: state.bot } : undefined
        const { guild } = channel
        const member = guild === undefined ? {} : { guild_id: guild.id, member: writeMember(guild, message.author) }
        return { ...writeMessage(state.world, message, reader), channel_type: channel.type, ...member }
      },
      wanted,
    )
  }
}
