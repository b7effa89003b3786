/** Says something where nobody asked: news of a followed question, in the chat that wanted them. */
import type { Log } from '../../../src/log.ts'
import type { Rendering } from '../../../src/rendering/types.ts'
import { BadStepError, type Deliver } from './deliver.ts'
import { renderingMessages } from './messages.ts'

const PATIENCE_MS = 60_000

/** @throws when Telegram cannot be reached; what it refuses or may have taken is never sent again. */
export async function postNews(
  chat: number,
  rendering: Rendering,
  { deliver, log }: { readonly deliver: Deliver; readonly log: Log },
): Promise<void> {
  for (const message of renderingMessages(rendering, { chat })) {
    try {
      const { outcome } = await deliver(message, AbortSignal.timeout(PATIENCE_MS))
      if (outcome !== 'sent') log.warn({ chat, outcome }, 'news were not told')
      if (outcome === 'unwanted') return
    } catch (error) {
      if (!(error instanceof BadStepError)) throw error
      log.error({ err: error, chat }, 'Telegram refuses news')
      return
    }
  }
}
