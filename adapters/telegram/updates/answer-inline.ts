/** Inline mode: the best passages for what is typed after the bot's name, each with its source, to paste into any chat. */
import { setTimeout as wait } from 'node:timers/promises'
import type { InlineQuery } from 'grammy/types'
import type { PassageView } from '../../../src/desk/types.ts'
import { nameArticle } from '../../../src/name-article.ts'
import { introductionBlock, quoteBlock } from '../../../src/rendering/blocks/quote-block.ts'
import { sourceBlock } from '../../../src/rendering/blocks/source-block.ts'
import { cleanLine } from '../../../src/rendering/cutting/clean.ts'
import { cutText } from '../../../src/rendering/cutting/cut.ts'
import type { Language } from '../../../src/types.ts'
import { renderingMessages } from '../messages/messages.ts'
import type { AnswerParts } from '../messages/parts.ts'
import type { InlineResult, Plan } from './steps.ts'
import { languageOf } from './visitor.ts'

/** Telegram takes 50; nobody scrolls that far. */
const RESULTS = 8
/** Of the eight seconds in which an answer is of use, so many may be spent on finding. */
const PATIENCE_MS = 6_000
const TITLE_LIMIT = 80
const DESCRIPTION_LIMIT = 160
/** Bytes. */
const ID_LIMIT = 64

/** Nothing of it is kept: most of what is typed is half a question. */
export async function answerInline(
  { id, query, from }: InlineQuery,
  { desk, access }: Pick<AnswerParts, 'desk' | 'access'>,
): Promise<Plan> {
  const results = (found: readonly InlineResult[]): Plan => ({
    steps: [{ kind: 'inline-answer', query: id, results: [...found] }],
    private: true,
  })
  const isInvited = access.isInvited({ personId: from.id, chatId: from.id })
  if (!isInvited || query.trim() === '') return results([])
  const language = languageOf(from)
  const inTime = new AbortController()
  const found = await Promise.race([
    desk.passages(query, RESULTS),
    wait(PATIENCE_MS, [], { signal: inTime.signal }).catch(() => []),
  ]).finally(() => inTime.abort())
  return results(found.slice(0, RESULTS).flatMap((view) => toResult(view, language)))
}

/** What is pasted is the passage's exact words and where they stand. */
function toResult({ article, passage }: PassageView, language: Language): readonly InlineResult[] {
  const introduction = passage.context === undefined ? [] : [introductionBlock(passage.context, article)]
  const blocks = [
    ...introduction,
    quoteBlock({ article, quote: passage.text }, language),
    sourceBlock({ article, paragraph: passage.ordinal }, language),
  ]
  // Cut, it keeps its source: a quote and its source are never parted.
  const [message] = renderingMessages({ tone: 'plain', groups: [blocks] }, { chat: 0 })
  if (message === undefined) return []
  return [
    {
      id: passage.id.slice(-ID_LIMIT),
      title: cutText(cleanLine(nameArticle(article)), TITLE_LIMIT),
      description: cutText(cleanLine(passage.text), DESCRIPTION_LIMIT),
      text: message.text,
      entities: message.entities,
    },
  ]
}
