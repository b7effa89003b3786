/** What maintainers may ask; who is one is looked up at every call. */
import { UserError } from '../../../src/errors.ts'
import { renderGaps } from '../../../src/rendering/blocks/render-gaps.ts'
import { renderStatus } from '../../../src/rendering/blocks/render-status.ts'
import { cleanLine } from '../../../src/rendering/cutting/clean.ts'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Block, Rendering } from '../../../src/rendering/types.ts'
import type { Language } from '../../../src/types.ts'

import { lineMessage, renderingMessages } from '../messages/messages.ts'
import type { AnswerParts, InboxState } from '../messages/parts.ts'
import { telegramTexts } from '../messages/telegram-texts.ts'
import type { Plan } from './steps.ts'
import type { Visitor } from './visitor.ts'

const SHOWN_GAPS = 20

export async function answerAdmin(argument: string, visitor: Visitor, parts: AnswerParts): Promise<Plan> {
  const { desk, inboxState } = parts
  const { asker, place, language, isGroup } = visitor
  const say = (text: string): Plan => ({ steps: [lineMessage(text, place)], private: visitor.private })
  const show = (rendering: Rendering): Plan => ({
    steps: [...renderingMessages(rendering, place)],
    private: visitor.private,
  })
  if (!desk.isMaintainer(asker)) return say(deskTexts(language).maintainersOnly)
  // Gaps are what people asked: not for everybody's eyes.
  if (isGroup) return say(telegramTexts(language).adminInPrivate)
  switch (argument.trim().toLowerCase()) {
    case 'status': {
      const { tone, groups } = renderStatus(await desk.status(language), language)
      const { waiting, parked } = await inboxState()
      const lines = [telegramTexts(language).waiting(waiting), parkedHeading(parked, language)]
      return show({ tone, groups: [...groups, lines.map(toItem)] })
    }
    case 'reindex':
      return say(await reindex(parts, language))
    case 'gaps':
      return show(renderGaps(await desk.gaps(SHOWN_GAPS), language))
    case 'parked': {
      const { parked } = await inboxState()
      const items = parked.map(({ updateId, parkedAt, reason }) => toItem(`${parkedAt} · ${updateId} · ${reason}`))
      const title: Block = { kind: 'title', spans: [{ text: parkedHeading(parked, language) }] }
      return show({ tone: 'plain', groups: [[title], ...items.map((item) => [item])] })
    }
    default:
      return say(telegramTexts(language).adminUse)
  }
}

async function reindex({ desk }: AnswerParts, language: Language): Promise<string> {
  const texts = deskTexts(language)
  try {
    const { revision, summary } = await desk.reindex()
    return texts.reindexDone(revision, summary)
  } catch (error) {
    if (error instanceof UserError) return `${texts.reindexFailed} ${error.message}`
    throw error
  }
}

function parkedHeading(parked: InboxState['parked'], language: Language): string {
  const texts = deskTexts(language)
  return parked.length === 0 ? texts.parkedNone : texts.parkedHeading(parked.length)
}

function toItem(text: string): Block {
  return { kind: 'item', spans: [{ text: cleanLine(text) }] }
}
