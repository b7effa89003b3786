/**
 * Draws docs/telegram-answer.svg: what the Telegram adapter really sent to the local Bot API server for a real question and
 * a real check over the seeds, as a phone of 390 points shows it. `npx tsx test/pictures/telegram.ts`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { entitySchema } from '../../adapters/telegram/messages/entities.ts'
import { startLiveBot } from '../adapters/telegram-live/live-bot.ts'
import { buildDataFolder, liveVariables, openLiveDesk } from '../adapters/telegram-live/live-desk.ts'
import { home } from '../answer/seed-corpus.ts'
import { startTelegramPeer } from '../peers/telegram/peer.ts'
import { drawQuestion, drawReply } from './telegram-bubbles.ts'

const width = 390
const background = '#c9d8c0'

/** What `sendMessage` was called with. */
const payloadSchema = z.object({
  text: z.string(),
  entities: z.array(entitySchema).default([]),
  reply_markup: z.object({ inline_keyboard: z.array(z.array(z.object({ text: z.string() }))) }).optional(),
})

const acts = [
  { said: 'Combien d’étrangers ont été expulsés en 2025 ?' },
  {
    said: '“Cambodian authorities have expelled more than 50,000 foreigners linked to online crimes.”',
    forwarded: true,
  },
]

async function main(): Promise<void> {
  const data = await buildDataFolder()
  const peer = await startTelegramPeer()
  const live = await openLiveDesk(data.dataFolder, liveVariables(peer, data.dataFolder))
  const bot = await startLiveBot({ peer, desk: live.desk, dataFolder: data.dataFolder, inboxName: 'picture' })
  try {
    const parts: string[] = []
    let top = 10
    for (const { said, forwarded } of acts) {
      const before = peer.calls.length
      await peer.user(5, { language_code: 'fr' }).say(said, forwarded ? { forwardOf: 'Newsdesk' } : {})
      const question = drawQuestion(said, forwarded === true ? 'Forwarded from Newsdesk' : undefined, width, top)
      parts.push(question.svg)
      top += question.height + 8
      for (const { payload } of peer.calls.slice(before).filter(({ method }) => method === 'sendMessage')) {
        const reply = drawReply(payloadSchema.parse(payload), width, top)
        parts.push(reply.svg)
        top += reply.height + 8
      }
    }
    const style = `text{font-family:Roboto,'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif;white-space:pre}`
    const label =
      'An answer in Telegram on a phone: the exact words in a quote, the words that answer in bold, their source'
    const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top + 4}" width="${width}" height="${top + 4}"`
    const rest = ` role="img" aria-label="${label}"><style>${style}</style>`
    const paper = `<rect width="${width}" height="${top + 4}" rx="16" fill="${background}"/>`
    writeFileSync(join(home, 'docs', 'telegram-answer.svg'), `${head}${rest}${paper}${parts.join('')}</svg>\n`)
  } finally {
    await bot.stop()
    await live.close()
    await peer.close()
    data.remove()
  }
}

await main()
