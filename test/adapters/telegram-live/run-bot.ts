/**
 * A bot in a process of its own, to be killed: `node --import tsx run-bot.ts`, set up by its environment. It loads
 * everything, says "ready", and starts when it is told to: so that the next one takes over at once.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { createTelegramPlatform } from '../../../adapters/telegram/platform.ts'
import { openInbox } from '../../../index/ledger/inbox.ts'
import { openDesk } from '../../../src/commands/open-desk.ts'
import { createParts } from '../../../src/commands/parts.ts'

const parts = createParts(process.env)
const { settings, log, redact, dataFolder } = parts
const desk = await openDesk(parts)
const told = once(process, 'message')
process.send?.('ready')
await told
const inbox = await openInbox(join(dataFolder, 'inbox.db'))
const platform = createTelegramPlatform({
  settings,
  desk,
  log,
  redact,
  onDead(reason) {
    log.fatal({ reason }, 'dead')
    process.exit(1)
  },
  inbox,
})
process.once('SIGTERM', async () => {
  await platform.stop()
  await parts.close()
  process.exit(0)
})
await platform.start()
process.send?.('started')
