/** News of followed questions, from the commit of another process to the messages that people see. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDiscordPlatform } from '../../adapters/discord/platform.ts'
import { createTelegramPlatform } from '../../adapters/telegram/platform.ts'
import { openInbox } from '../../index/ledger/inbox.ts'
import { bringUpToDate } from '../../src/commands/corpus/bring-up-to-date.ts'
import { postNews } from '../../src/commands/follow-news.ts'
import { openDesk } from '../../src/commands/open-desk.ts'
import { createParts, type Parts } from '../../src/commands/parts.ts'
import type { Platform } from '../../src/ports/platform.ts'
import { temporaryFolders } from '../index/temporary-folder.ts'
import { type DiscordPeer, startDiscordPeer } from '../peers/discord/peer.ts'
import { startTelegramPeer, type TelegramPeer } from '../peers/telegram/peer.ts'

const folder = temporaryFolders()()
const seeds = join(folder, 'seeds')
const harbour = 'The harbour of Tidewick is closed until further notice, the harbour master said on Monday.\n'
const news = 'The harbour of Tidewick will reopen on 4 March, the harbour master said on Friday.\n'
const question = 'When will the harbour of Tidewick reopen?'

let discord: DiscordPeer
let telegram: TelegramPeer
let parts: Parts
let platforms: readonly Platform[]

beforeAll(async () => {
  mkdirSync(seeds, { recursive: true })
  writeFileSync(join(seeds, 'harbour.txt'), harbour)
  discord = await startDiscordPeer({ token: 'token-of-the-discord-test' })
  telegram = await startTelegramPeer()
  parts = createParts({
    SOURCIER_DATA: join(folder, 'data'),
    SOURCIER_SEEDS: seeds,
    SOURCIER_LOG_LEVEL: 'silent',
    SOURCIER_DISCORD_TOKEN: discord.token,
    SOURCIER_DISCORD_API: discord.api,
    SOURCIER_TELEGRAM_TOKEN: telegram.token,
    SOURCIER_TELEGRAM_API: telegram.url,
  })
  await bringUpToDate(parts)
  const desk = await openDesk(parts)
  const { settings, log, redact } = parts
  const common = { settings, log, redact, desk, onDead: () => undefined }
  platforms = [
    createDiscordPlatform({ ...common, inbox: await openInbox(join(folder, 'inbox-discord.db')) }),
    createTelegramPlatform({ ...common, inbox: await openInbox(join(folder, 'inbox.db')) }),
  ]
})
afterAll(async () => {
  await Promise.all(platforms.map((platform) => platform.stop()))
  await parts.close()
  await Promise.all([discord.stop(), telegram.close()])
})

it('posts what is new once, in the channel and in the chat that follow, with its source', async () => {
  const owner = discord.user('owner')
  const channel = discord.channel(discord.guild('Newsroom', owner), 'news')
  await Promise.all(platforms.map((platform) => platform.start()))
  await telegram.user(77).say('/start')
  const follows = await parts.follows()
  for (const target of [`discord:${channel.id}`, 'telegram:77', 'discord:999999999999999999']) {
    await follows.add({ question, target, revision: 1, known: [] })
  }
  const stop = postNews(parts, () => platforms)
  try {
    // Another connection, as another process has.
    const maintainer = createParts({
      SOURCIER_DATA: join(folder, 'data'),
      SOURCIER_SEEDS: seeds,
      SOURCIER_LOG_LEVEL: 'silent',
    })
    writeFileSync(join(seeds, 'news.txt'), news)
    await bringUpToDate(maintainer)
    await maintainer.close()
    const toldDiscord = () => discord.sent().filter(({ message }) => JSON.stringify(message.embeds).includes('4 March'))
    const toldTelegram = () => telegram.stored().filter(({ text }) => text?.includes('4 March'))
    for (let waited = 0; waited < 100 && (toldDiscord().length === 0 || toldTelegram().length === 0); waited += 1) {
      await wait(100)
    }
    await wait(1_500)
    expect(toldDiscord()).toHaveLength(1)
    expect(toldTelegram()).toHaveLength(1)
    const embeds = JSON.stringify(toldDiscord()[0]?.message.embeds)
    expect(embeds).toContain('New words on a question that is followed here')
    expect(embeds).toContain('news')
    expect(toldTelegram()[0]?.text).toContain(question)
  } finally {
    await stop()
  }
})
