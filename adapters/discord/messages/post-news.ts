/** Says something where nobody asked: news of a followed question, in the channel that wanted them. */
import { createHash } from 'node:crypto'
import { DiscordAPIError } from 'discord.js'
import type { Rendering } from '../../../src/rendering/types.ts'
import { writeEmbeds } from '../answers/write-embed.ts'
import type { Bot } from '../bot.ts'

/** News are short; what is longer than this is nothing to post unasked. */
const mostMessages = 3
const nonceLength = 25
/** The channel is gone, or closed to the bot: it will be no different in a minute. */
const lost = new Set<number | string>([10_003, 50_001, 50_013])

/** @throws the library's error when Discord cannot be reached; then it can be tried again. */
export async function postNews({ client, log }: Bot, place: string, rendering: Rendering): Promise<void> {
  try {
    const channel = await client.channels.fetch(place)
    if (channel?.isSendable() !== true) throw new Error('the channel takes no messages')
    for (const [page, embed] of writeEmbeds(rendering).slice(0, mostMessages).entries()) {
      await channel.send({
        embeds: [embed],
        allowedMentions: { parse: [], repliedUser: false },
        // The same news, sent again after a broken connection, is the same message.
        nonce: nonceOf(`${place} ${page} ${JSON.stringify(embed)}`),
        enforceNonce: true,
      })
    }
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !lost.has(error.code)) throw error
    log.warn({ channel: place, code: error.code }, 'news cannot be posted there')
  }
}

function nonceOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, nonceLength)
}
