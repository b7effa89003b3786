/**
 * A bot in a process of its own, to be killed: `node --import tsx run-bot.ts`, set up by its environment. It loads
 * everything, says "ready", and starts when it is told to: so that the next one takes over at once.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { openDesk } from '../../src/commands/open-desk.ts'
import { createParts } from '../../src/commands/parts.ts'
import { wantedPlatforms } from '../../src/commands/start-platforms.ts'

const parts = createParts(process.env)
const { settings, log, redact, dataFolder } = parts
const desk = await openDesk(parts)
const told = once(process, 'message')
process.send?.('ready')
await told
const onDead = (reason: string) => {
  log.fatal({ reason }, 'dead')
  process.exit(1)
}
const options = { settings, desk, log, redact, onDead, dataFolder, ledgerFile: join(dataFolder, 'ledger.db') }
const platforms = await Promise.all(wantedPlatforms(settings).map(({ create }) => create(options)))
process.once('SIGTERM', async () => {
  await Promise.all(platforms.map((platform) => platform.stop()))
  await parts.close()
  process.exit(0)
})
await Promise.all(platforms.map((platform) => platform.start()))
process.send?.('started')
