/** Tells maintainers what they would otherwise not hear of. */
import type { Desk } from '../../src/desk/types.ts'
import type { Log } from '../../src/log.ts'
import type { Asker } from '../../src/ports/ledger.ts'
import type { Deliver } from './messages/deliver.ts'
import { lineMessage } from './messages/messages.ts'
import { telegramTexts } from './messages/telegram-texts.ts'

export type MaintainerParts = {
  readonly deliver: Deliver
  readonly desk: Pick<Desk, 'preferences'>
  readonly log: Log
}

const PATIENCE_MS = 60_000

/** Once, to each that Telegram lets us write to; who cannot be reached is left out. */
export function tellMaintainers(
  reason: string,
  admins: readonly Asker[],
  { deliver, desk, log }: MaintainerParts,
): void {
  const tell = async (asker: Asker): Promise<void> => {
    const chat = Number(asker.replace('telegram:', ''))
    const { language = 'en' } = await desk.preferences(asker)
    const message = lineMessage(telegramTexts(language).parkedNow(reason), { chat })
    const { outcome } = await deliver(message, AbortSignal.timeout(PATIENCE_MS))
    if (outcome !== 'sent') log.warn({ maintainer: asker }, 'a maintainer was not told')
  }
  for (const asker of admins.filter((admin) => admin.startsWith('telegram:'))) {
    tell(asker).catch((error: unknown) => log.warn({ err: error, maintainer: asker }, 'a maintainer was not told'))
  }
}
